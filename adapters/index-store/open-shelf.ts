import type { ArticleFolder, FileFacts } from "../../src/app/article-folder.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import { type BuildJob, startBuild } from "./build-job.ts";
import { type BytesSource, bytesInMemory, openBytes } from "./bytes-source.ts";
import { inSlices } from "./in-slices.ts";
import { openShelf, type Shelf } from "./shelf.ts";
import { keepSnapshot } from "./keep-snapshot.ts";
import { joined } from "./snapshot-file.ts";

/** Where a folder and its index lie, and who hears how the building goes. */
export type Building = {
  readonly folder: ArticleFolder;
  /** Where the snapshot of this folder is kept, if anywhere. */
  readonly path: string | undefined;
  readonly onProgress: (done: number, of: number) => void;
};

export type BuiltShelf = { readonly shelf: Shelf; readonly problems: readonly Problem[] };

/** So few are indexed at once and without a worker. */
const FEW = 500;

/** From the snapshot if there is a sound one, however old; else from the files. */
export async function openOrBuild(building: Building): Promise<BuiltShelf> {
  return openStored(building.path) ?? (await buildNow(building));
}

function openStored(path: string | undefined): BuiltShelf | undefined {
  const source = path === undefined ? undefined : openBytes(path);
  const shelf = source && openShelf(source);
  if (shelf === undefined) source?.close();
  return shelf && { shelf, problems: [] };
}

async function buildNow(building: Building): Promise<BuiltShelf> {
  const files = await listFiles(building.folder);
  if (files.length >= FEW) return buildBeside(building, files).done;
  const { buildFolder } = await import("./build-folder.ts");
  const { pieces, problems } = buildFolder({ root: building.folder.root, files, path: undefined }, () => undefined);
  if (problems.length === 0) keepSnapshot(building.path, pieces);
  return { shelf: builtShelf(bytesInMemory(joined(pieces))), problems };
}

export async function listFiles(folder: ArticleFolder): Promise<readonly FileFacts[]> {
  const files: FileFacts[] = [];
  await inSlices(folder.list(), (facts) => files.push(facts));
  return files;
}

/** A shelf that is being built in a worker. */
export type ShelfJob = { readonly done: Promise<BuiltShelf>; readonly stop: BuildJob["stop"] };

export function buildBeside({ folder, path, onProgress }: Building, files: readonly FileFacts[]): ShelfJob {
  const job = startBuild({ root: folder.root, files, path }, (done) => onProgress(done, files.length));
  const done = job.done.then(({ source, problems }) => ({ shelf: builtShelf(source), problems }));
  return { done, stop: job.stop };
}

function builtShelf(source: BytesSource): Shelf {
  const shelf = openShelf(source);
  if (shelf === undefined) throw new Error("Cannot open the index that was just built. Check the disk of the cache.");
  return shelf;
}
