import type { ArticlePattern } from "../patterns/pattern.ts";
import { identifier } from "./identifier.ts";
import { findSpelling } from "./lexicon.ts";
import type { Searcher } from "./searcher.ts";
import { cardOf } from "./segment.ts";

/** The patterns of all articles that may be found; costs nothing where none has any. */
export function patternsIn(searchers: readonly Searcher[]): readonly ArticlePattern[] {
  return searchers.flatMap((searcher) =>
    docsWithPatterns(searcher).flatMap((doc) => {
      const { id, patterns } = cardOf(searcher.segment, doc);
      return patterns.map((pattern) => ({ article: id, pattern }));
    }),
  );
}

function docsWithPatterns({ segment: { lexicon, postings }, hidden }: Searcher): readonly number[] {
  const term = findSpelling(lexicon, identifier.patterned);
  if (term === 0) return [];
  const out = new Set(hidden);
  return [...postings.docs.subarray(postings.starts[term], postings.starts[term + 1])].filter((doc) => !out.has(doc));
}
