import { addScores, docsFrom, type Scoreboard } from "./scoreboard.ts";
import { documentFrequency, placeOfDoc, type Segment } from "./segment.ts";
import { leastOfBest } from "./select-best.ts";

/** A word that is looked up: its number, and what it adds to the score of an article that it says everything about. */
export type WeightedTerm = { readonly term: number; readonly weight: number };

/** Postings one unit may cost; beyond them the remaining, everyday words are left to the closer look. */
const MOST_POSTINGS = 150_000;

/** This many of the most telling words are looked up whatever that costs. */
const LEAST_TERMS = 3;

/**
 * Adds the words, the most telling first, to the scores. Gives the articles that are likely among the best `most`, where the
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
  let askFrom = (plan[0]?.rest ?? 0) * SMALL_REST;
  for (const { term, weight, rest, restPostings } of plan) {
    if (rest <= askFrom && restPostings > costOfAsking(board, racing)) {
      racing = stillRacing(board, racing, rest, most);
      askFrom = rest * ASK_AGAIN;
    }
    if (racing === undefined || isLong(racing, segment, term)) addEverywhere(board, segment, term, weight / 255);
    else addWhere(racing, board.scores, segment, term, weight / 255);
  }
  return racing;
}

/** `rest` and `restPostings`: what this word and those after it may still add to a score, and how long their lists are. */
type Planned = WeightedTerm & { readonly rest: number; readonly restPostings: number };

function planOf(segment: Segment, terms: readonly WeightedTerm[]): readonly Planned[] {
  const planned: Planned[] = [];
  let rest = 0;
  let restPostings = 0;
  for (const { term, weight } of affordable(segment, terms).toReversed()) {
    rest += weight;
    restPostings += documentFrequency(segment, term);
    planned.push({ term, weight, rest, restPostings });
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
const SMALL_REST = 0.7;
const ASK_AGAIN = 0.7;

/** In postings, about. */
function costOfAsking({ count, isFull, scores }: Scoreboard, racing: Uint16Array | undefined): number {
  return 2 * (racing?.length ?? (isFull ? scores.length : count));
}

/**
 * How much of what the remaining words can add an article is expected to catch up by. They are the everyday ones: of each that it
 * has, an article says six tenths of the most possible in the mean, and it has few of them. Half the postings are spared so, and
 * of 3,618 labelled queries two get another first article and none another verdict.
 */
const CATCHES_UP = 0.5;

/** The articles that get among the best `most` if so much of `rest` is added; undefined where all may. */
function stillRacing(
  board: Scoreboard,
  racing: Uint16Array | undefined,
  rest: number,
  most: number,
): Uint16Array | undefined {
  const known = racing ?? board.reached.subarray(0, board.count);
  const least = leastOfBest(board, most, known) - rest * CATCHES_UP;
  return least <= 0 ? racing : docsFrom(board, least, racing);
}

function addEverywhere(board: Scoreboard, { postings }: Segment, term: number, step: number): void {
  const { docs, impacts, starts } = postings;
  addScores(board, { docs, impacts, from: starts[term]!, to: starts[term + 1]! }, step);
}

/** Going through a list costs about as much as this share of its articles looked up in it. */
const LOOK_UP_SHARE = 1 / 16;

function isLong(racing: Uint16Array, segment: Segment, term: number): boolean {
  return racing.length > documentFrequency(segment, term) * LOOK_UP_SHARE;
}

function addWhere(racing: Uint16Array, scores: Float32Array, segment: Segment, term: number, step: number): void {
  for (let at = 0; at < racing.length; at++) {
    const place = placeOfDoc(segment, term, racing[at]!);
    if (place >= 0) scores[racing[at]!]! += step * segment.postings.impacts[place]!;
  }
}
