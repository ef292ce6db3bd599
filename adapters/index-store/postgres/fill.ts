import type { Pool } from "pg";
import type { ArticleFolder, FolderChange } from "../../../src/app/article-folder.ts";
import type { Problem } from "../../../src/core/kb/problem.ts";
import { sameId } from "../same-id.ts";
import { inSlices } from "../in-slices.ts";
import { alone } from "./alone.ts";
import { type ChangedFile, changedFiles, namedFiles } from "./compare.ts";
import { type FileState, readState } from "./file-state.ts";
import { inTransaction } from "./in-transaction.ts";
import { recount } from "./recount.ts";
import { type Double, writeStates } from "./write-states.ts";

export type Filling = {
  readonly pool: Pool;
  readonly base: number;
  readonly folder: ArticleFolder;
  readonly onProgress: (done: number, of: number) => void;
};

/** What a filling found: the files it looked at, and what is wrong with them. */
export type Filled = {
  readonly files: readonly string[];
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
};

/** Files that are written at once. */
const BATCH = 250;

/** From so many on, it is quicker to count all words anew. */
const MANY = 1_000;

/**
 * Brings the index up to date with its folder, each batch as a whole or not at all. Where several processes do so at
 * once, one does the work and the others find it done; what was cut short is taken up by the next.
 */
export async function fill(filling: Filling, change: FolderChange): Promise<Filled> {
  const changed = await compare(filling, change);
  if (changed.length === 0 && (await isCounted(filling))) return { files: [], problems: new Map() };
  return alone(filling.pool, filling.base, async () => fillAlone(filling, await compare(filling, change)));
}

function compare({ pool, base, folder }: Filling, change: FolderChange): Promise<readonly ChangedFile[]> {
  return change.kind === "files" ? namedFiles(pool, base, change.names) : changedFiles(pool, base, folder);
}

async function isCounted({ pool, base }: Filling): Promise<boolean> {
  const { rows } = await pool.query<{ is_counted: boolean; revision: number }>(
    "select is_counted, revision from kms_index_bases where base = $1",
    [base],
  );
  return rows[0]?.is_counted === true && rows[0].revision > 0;
}

async function fillAlone(filling: Filling, changed: readonly ChangedFile[]): Promise<Filled> {
  const { pool, base } = filling;
  const counting = changed.length < MANY && (await isCounted(filling));
  const problems = new Map<string, readonly Problem[]>();
  for (let from = 0; from < changed.length; from += BATCH) {
    const states = await readAll(filling, changed.slice(from, from + BATCH));
    const doubles = await inTransaction(pool, (client) => writeStates(client, base, states, counting));
    note(problems, states, doubles);
    filling.onProgress(Math.min(from + BATCH, changed.length), changed.length);
  }
  if (!counting) await inTransaction(pool, (client) => recount(client, base));
  return { files: changed.map(({ name }) => name), problems };
}

async function readAll({ folder }: Filling, changed: readonly ChangedFile[]): Promise<readonly FileState[]> {
  const states: FileState[] = [];
  await inSlices(changed, ({ name, before }) => states.push(readState(folder, name, before)));
  return states;
}

function note(
  problems: Map<string, readonly Problem[]>,
  states: readonly FileState[],
  doubles: readonly Double[],
): void {
  for (const state of states) if (state.kind === "other") problems.set(state.name, state.problems);
  for (const { state, other } of doubles) problems.set(state.name, [sameId(state.kept.article, state.name, other)]);
}
