import { setTimeout } from "node:timers/promises";
import type { FolderChange } from "../../../src/app/article-folder.ts";
import type { Problem } from "../../../src/core/kb/problem.ts";
import { indexingRules } from "../cache-folder.ts";
import type { KnowledgeFolder } from "../folders.ts";
import { baseFor, touchBase } from "./base.ts";
import { type Directory, readDirectory } from "./directory.ts";
import { fill, type Filling } from "./fill.ts";
import type { PostgresKnowledgeOptions } from "./index.ts";
import { type PatternBook, patternBook } from "./patterns.ts";
import type { Turns } from "./turns.ts";
import { type WordBook, wordBook } from "./words.ts";

/** One folder of articles, indexed in the database, and kept up to date when asked to. */
export type Held = KnowledgeFolder & {
  readonly base: number;
  readonly book: WordBook;
  readonly patterns: PatternBook;
  readonly directory: () => Directory;
  /** Grows whenever files changed. */
  readonly generation: () => number;
  readonly problems: () => readonly Problem[];
  /** Resolves when what changed can be found; rejects when the database cannot be had. */
  readonly refresh: (change: FolderChange) => Promise<void>;
  readonly watch: () => void;
  readonly close: () => Promise<void>;
};

/** Opens a folder; changes of all folders are taken in one after the other. */
export async function hold(folder: KnowledgeFolder, inTurn: Turns, options: PostgresKnowledgeOptions): Promise<Held> {
  const { pool, warn, onProgress } = options;
  const base = await baseFor(pool, folder.name, `${indexingRules()} ${LAYOUT}`);
  const live: Live = {
    filling: {
      pool,
      base,
      folder: folder.folder,
      onProgress: (done, of) => onProgress?.({ folder: folder.name, done, of }),
    },
    warn: (problem) => warn?.(problem),
    directory: await readDirectory(pool, base),
    problems: new Map(),
    generation: 0,
    inTurn,
    isClosed: false,
  };
  return {
    ...folder,
    base,
    book: wordBook(pool, base),
    patterns: patternBook(pool, base),
    directory: () => live.directory,
    generation: () => live.generation,
    problems: () => [...live.problems.values()].flat(),
    refresh: (change) => refresh(live, change),
    watch: () => watch(live),
    close: () => close(live),
  };
}

/** Grows with every change of what the lexemes and the packed outlines mean. */
const LAYOUT = 1;

/** The only things here that change. */
type Live = {
  readonly filling: Filling;
  readonly warn: (problem: string) => void;
  directory: Directory;
  readonly problems: Map<string, readonly Problem[]>;
  generation: number;
  readonly inTurn: Turns;
  isClosed: boolean;
  watcher?: { readonly close: () => void };
  heartbeat?: NodeJS.Timeout;
};

function refresh(live: Live, change: FolderChange): Promise<void> {
  return live.inTurn(async () => (live.isClosed ? undefined : takeIn(live, change)));
}

async function takeIn(live: Live, change: FolderChange): Promise<void> {
  const { files, problems } = await fill(live.filling, change);
  for (const file of files) live.problems.delete(file);
  for (const [file, found] of problems) live.problems.set(file, found);
  live.directory = await readDirectory(live.filling.pool, live.filling.base);
  live.generation++;
}

/** Milliseconds between two signs of life, and before what failed is tried again. */
const [HOUR, SOON] = [3_600_000, 5_000];

function watch(live: Live): void {
  if (live.watcher !== undefined) return;
  const { pool, base, folder } = live.filling;
  live.watcher = folder.watch((change) => void follow(live, change));
  live.heartbeat = setInterval(() => void touchBase(pool, base).catch(() => undefined), HOUR).unref();
  void follow(live, { kind: "somewhere" });
}

/** What could not be taken in is compared anew a little later. */
async function follow(live: Live, change: FolderChange): Promise<void> {
  try {
    await refresh(live, change);
  } catch (error) {
    if (live.isClosed) return;
    live.warn(
      `Cannot index what changed: ${error instanceof Error ? error.message : String(error)}. It is tried again.`,
    );
    await setTimeout(SOON, undefined, { ref: false });
    await follow(live, { kind: "somewhere" });
  }
}

async function close(live: Live): Promise<void> {
  live.isClosed = true;
  live.watcher?.close();
  clearInterval(live.heartbeat);
  await live.inTurn(async () => undefined);
}
