import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Compiles the program, as `npm run build` does: what is measured is what people run, and that is not the sources. */
export function buildProgram(): void {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  execFileSync("npm", ["run", "--silent", "build"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}
