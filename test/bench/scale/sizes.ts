import { SEGMENT_CAPACITY } from "../../../src/core/matching/segment.ts";

/** One point of the plot, and the segments it needs. */
export type Size = { readonly articles: number; readonly synthetic: number; readonly segments: readonly Plan[] };

/** What a segment holds; equal names are equal segments. */
export type Plan = {
  readonly name: string;
  readonly real: number;
  readonly synthetic: number;
  readonly first: number;
};

const SMALL = [1_000, 4_000, 16_000];

/** From 1,000 real articles to `largest`: parts of the real ones, all of them, then full segments, twice as many each time. */
export function sizesUpTo(largest: number, real: number): readonly Size[] {
  const inOne = Math.min(real, SEGMENT_CAPACITY);
  const small = [...SMALL.filter((count) => count < inOne), inOne].map((count) => smallSize(count));
  const large: Size[] = [];
  for (let count = 1; count * SEGMENT_CAPACITY <= largest * 1.05; count *= 2) large.push(largeSize(count, inOne));
  return [...small, ...large].filter(({ articles }) => articles <= largest * 1.05);
}

function smallSize(articles: number): Size {
  return { articles, synthetic: 0, segments: [{ name: `real-${articles}`, real: articles, synthetic: 0, first: 0 }] };
}

function largeSize(count: number, real: number): Size {
  const segments = Array.from({ length: count }, (_, place) => fullSegment(place, place === 0 ? real : 0));
  return { articles: count * SEGMENT_CAPACITY, synthetic: count * SEGMENT_CAPACITY - real, segments };
}

function fullSegment(place: number, real: number): Plan {
  return { name: `full-${place}`, real, synthetic: SEGMENT_CAPACITY - real, first: place * SEGMENT_CAPACITY };
}
