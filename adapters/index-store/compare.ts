import type { ArticleFolder, FileFacts } from "../../src/app/article-folder.ts";
import { inSlices } from "./in-slices.ts";
import { byName } from "./manifest.ts";
import type { Stock } from "./overlay.ts";

/** Names of the files that are new, gone or changed, by size and time of change. Takes its time, in slices. */
export async function changedFiles(folder: ArticleFolder, stock: Stock): Promise<readonly string[]> {
  const changed: string[] = [];
  const added = addedFiles(stock);
  const known = indexedFiles(stock);
  let next = known.next();
  await inSlices(folder.list(), (facts) => {
    for (; next.done !== true && byName(next.value.name, facts.name) < 0; next = known.next())
      changed.push(next.value.name);
    const isIndexed = next.done !== true && next.value.name === facts.name;
    const before = isIndexed ? next.value : added.get(facts.name);
    if (before === undefined || !isAlike(before, facts)) changed.push(facts.name);
    added.delete(facts.name);
    if (isIndexed) next = known.next();
  });
  for (; next.done !== true; next = known.next()) changed.push(next.value.name);
  return [...changed, ...added.keys()];
}

/** The files that the index was built from, as they are known now, in the order of the folder. */
function* indexedFiles({ shelf, edits }: Stock): Generator<FileFacts, undefined> {
  for (const entry of shelf.manifest.entries()) {
    const edit = edits.get(entry.name);
    const facts = edit === undefined ? entry : edit.facts;
    if (facts !== undefined) yield facts;
  }
}

function addedFiles({ shelf, edits }: Stock): Map<string, FileFacts> {
  const added = new Map<string, FileFacts>();
  for (const { name, facts } of edits.values())
    if (facts !== undefined && shelf.manifest.find(name) === undefined) added.set(name, facts);
  return added;
}

function isAlike(a: FileFacts, b: FileFacts): boolean {
  return a.size === b.size && a.modified === b.modified;
}
