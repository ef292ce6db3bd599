import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type NamesakesParsed, parseNamesakes } from "../../src/core/kb/namesakes.ts";

/** How the file is called, at the top of a knowledge base. */
export const NAMESAKES_FILE = "namesakes.json";

/** Bytes. */
const LARGEST = 1_000_000;

/** What a knowledge base says it is not about; undefined where it says nothing. */
export function readNamesakes(dir: string): NamesakesParsed | undefined {
  return stateOf(dir)?.read();
}

/** The same whenever it is asked for: read anew when the file has changed; `tell` hears why one cannot be used. */
export function followNamesakes(dir: string, tell: (problem: string) => void): () => NamesakesParsed | undefined {
  let seen: { readonly mark: string; readonly parsed: NamesakesParsed } | undefined;
  return () => {
    const state = stateOf(dir);
    if (state === undefined) seen = undefined;
    else if (state.mark !== seen?.mark) {
      seen = { mark: state.mark, parsed: state.read() };
      if (seen.parsed.kind === "unusable") tell(namesakesRefusal(dir, seen.parsed.why));
    }
    return seen?.parsed;
  };
}

/** Why the file cannot be used, with the way out. */
export function namesakesRefusal(dir: string, why: string): string {
  return `Cannot use ${join(dir, NAMESAKES_FILE)}: ${why}. See kb/README.md.`;
}

/** Undefined where there is no such file. */
function stateOf(dir: string): { readonly mark: string; readonly read: () => NamesakesParsed } | undefined {
  const file = join(dir, NAMESAKES_FILE);
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile()) return undefined;
  return { mark: `${stats.size} ${stats.mtimeMs}`, read: () => readFrom(file, stats.size) };
}

function readFrom(file: string, size: number): NamesakesParsed {
  if (size > LARGEST) return { kind: "unusable", why: "it is larger than 1 MB" };
  try {
    return parseNamesakes(readFileSync(file, "utf8"));
  } catch (error) {
    return { kind: "unusable", why: error instanceof Error ? error.message : "it cannot be read" };
  }
}
