import type { Article } from "../../../src/core/kb/article.ts";
import { buildSegment } from "../../../src/core/matching/build.ts";
import { searcherOf } from "../../../src/core/matching/searcher.ts";
import { saveSegment } from "../engines/kms.ts";
import { readArticlesFile } from "../match/articles-file.ts";
import { synthesizer } from "./synthetic.ts";

/** One segment: so many real articles, then synthetic ones from number `first` on. */
export type SegmentOrder = {
  readonly real: number;
  readonly synthetic: number;
  readonly first: number;
  readonly path: string;
};

/** Builds segments one after the other; the articles are read once. */
export function buildInProcess([file = "", list = "[]"]: readonly string[]): void {
  const articles = readArticlesFile(file);
  const orders: readonly SegmentOrder[] = JSON.parse(list);
  for (const { real, synthetic, first, path } of orders)
    saveSegment(searcherOf(buildSegment(mixed(articles, real, synthetic, first))), path);
}

/** The real ones evenly out of all, so that a small knowledge base is like the large one. */
export function* mixed(all: readonly Article[], real: number, synthetic: number, first: number): Generator<Article> {
  for (let place = 0; place < real; place++) yield all[Math.floor((place * all.length) / real)]!;
  const make = synthesizer(all, first + 1);
  for (let place = 0; place < synthetic; place++) yield make(first + place);
}
