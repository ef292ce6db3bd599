import type { Overlap } from "./align.ts";
import { readParagraph } from "./build-streams.ts";
import { differencesWithin, MOST_LETTERS } from "./letters.ts";
import { copyLetters } from "./lexicon.ts";
import type { Query } from "./query.ts";
import type { Desk } from "./searcher.ts";
import type { Segment } from "./segment.ts";

/**
 * A query beside one paragraph, letter by letter and without what separates the words, because scanners join and split
 * them: the share of the query that stands in the paragraph in order, and the other way round.
 */
export type Closeness = {
  readonly query: number;
  readonly self: number;
  /** The weight of the most telling word of the paragraph that the query lacks. */
  readonly lacking: number;
};

export const NOT_CLOSE: Closeness = { query: 0, self: 0, lacking: 0 };

/** Letters of a paragraph that are looked at. */
const LONGEST = 640;

const paragraph = new Uint16Array(LONGEST);

/** Compares a query that is laid out on the desk with the paragraph of an article that fits it best. */
export function closenessOf(segment: Segment, desk: Desk, query: Query, doc: number, { place }: Overlap): Closeness {
  const { letters } = query;
  if (place < 0 || letters.length === 0) return NOT_CLOSE;
  const found = layOut(segment, desk, doc, place);
  if (found.length === 0) return NOT_CLOSE;
  const own = Math.min(found.length, MOST_LETTERS);
  return {
    query: 1 - differencesWithin(letters, letters.length, paragraph, found.length) / letters.length,
    self: 1 - differencesWithin(paragraph, own, letters, letters.length) / own,
    lacking: found.lacking,
  };
}

type Found = { readonly length: number; readonly lacking: number };

/** Lays the letters of one paragraph out. */
function layOut({ streams, lexicon, idf }: Segment, desk: Desk, doc: number, place: number): Found {
  let length = 0;
  let lacking = 0;
  readParagraph(streams, doc, place, (term) => {
    length = copyLetters(lexicon, term, paragraph, length);
    if (desk.places[term] === 0 && idf[term]! > lacking) lacking = idf[term]!;
  });
  return { length, lacking };
}
