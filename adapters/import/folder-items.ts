import { opendir, stat } from "node:fs/promises";
import { join } from "node:path";
import { type Item, SourceError } from "./item.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** A file that a folder holds, or what was left alone in it. */
export type Found =
  | { readonly kind: "found"; readonly path: string; readonly size: number }
  | Extract<Item, { kind: "left" }>;

/** Everything in a folder and the folders below it, in the order of names. Links are left alone: they may lead anywhere. */
export async function* folderItems(folder: string, depth = 0): AsyncGenerator<Found> {
  if (depth > IMPORT_LIMITS.folderDepth)
    throw new SourceError(
      `Cannot read ${folder}: it lies more than ${IMPORT_LIMITS.folderDepth} folders deep. Import it on its own.`,
    );
  const entries = [];
  for await (const entry of await opendir(folder)) entries.push(entry);
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isSymbolicLink()) yield { kind: "left", name: path, why: "link" };
    else if (entry.name.startsWith(".")) yield { kind: "left", name: path, why: "hidden file or folder" };
    else if (entry.isDirectory() && belongsToPage(entry.name, entries))
      yield { kind: "left", name: path, why: SAVED_WITH };
    else if (entry.isDirectory()) yield* folderItems(path, depth + 1);
    else if (entry.isFile()) yield { kind: "found", path, size: (await stat(path)).size };
    else yield { kind: "left", name: path, why: "device or special file" };
  }
}

const SAVED_WITH = "saved with a page: its pictures, scripts and frames";

/** Browsers put what a page needs into a folder beside it, called after it in the language of the browser. */
const COMPANION = /^(.+)(?:_files|-files|\.files|-Dateien|_fichiers|_archivos|_file|-bestanden|_ficheiros|_pliki)$/i;

function belongsToPage(folder: string, siblings: readonly { readonly name: string }[]): boolean {
  const [, page] = COMPANION.exec(folder) ?? [];
  return (
    page !== undefined && siblings.some(({ name }) => /\.x?html?$/i.test(name) && name.replace(/\.\w+$/, "") === page)
  );
}
