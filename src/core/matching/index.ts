import type { Article } from "../kb/article.ts";
import type { Namesake } from "../kb/namesakes.ts";
import { buildSegment } from "./build.ts";
import { patternSet } from "../patterns/pattern-set.ts";
import type { PatternSet } from "../patterns/pattern.ts";
import { DEFAULT_MODEL } from "./default-model.ts";
import type { Model } from "./model.ts";
import { patternsIn } from "./patterns-in.ts";
import { type Searcher, searcherOf } from "./searcher.ts";
import { SEGMENT_CAPACITY } from "./segment.ts";

/** A knowledge base made ready for matching. */
export type Index = {
  readonly searchers: readonly Searcher[];
  readonly model: Model;
  /** The patterns of its articles; undefined where none has any, so that no engine is loaded. */
  readonly patterns?: PatternSet | undefined;
  /** What goes by a name of ours and is something else. */
  readonly namesakes?: readonly Namesake[] | undefined;
};

/** Indexes articles in memory, segment by segment. */
export function indexArticles(articles: readonly Article[], model: Model = DEFAULT_MODEL): Index {
  const searchers: Searcher[] = [];
  for (let from = 0; from < articles.length; from += SEGMENT_CAPACITY) {
    searchers.push(searcherOf(buildSegment(articles.slice(from, from + SEGMENT_CAPACITY))));
  }
  const patterns = patternsIn(searchers);
  return { searchers, model, patterns: patterns.length > 0 ? patternSet(patterns) : undefined };
}
