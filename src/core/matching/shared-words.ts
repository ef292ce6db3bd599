import type { Ranked } from "./rank.ts";
import { hasTerm } from "./segment.ts";

/** A word in about one article of thirty (natural logarithm of the inverse): what is more common tells nothing. */
export const TELLING_FROM = 3.4;

/** The words of what was said that the article has too, as they were written, the most telling first; `least` is how telling they are. */
export function sharedWords(
  { searcher: { segment }, query, candidate: { doc } }: Ranked,
  least: number,
): readonly string[] {
  const shared = query.words.filter(
    ({ weight, terms }) => weight >= least && terms.some(({ term }) => hasTerm(segment, term, doc)),
  );
  const telling = shared.toSorted((a, b) => b.weight - a.weight);
  return [...new Map(telling.map((word) => [word.terms[0]!.term, word.written])).values()];
}
