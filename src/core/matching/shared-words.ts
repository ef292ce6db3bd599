import type { QueryWord } from "./query.ts";
import type { Ranked } from "./rank.ts";
import { hasTerm } from "./segment.ts";

/** A word in about one article of fifty (natural logarithm of the inverse): what is more common tells nothing. */
const TELLING_FROM = 4;

/** The words of what was said that the article has too, as they were written, the most telling first. */
export function sharedWords({ searcher: { segment }, query, candidate: { doc } }: Ranked): readonly string[] {
  const shared = query.words.filter(({ terms }) => terms.some(({ term }) => hasTerm(segment, term, doc)));
  return written(shared);
}

/** Of these, those that tell something: the word itself, not one that may have been meant, and no mere number. */
export function tellingShared({ searcher: { segment }, query, candidate: { doc } }: Ranked): readonly string[] {
  const shared = query.words.filter(({ weight, terms: [first], written: word }) => {
    const isTelling = weight >= TELLING_FROM && first?.likeness === 1 && /\p{L}{2}/u.test(word);
    return isTelling && hasTerm(segment, first.term, doc);
  });
  return written(shared);
}

/** Each word once, the most telling first. */
function written(words: readonly QueryWord[]): readonly string[] {
  const telling = words.toSorted((a, b) => b.weight - a.weight);
  return [...new Map(telling.map((word) => [word.terms[0]!.term, word.written])).values()];
}
