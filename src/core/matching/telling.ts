import type { Query } from "./query.ts";
import { hasTerm, type Segment } from "./segment.ts";

/** What an article has, anywhere in its text, of the words that tell most. */
export type Telling = {
  /** How many of the most telling words, as a share. */
  readonly had: number;
  /** The weight of the most telling well-known word that it lacks. */
  readonly absent: number;
  /** Its share of the names, by weight; 0 where the query has none. */
  readonly names: number;
  /** The weight of the names that it lacks, as a share of all words. */
  readonly strangers: number;
};

/**
 * The words to look for, the most telling first, equally telling ones as they were said: the same for all candidates of
 * a query, and in an excerpt of the index.
 */
export type TellingWords = readonly { readonly term: number; readonly weight: number; readonly isName: boolean }[];

const MOST_TELLING = 8;

export function tellingWordsOf({ words }: Query): TellingWords {
  const known = new Map(
    words
      .filter(({ terms }) => terms.length > 0)
      .map(({ terms, weight, isName }) => [terms[0]!.term, { term: terms[0]!.term, weight, isName }] as const),
  );
  return [...known.values()].toSorted((a, b) => b.weight - a.weight).slice(0, MOST_TELLING);
}

export function tellingOf(segment: Segment, doc: number, words: TellingWords): Telling {
  const found = { had: 0, absent: 0, named: 0, names: 0, all: 0 };
  for (const { term, weight, isName } of words) {
    const has = hasTerm(segment, term, doc);
    found.all += weight;
    if (isName) found.names += weight;
    if (has) found.had++;
    if (has && isName) found.named += weight;
    if (!has) found.absent = Math.max(found.absent, weight);
  }
  return {
    had: found.had / Math.max(1, words.length),
    absent: found.absent,
    names: found.named / Math.max(1e-6, found.names),
    strangers: (found.names - found.named) / Math.max(1e-6, found.all),
  };
}
