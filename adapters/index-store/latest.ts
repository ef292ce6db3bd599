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
  const written = seen.flatMap(({ stock }) => [...inShelf(stock, since), ...inEdits(stock, since)]);
  return written.toSorted((a, b) => b.at - a.at).slice(0, most);
}

function inShelf({ shelf, edits }: Stock, since: number): readonly Written[] {
  const written: Written[] = [];
  for (const { name, modified, doc } of shelf.manifest.entries()) {
    const edit = edits.get(name);
    if (modified < since || doc === undefined || (edit !== undefined && edit.kind !== "same")) continue;
    written.push({ article: idOf(shelf, doc), at: modified });
  }
  return written;
}

function idOf({ searchers }: Shelf, doc: number): Written["article"] {
  const { segment } = searchers[Math.floor(doc / SEGMENT_CAPACITY)] ?? searchers[0];
  return articleId(cardOf(segment, doc % SEGMENT_CAPACITY).id);
}

function inEdits({ edits }: Stock, since: number): readonly Written[] {
  return [...edits.values()].flatMap((edit) => {
    const at = edit.facts?.modified ?? 0;
    return edit.kind === "written" && at >= since ? [{ article: edit.article.id, at }] : [];
  });
}
