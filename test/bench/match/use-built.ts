/**
 * Loaded first in the process of an engine: what it imports from the sources comes from the compiled program instead,
 * so that ours is measured as it runs, without the compiler that Node brings for TypeScript (35 MB).
 */
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

const SOURCES = new URL("../../../src/", import.meta.url).href;
const BUILT = new URL("../../../dist/src/", import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) => {
    const found = next(specifier, context);
    const built = builtUrl(found.url);
    return built === undefined ? found : { ...found, url: built, format: "module" };
  },
});

function builtUrl(url: string): string | undefined {
  if (!url.startsWith(SOURCES)) return undefined;
  const built = BUILT + url.slice(SOURCES.length).replace(/\.ts$/, ".js");
  return existsSync(fileURLToPath(built)) ? built : undefined;
}
