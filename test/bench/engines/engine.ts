import type { Article } from "../../../src/core/kb/article.ts";
import type { LabelledQuery } from "../metrics.ts";

/**
 * A way of finding articles. Building and opening are apart, because they happen in processes of their own: what a
 * build leaves in memory is no part of what it costs to serve.
 */
export type Engine = {
  /** Indexes the articles and keeps the index in `folder`. */
  readonly build: (articles: readonly Article[], folder: string) => void | Promise<void>;
  /** Makes an index that was built ready for its first query. */
  readonly open: (folder: string) => Opened | Promise<Opened>;
};

export type Opened = { readonly search: (query: LabelledQuery) => Found | Promise<Found> };

/** What an engine found for one query. */
export type Found = {
  /** Ids, best first, at most `MOST_FOUND`. */
  readonly articles: readonly string[];
  /** How good the first one is, in the engine's own measure: higher is better. */
  readonly score: number;
  /** Distinct words of the query, by which the score of an engine that sums over them may be divided. */
  readonly words: number;
  /** What our own engine would do about it. */
  readonly verdict?: "answer" | "ask" | "silent";
};

export const MOST_FOUND = 10;
