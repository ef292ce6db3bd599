import type { Article } from "../kb/article.ts";
import { buildSegment } from "./build.ts";
import { DEFAULT_MODEL } from "./default-model.ts";
import type { Model } from "./model.ts";
import { type Searcher, searcherOf } from "./searcher.ts";
import { SEGMENT_CAPACITY } from "./segment.ts";

/** A knowledge base made ready for matching. */
export type Index = { readonly searchers: readonly Searcher[]; readonly model: Model };

/** Indexes articles in memory, segment by segment. */
export function indexArticles(articles: readonly Article[], model: Model = DEFAULT_MODEL): Index {
  const searchers: Searcher[] = [];
  for (let from = 0; from < articles.length; from += SEGMENT_CAPACITY) {
    searchers.push(searcherOf(buildSegment(articles.slice(from, from + SEGMENT_CAPACITY))));
  }
  return { searchers, model };
}
