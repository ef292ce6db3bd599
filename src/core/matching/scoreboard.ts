import { SEGMENT_CAPACITY } from "./segment.ts";

/** The scores of all articles; all zero between two look-ups. */
export type Scoreboard = {
  readonly scores: Float32Array;
  /** The first `count` of these are the articles that have a score, unless it is `isFull`: then nobody kept count. */
  readonly reached: Uint16Array;
  count: number;
  isFull: boolean;
};

export function scoreboard(articles: number): Scoreboard {
  return { scores: new Float32Array(articles), reached: new Uint16Array(articles), count: 0, isFull: false };
}

/** A stretch of the lists of an index: articles, and how much of the most possible is said about each, 0 to 255. */
export type Stretch = {
  readonly docs: Uint16Array;
  /** Left out where as much is said about all. */
  readonly impacts?: Uint8Array;
  readonly from: number;
  readonly to: number;
};

/** Keeping count of those reached by a longer list costs more than going through all of them later. */
const LONG = 4_096;

/** Gives each article `more`, or `more` times its impact. */
export function addScores(board: Scoreboard, stretch: Stretch, more: number): void {
  if (stretch.to - stretch.from > LONG) board.isFull = true;
  if (board.isFull) addUncounted(board, stretch, more);
  else addCounted(board, stretch, more);
}

function addUncounted({ scores }: Scoreboard, { docs, impacts, from, to }: Stretch, more: number): void {
  if (impacts === undefined) for (let at = from; at < to; at++) scores[docs[at]!]! += more;
  else for (let at = from; at < to; at++) scores[docs[at]!]! += more * impacts[at]!;
}

function addCounted(board: Scoreboard, { docs, impacts, from, to }: Stretch, more: number): void {
  const { scores, reached } = board;
  let { count } = board;
  for (let at = from; at < to; at++) {
    const doc = docs[at]!;
    const score = scores[doc]!;
    if (score === 0) reached[count++] = doc;
    scores[doc] = score + (impacts === undefined ? more : more * impacts[at]!);
  }
  board.count = count;
}

/** Of these articles (in no order), else of all, those whose score is at least this: more than 0. */
export function docsFrom(
  { scores, reached, count, isFull }: Scoreboard,
  least: number,
  among?: Uint16Array,
): Uint16Array {
  const docs = among ?? (isFull ? undefined : reached.subarray(0, count));
  const end = docs === undefined ? scores.length : docs.length;
  let length = 0;
  for (let at = 0; at < end; at++) {
    const doc = docs === undefined ? at : docs[at]!;
    if (scores[doc]! >= least) found[length++] = doc;
  }
  return found.slice(0, length);
}

const found = new Uint16Array(SEGMENT_CAPACITY);

/** Articles that are no candidates: nothing that is added later changes that. */
export function barDocs({ scores }: Scoreboard, docs: readonly number[]): void {
  for (const doc of docs) scores[doc] = Number.NEGATIVE_INFINITY;
}

export function wipe(board: Scoreboard, barred: readonly number[]): void {
  const { scores, reached, count } = board;
  if (board.isFull) scores.fill(0);
  else for (let at = 0; at < count; at++) scores[reached[at]!] = 0;
  for (const doc of barred) scores[doc] = 0;
  board.count = 0;
  board.isFull = false;
}
