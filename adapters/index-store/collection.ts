import type { FolderChange } from "../../src/app/article-folder.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import type { BytesSource } from "./bytes-source.ts";
import { changedFiles } from "./compare.ts";
import { inSlices } from "./in-slices.ts";
import { buildBeside, type Building, type BuiltShelf, listFiles, openOrBuild } from "./open-shelf.ts";
import { edited, readEdit, type Stock, unedited } from "./overlay.ts";
import { isIn } from "./shelf.ts";
import { soundness } from "./snapshot-file.ts";

/** One folder of articles, indexed, and kept up to date when asked to. */
export type Collection = {
  /** As it is now; a stock never changes, so an answer is all from one moment. */
  readonly stock: () => Stock;
  readonly problems: () => readonly Problem[];
  /** Takes in what changed. Resolves when it can be found, or when an index that has it is being built. */
  readonly refresh: (change: FolderChange) => Promise<void>;
  /** Resolves when nothing is being built. */
  readonly settled: () => Promise<void>;
  /** Follows edits from now on. */
  readonly watch: () => void;
  readonly close: () => Promise<void>;
};

/** What is needed to open one; `warn` hears what went wrong and was survived. */
export type CollectionTools = Building & { readonly warn: (problem: string) => void };

export async function openCollection(tools: CollectionTools): Promise<Collection> {
  const { shelf, problems } = await openOrBuild(tools);
  const live: Live = { tools, stock: unedited(shelf), problems, queue: Promise.resolve(), isClosed: false };
  return {
    stock: () => live.stock,
    problems: () => [...problemsStill(live), ...problemsOfEdits(live.stock)],
    refresh: (change) => refresh(live, change),
    settled: () => settled(live),
    watch: () => watch(live),
    close: () => close(live),
  };
}

/** The only things here that change. */
type Live = {
  readonly tools: CollectionTools;
  stock: Stock;
  problems: readonly Problem[];
  /** Changes are taken in one after the other. */
  queue: Promise<void>;
  isClosed: boolean;
  rebuild?: { readonly job: Promise<void>; stop: () => void } | undefined;
  /** The index before this one: somebody may still be reading from it. */
  before?: BytesSource;
  watcher?: { readonly close: () => void };
};

/** So many edits are kept beside the index; more are worth building it anew. */
const MOST_EDITS = 200;

/** What was wrong when the index was built, as far as the files are what they were. */
function problemsStill({ problems, stock: { edits } }: Live): readonly Problem[] {
  return problems.filter(({ file }) => (edits.get(file)?.kind ?? "same") === "same");
}

function problemsOfEdits({ edits }: Stock): readonly Problem[] {
  return [...edits.values()].flatMap((edit) => (edit.kind === "lost" ? edit.problems : []));
}

function inTurn(live: Live, work: () => Promise<void>): Promise<void> {
  live.queue = live.queue
    .then(() => (live.isClosed ? undefined : work()))
    .catch((error: unknown) => live.tools.warn(reason(error)));
  return live.queue;
}

function refresh(live: Live, change: FolderChange): Promise<void> {
  return inTurn(live, async () => {
    const { folder } = live.tools;
    const names = change.kind === "files" ? change.names : await changedFiles(folder, live.stock);
    if (live.stock.edits.size + names.length > MOST_EDITS) beginRebuild(live);
    if (names.length <= MOST_EDITS) await apply(live, names);
  });
}

async function apply(live: Live, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const { understand } = await import("./understand.ts");
  const reader = { folder: live.tools.folder, shelf: live.stock.shelf, understand };
  const batch: ReturnType<typeof readEdit>[] = [];
  await inSlices(names, (name) => batch.push(readEdit(reader, name)));
  live.stock = edited(live.stock, batch);
}

function beginRebuild(live: Live): void {
  if (live.rebuild !== undefined) return;
  const rebuild = { stop: (): void => undefined, job: Promise.resolve() };
  live.rebuild = rebuild;
  rebuild.job = rebuildNow(live, rebuild);
}

async function rebuildNow(live: Live, rebuild: { stop: () => void }): Promise<void> {
  try {
    await build(live, rebuild);
  } catch (error) {
    if (!live.isClosed) live.tools.warn(reason(error));
  }
  live.rebuild = undefined;
}

async function build(live: Live, rebuild: { stop: () => void }): Promise<void> {
  const files = await listFiles(live.tools.folder);
  if (live.isClosed) return;
  const job = buildBeside(live.tools, files);
  rebuild.stop = () => void job.stop();
  const built = await job.done;
  await inTurn(live, async () => swap(live, built));
}

/** Edits that the new index does not have yet, because they came while it was built, stay beside it. */
function swap(live: Live, { shelf, problems }: BuiltShelf): void {
  live.before?.close();
  live.before = live.stock.shelf.source;
  const left = [...live.stock.edits.values()].filter((edit) => !isIn(shelf, edit));
  live.stock = edited(unedited(shelf), left);
  live.problems = problems;
}

async function settled(live: Live): Promise<void> {
  do await Promise.all([live.queue, live.rebuild?.job]);
  while (live.rebuild !== undefined);
}

function watch(live: Live): void {
  if (live.watcher !== undefined) return;
  live.watcher = live.tools.folder.watch((change) => void refresh(live, change));
  void refresh(live, { kind: "somewhere" });
  void prove(live);
}

/** What was not read at the opening may be damaged as well. */
function prove(live: Live): Promise<void> {
  return inTurn(live, async () => {
    let isSound = true;
    await inSlices(soundness(live.stock.shelf.source), (sound) => (isSound &&= sound));
    if (!isSound) beginRebuild(live);
  });
}

async function close(live: Live): Promise<void> {
  live.isClosed = true;
  live.watcher?.close();
  live.rebuild?.stop();
  await Promise.all([live.queue, live.rebuild?.job]);
  live.before?.close();
  live.stock.shelf.source.close();
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
