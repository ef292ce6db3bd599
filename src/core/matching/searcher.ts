import { type Scoreboard, scoreboard } from "./scoreboard.ts";
import { articleCount, type Segment } from "./segment.ts";
import { buildSpelling, type Spelling } from "./spelling.ts";
import { termCount } from "./lexicon.ts";

/** A segment made ready for looking things up: with its spelling shelves and a desk to work on. */
export type Searcher = {
  readonly segment: Segment;
  readonly spelling: Spelling;
  readonly desk: Desk;
  /** Articles that were replaced or removed since, or that another folder has too: never candidates. */
  readonly hidden: readonly number[];
};

/** Scratch memory, all zero between two look-ups; look-ups are synchronous, so one desk serves them all. */
export type Desk = {
  readonly board: Scoreboard;
  /** Where a term stands in the query: its first entry in `Places`, counted from 1; 0 where it does not stand there. */
  readonly places: Uint16Array;
};

export function searcherOf(segment: Segment, spelling = buildSpelling(segment.lexicon)): Searcher {
  return {
    segment,
    spelling,
    hidden: [],
    desk: {
      board: scoreboard(articleCount(segment)),
      places: new Uint16Array(termCount(segment.lexicon)),
    },
  };
}

/** Kinds of identifier by which an article is hit, as bits. */
export const Hit = {
  article: 1,
  eventFrom: 2,
  event: 4,
  code: 8,
  name: 16,
  position: 32,
  companion: 64,
  mention: 128,
  pattern: 256,
  faint: 512,
} as const;
