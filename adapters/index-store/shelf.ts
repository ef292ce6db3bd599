import type { ArticleId } from "../../src/core/kb/article.ts";
import { articleId } from "../../src/core/kb/ids.ts";
import { identifier } from "../../src/core/matching/identifier.ts";
import { findSpelling } from "../../src/core/matching/lexicon.ts";
import { type Searcher, searcherOf } from "../../src/core/matching/searcher.ts";
import { articleCount, cardOf, type Segment, SEGMENT_CAPACITY } from "../../src/core/matching/segment.ts";
import type { BytesSource } from "./bytes-source.ts";
import type { Heads } from "./heads.ts";
import type { Manifest } from "./manifest.ts";
import { openSnapshot } from "./snapshot-file.ts";

/** The articles of one folder as they were when its index was built. They are numbered through all segments. */
export type Shelf = {
  readonly searchers: readonly [Searcher, ...Searcher[]];
  readonly heads: Heads;
  readonly manifest: Manifest;
  readonly source: BytesSource;
};

/** Undefined when the snapshot cannot be used. */
export function openShelf(source: BytesSource): Shelf | undefined {
  const opened = openSnapshot(source);
  const [first, ...others] = opened?.segments.map(({ segment, spelling }) => searcherOf(segment, spelling)) ?? [];
  return opened === undefined || first === undefined
    ? undefined
    : { searchers: [first, ...others], heads: opened.heads, manifest: opened.manifest, source };
}

/** The article with this id, as its number; the case does not matter. */
export function docWithId({ searchers }: Shelf, id: string): number | undefined {
  for (const [place, { segment }] of searchers.entries()) {
    const doc = docIn(segment, id);
    if (doc !== undefined) return place * SEGMENT_CAPACITY + doc;
  }
  return undefined;
}

export function docIn({ lexicon, postings }: Segment, id: string): number | undefined {
  const term = findSpelling(lexicon, identifier.article(id));
  return term === 0 ? undefined : postings.docs[postings.starts[term]!];
}

/** Whether an index has what became of a file. */
export function isIn(
  { manifest }: Shelf,
  { name, facts, hash }: { readonly name: string; readonly facts: unknown; readonly hash: number },
): boolean {
  const entry = manifest.find(name);
  return facts === undefined ? entry === undefined : entry?.hash === hash;
}

/** What people choose an article by. */
export type Entry = { readonly id: ArticleId; readonly title: string };

/** The articles of a searcher with their numbers, hidden ones left out. */
export function* entriesOf({ segment, hidden }: Searcher): Generator<Entry & { readonly doc: number }> {
  const out = new Set(hidden);
  for (let doc = 0; doc < articleCount(segment); doc++) {
    if (out.has(doc)) continue;
    const { id, title } = cardOf(segment, doc);
    yield { id: articleId(id), title, doc };
  }
}

/** The searchers with these numbers hidden, counted through all of them. */
export function hide(searchers: readonly Searcher[], docs: readonly number[]): readonly Searcher[] {
  if (docs.length === 0) return searchers;
  return searchers.map((searcher, place) => {
    const own = docs.filter((doc) => Math.floor(doc / SEGMENT_CAPACITY) === place);
    return own.length === 0
      ? searcher
      : { ...searcher, hidden: [...searcher.hidden, ...own.map((doc) => doc % SEGMENT_CAPACITY)] };
  });
}
