import type { Latest, Written } from "../../src/app/knowledge.ts";
import { articleId } from "../../src/core/kb/ids.ts";
import { cardOf, SEGMENT_CAPACITY } from "../../src/core/matching/segment.ts";
import type { Stock } from "./overlay.ts";
import type { Shelf } from "./shelf.ts";

/** The articles that were written since then, the latest first, whatever folder they lie in. */
export function latestIn(
  seen: readonly { readonly stock: Stock }[],
  { since, most }: Omit<Latest, "audience">,
): readonly Written[] {
  const written = seen.flatMap(({ stock }) => latestOf(stock));
  return written
    .filter(({ at }) => at >= since)
    .toSorted((a, b) => b.at - a.at)
    .slice(0, most);
}

/** So many of a folder are known at once: more is no news. */
const MOST_KNOWN = 500;

const known = new WeakMap<Stock, readonly Written[]>();

/** A stock never changes, so it is looked through once. */
function latestOf(stock: Stock): readonly Written[] {
  const found = known.get(stock) ?? [...inShelf(stock), ...inEdits(stock)];
  known.set(stock, found);
  return found;
}

/** Ids are read of the latest alone: there may be tens of thousands of files. */
function inShelf({ shelf, edits }: Stock): readonly Written[] {
  const files: { readonly doc: number; readonly at: number }[] = [];
  for (const { name, modified: at, doc } of shelf.manifest.entries()) {
    const edit = edits.size === 0 ? undefined : edits.get(name);
    if (doc !== undefined && (edit === undefined || edit.kind === "same")) files.push({ doc, at });
  }
  const latest = files.toSorted((a, b) => b.at - a.at).slice(0, MOST_KNOWN);
  return latest.map(({ doc, at }) => ({ article: idOf(shelf, doc), at }));
}

function idOf({ searchers }: Shelf, doc: number): Written["article"] {
  const { segment } = searchers[Math.floor(doc / SEGMENT_CAPACITY)] ?? searchers[0];
  return articleId(cardOf(segment, doc % SEGMENT_CAPACITY).id);
}

function inEdits({ edits }: Stock): readonly Written[] {
  return [...edits.values()].flatMap((edit) =>
    edit.kind === "written" ? [{ article: edit.article.id, at: edit.facts?.modified ?? 0 }] : [],
  );
}
