import { config } from "dotenv";

/** Adds what a `.env` file in the current folder says; what is set already wins. */
export function loadEnvironment(environment: NodeJS.ProcessEnv): void {
  const found: Record<string, string> = {};
  config({ quiet: true, processEnv: found });
  for (const [name, value] of Object.entries(found)) environment[name] ??= value;
}
