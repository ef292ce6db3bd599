import { addScores, docsFrom, type Scoreboard } from "./scoreboard.ts";
import { documentFrequency, placeOfDoc, type Segment } from "./segment.ts";
import { bestOf } from "./select-best.ts";

/** A word that is looked up: its number, and what it adds to the score of an article that it says everything about. */
export type WeightedTerm = { readonly term: number; readonly weight: number };

/** Postings one unit may cost; beyond them the remaining, everyday words are left to the closer look. */
const MOST_POSTINGS = 150_000;

/** This many of the most telling words are looked up whatever that costs. */
const LEAST_TERMS = 3;

/**
 * Adds the words, the most telling first, to the scores. Gives the articles that may be among the best `most`, where the
 * others were spared the everyday words, which stand nearly everywhere and say next to nothing; undefined where every
 * score is complete.
 */
export function scoreTerms(
  board: Scoreboard,
  segment: Segment,
  terms: readonly WeightedTerm[],
  most: number,
): Uint16Array | undefined {
  const plan = planOf(segment, terms);
  let racing: Uint16Array | undefined;
  let least = 0;
  let askFrom = (plan[0]?.rest ?? 0) * FIRST_ASKED;
  plan.forEach(({ term, weight, rest }, at) => {
    if (racing === undefined && isDear(segment, term, board, plan.length - at)) {
      if (rest <= askFrom) {
        least = Math.max(least, leastOfAll(board, segment, plan.slice(at), most));
        askFrom = rest * ASK_AGAIN;
      }
      if (least > rest) racing = docsFrom(board, least - rest);
    }
    if (racing === undefined || isLong(racing, segment, term)) addEverywhere(board, segment, term, weight / 255);
    else {
      racing = docsFrom(board, least - rest, racing);
      addWhere(racing, board.scores, segment, term, weight / 255);
    }
  });
  return racing;
}

/** `rest`: what this word and those after it may still add to a score. */
type Planned = WeightedTerm & { readonly rest: number };

function planOf(segment: Segment, terms: readonly WeightedTerm[]): readonly Planned[] {
  const planned: Planned[] = [];
  let rest = 0;
  for (const { term, weight } of affordable(segment, terms).toReversed()) {
    rest += weight * (1 + TOLERANCE);
    planned.push({ term, weight, rest });
  }
  return planned.toReversed();
}

function affordable(segment: Segment, terms: readonly WeightedTerm[]): readonly WeightedTerm[] {
  let left = MOST_POSTINGS;
  const end = terms.findIndex(({ term }, place) => {
    left -= documentFrequency(segment, term);
    return left < 0 && place >= LEAST_TERMS;
  });
  return end < 0 ? terms : terms.slice(0, end);
}

/** Asked earlier, nearly all are still in the race; asked again too soon, not many fewer. */
const FIRST_ASKED = 0.3;
const ASK_AGAIN = 0.4;

/** Whether going through the list of a word costs more than asking who is still in the race, about. */
function isDear(segment: Segment, term: number, { count, isFull, scores }: Scoreboard, words: number): boolean {
  const seen = isFull ? scores.length + count : 2 * count;
  return documentFrequency(segment, term) > LOOK_UPS * words + seen / 2;
}

/** What it costs to look a word up for each of the best, in entries of a list that are gone through. */
const LOOK_UPS = 1_500;

/** Rounding must not put anybody out of the race. */
const TOLERANCE = 1e-4;

/**
 * A score that at least `most` articles reach in the end: the worst that those who are ahead now come to, with the words
 * that are left; 0 where there are fewer.
 */
function leastOfAll(board: Scoreboard, segment: Segment, left: readonly WeightedTerm[], most: number): number {
  const ahead = bestOf(board, most, board.reached.subarray(0, board.count));
  if (ahead.length < most) return 0;
  const scores = new Float64Array(ahead.length);
  for (let at = 0; at < ahead.length; at++) scores[at] = board.scores[ahead[at]!]!;
  for (const { term, weight } of left)
    for (let at = 0; at < ahead.length; at++) {
      const place = placeOfDoc(segment, term, ahead[at]!);
      if (place >= 0) scores[at]! += (weight / 255) * segment.postings.impacts[place]!;
    }
  return Math.min(...scores) * (1 - TOLERANCE);
}

function addEverywhere(board: Scoreboard, { postings }: Segment, term: number, step: number): void {
  const { docs, impacts, starts } = postings;
  addScores(board, { docs, impacts, from: starts[term]!, to: starts[term + 1]! }, step);
}

/** Going through a list costs about as much as this share of its articles looked up in it. */
const LOOK_UP_SHARE = 1 / 64;

function isLong(racing: Uint16Array, segment: Segment, term: number): boolean {
  return racing.length > documentFrequency(segment, term) * LOOK_UP_SHARE;
}

function addWhere(racing: Uint16Array, scores: Float32Array, segment: Segment, term: number, step: number): void {
  for (let at = 0; at < racing.length; at++) {
    const place = placeOfDoc(segment, term, racing[at]!);
    if (place >= 0) scores[racing[at]!]! += step * segment.postings.impacts[place]!;
  }
}
