import type { WeightedTerm } from "./score-terms.ts";
import { hasTerm, SEGMENT_CAPACITY, type Segment } from "./segment.ts";

/** The weight of those words that each of these articles, at most 255, has. */
export function coverageOf(docs: Uint16Array, segment: Segment, terms: readonly WeightedTerm[]): Float64Array {
  const { starts } = segment.postings;
  const covered = new Float64Array(docs.length);
  docs.forEach((doc, place) => {
    placeOf[doc] = place + 1;
  });
  for (const { term, weight } of terms) {
    if (starts[term + 1]! - starts[term]! < docs.length * LOOK_UP) goThrough(segment, term, weight, covered);
    else lookUp(docs, segment, term, weight, covered);
  }
  for (const doc of docs) placeOf[doc] = 0;
  return covered;
}

/** Where an article stands among those that are asked about, counted from 1; 0 where it does not, and between two questions. */
const placeOf = new Uint8Array(SEGMENT_CAPACITY);

/** So many entries of a list are gone through while one article is looked up in it. */
const LOOK_UP = 48;

function goThrough({ postings: { starts, docs } }: Segment, term: number, weight: number, covered: Float64Array): void {
  const end = starts[term + 1]!;
  for (let at = starts[term]!; at < end; at++) {
    const place = placeOf[docs[at]!]!;
    if (place !== 0) covered[place - 1]! += weight;
  }
}

function lookUp(docs: Uint16Array, segment: Segment, term: number, weight: number, covered: Float64Array): void {
  for (let place = 0; place < docs.length; place++) if (hasTerm(segment, term, docs[place]!)) covered[place]! += weight;
}
