import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

type Mark = "reached" | "noticed";

/** What the processes tell each other about mutants: an empty file for each word. */
export type Board = {
  /** The ids of the mutants that are tried. */
  mutants(): readonly string[];
  mark(mark: Mark, id: string): void;
  has(mark: Mark, id: string): boolean;
  all(mark: Mark): ReadonlySet<string>;
};

/** A new board in an empty folder. */
export function hangUp(folder: string, mutants: readonly string[]): Board {
  mkdirSync(join(folder, "reached"), { recursive: true });
  mkdirSync(join(folder, "noticed"), { recursive: true });
  writeFileSync(join(folder, "mutants.json"), JSON.stringify(mutants));
  return boardAt(folder);
}

/** The board that hangs there. */
export function boardAt(folder: string): Board {
  const mutants: readonly string[] = JSON.parse(readFileSync(join(folder, "mutants.json"), "utf8"));
  return {
    mutants: () => mutants,
    mark: (mark, id) => writeFileSync(join(folder, mark, id), ""),
    has: (mark, id) => existsSync(join(folder, mark, id)),
    all: (mark) => new Set(readdirSync(join(folder, mark))),
  };
}
