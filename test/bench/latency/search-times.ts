import type { Article } from "../../../src/core/kb/article.ts";
import type { Searcher } from "../../../src/core/matching/searcher.ts";
import { complete } from "../../../src/core/search/complete.ts";

/** Titles that are searched for. */
const SEARCHES = 250;

/** Milliseconds for what people type of a title, well or mistyped. */
export type SearchTimes = { readonly typed: readonly number[]; readonly mistyped: readonly number[] };

export function searchTimes(articles: readonly Article[], searcher: Searcher): SearchTimes {
  const step = Math.max(1, Math.floor(articles.length / SEARCHES));
  const titles = articles.filter((_, place) => place % step === 0).map(({ title }) => title);
  complete([searcher], "");
  return {
    typed: timesFor(titles.flatMap(waysToType), searcher),
    mistyped: timesFor(titles.flatMap(waysToMistype), searcher),
  };
}

function timesFor(texts: readonly string[], searcher: Searcher): readonly number[] {
  return texts.map((text) => {
    const start = performance.now();
    complete([searcher], text);
    return performance.now() - start;
  });
}

/** Its beginning, words from its middle, its words in another order, all of it. */
function waysToType(title: string): readonly string[] {
  const words = title.split(/\s+/);
  return [title.slice(0, 5), words.slice(1, 3).join(" "), words.slice(0, 4).toReversed().join(" "), title];
}

/** While somebody still types, and all of it. */
function waysToMistype(title: string): readonly string[] {
  const words = title.split(/\s+/).map(mistyped);
  return [words[0]!, words.slice(0, 3).join(" "), words.join(" ")];
}

/** Two letters in the middle change places. */
function mistyped(word: string): string {
  const at = Math.floor(word.length / 2);
  return word.length < 4 ? word : word.slice(0, at - 1) + word[at]! + word[at - 1]! + word.slice(at + 1);
}
