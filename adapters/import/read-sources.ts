import { glob, stat } from "node:fs/promises";
import { packingOf, unpacked } from "./bytes.ts";
import { csvItems } from "./csv-items.ts";
import { fileType, whyOther } from "./file-type.ts";
import { folderItems } from "./folder-items.ts";
import { type Item, SourceError } from "./item.ts";
import { jsonItems } from "./json-items.ts";
import { IMPORT_LIMITS } from "./limits.ts";
import { tarItems } from "./tar-items.ts";
import { zipItems } from "./zip-items.ts";

/** A file to read, and how large it is on disk. */
export type SourceFile = { readonly path: string; readonly size: number };

export type Located = {
  readonly files: readonly SourceFile[];
  readonly left: readonly Extract<Item, { kind: "left" }>[];
};

type Left = Extract<Item, { kind: "left" }>;

/** Finds the files behind paths, folders and patterns such as `kb/*.zip`. A path that leads nowhere is an error. */
export async function locate(sources: readonly string[]): Promise<Located> {
  const files: SourceFile[] = [];
  const left: Left[] = [];
  for (const source of sources) {
    for (const path of await pathsOf(source)) {
      const about = await stat(path);
      if (!about.isDirectory()) files.push({ path, size: about.size });
      else await sortFolder(path, files, left);
      if (files.length > IMPORT_LIMITS.entries)
        throw new SourceError(
          `Cannot import ${source}: it has more than ${IMPORT_LIMITS.entries} files. Import its folders one by one.`,
        );
    }
  }
  return { files, left };
}

async function sortFolder(folder: string, files: SourceFile[], left: Left[]): Promise<void> {
  for await (const found of folderItems(folder)) {
    if (found.kind === "found") files.push({ path: found.path, size: found.size });
    else left.push(found);
  }
}

async function pathsOf(source: string): Promise<readonly string[]> {
  if (await exists(source)) return [source];
  const paths: string[] = [];
  const isPattern = /[*?[{]/.test(source);
  if (isPattern) for await (const path of glob(source)) paths.push(path);
  if (paths.length === 0) throw new SourceError(`Cannot import ${source}: ${whyNothing(source, isPattern)}`);
  return paths.toSorted();
}

function whyNothing(source: string, isPattern: boolean): string {
  if (isPattern) return "no file or folder fits this pattern. Check it, and the folder that you are in.";
  if (/^https?:/i.test(source)) return "only files are read. Save the page, or the export, and name the file.";
  return "there is no such file or folder. Check the path.";
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/** What one file holds: itself, or the entries of an archive, or the rows of an export. */
export async function* readSource(file: SourceFile, onRead: (bytes: number) => void): AsyncGenerator<Item> {
  const { path, size } = file;
  const type = fileType(path);
  if (type === "csv") yield* csvItems(path, onRead);
  else if (type === "json") yield* jsonItems(file, onRead);
  else if (type === "archive") yield* archiveItems(path, onRead);
  else yield fileItem({ path, size }, type);
  if (type === "document" || type === "other") onRead(size);
}

function fileItem({ path, size }: SourceFile, type: "document" | "other"): Item {
  if (type === "other") return { kind: "left", name: path, why: whyOther(path) };
  if (size > IMPORT_LIMITS.documentBytes) return { kind: "left", name: path, why: "larger than 1 MB" };
  return { kind: "file", name: path, path, size };
}

async function* archiveItems(path: string, onRead: (bytes: number) => void): AsyncGenerator<Item> {
  try {
    const packing = await packingOf(path);
    if (packing === "zip") yield* zipItems(path, onRead);
    else yield* tarItems(path, unpacked(path, packing, onRead));
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw new SourceError(
      `Cannot read ${path} to its end: ${error instanceof Error ? error.message : String(error)}. It may be cut off; copy or download it again.`,
    );
  }
}
