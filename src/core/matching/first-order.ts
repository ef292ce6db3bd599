import { type Aligner, type Alignment, chainOf } from "./align.ts";
import type { Candidate } from "./candidates.ts";
import { CHAIN_FEATURES, writeChain } from "./chain-features.ts";
import { FULL_DEPTH } from "./depth.ts";
import { FEATURES, saidIn, wordScore, writeFeatures } from "./features.ts";
import { rankScore, type Weights } from "./model.ts";
import type { Query } from "./query.ts";
import { Hit } from "./searcher.ts";
import type { Segment } from "./segment.ts";
import type { Unit } from "./unit.ts";

/** A candidate that gets a closer look. */
export type Placed = {
  readonly candidate: Candidate;
  readonly alignment: Alignment;
  /** Its features in the order of `FEATURES`. */
  readonly vector: Float64Array;
};

type Asked = {
  readonly unit: Unit;
  readonly query: Query;
  readonly segment: Segment;
  readonly aligner: Aligner;
  readonly weights: Weights;
};

/**
 * The candidates that a sum of their features puts first, at most so many, best first; equally good ones in their order.
 * In which order the words stand costs most to find out, so it is asked of those that it may still bring that far: about
 * one in three.
 */
export function firstOrder(asked: Asked, candidates: readonly Candidate[], most: number): readonly Placed[] {
  const runners = runnersOf(asked, candidates);
  const race: Race = { ahead: [], most };
  for (const runner of runners.toSorted((a, b) => b.bound - a.bound)) {
    if (runner.bound < leastAhead(race)) break;
    const { chain, run } = chainOf(runner.alignment);
    writeChain(runner.vector, asked.query, chain, run);
    enter(race, runner, scoreOf(asked.weights, runner));
  }
  return race.ahead.map(({ runner: { candidate, alignment, vector } }) => ({
    candidate,
    alignment,
    vector: vector.slice(),
  }));
}

/** A candidate with the highest score that it can have, whatever its chain is. */
type Runner = Placed & { readonly place: number; readonly bound: number };

/** Used again for every query: typed arrays are dear to make. */
const vectors = Array.from({ length: FULL_DEPTH.candidates }, () => new Float64Array(FEATURES.length));

function runnersOf({ unit, query, segment, aligner, weights }: Asked, candidates: readonly Candidate[]): Runner[] {
  const best = candidates.reduce((most, candidate) => Math.max(most, wordScore(candidate)), 0);
  const said = saidIn(unit);
  const isBounded = CHAIN_FEATURES.every((name) => (weights[name] ?? 0) >= 0);
  return candidates.map((candidate, place) => {
    const alignment = aligner.align(candidate.doc);
    const vector = vectors[place]!;
    writeFeatures(vector, { unit, said, query, candidate, alignment, segment, best });
    writeChain(vector, query, alignment.mostChain * (1 + TOLERANCE), alignment.mostRun);
    const bound = isBounded ? scoreOf(weights, { candidate, vector }) + TOLERANCE : Number.POSITIVE_INFINITY;
    return { candidate, alignment, vector, place, bound };
  });
}

/** Rounding must not put anybody out of the race. */
const TOLERANCE = 1e-4;

function scoreOf(weights: Weights, { candidate, vector }: Pick<Placed, "candidate" | "vector">): number {
  return rankScore(weights, vector) + unspelled(candidate);
}

/**
 * What a pattern adds to a name: together as much as an event's number. A name mostly stands in the text of its article;
 * what a pattern matches does not, and whatever shares a word or two would come first.
 */
const UNSPELLED = 6;

export function unspelled({ hits }: Candidate): number {
  return (hits & Hit.pattern) === 0 ? 0 : UNSPELLED;
}

type Race = { readonly ahead: { readonly runner: Runner; readonly score: number }[]; readonly most: number };

function leastAhead({ ahead, most }: Race): number {
  return ahead.length < most ? Number.NEGATIVE_INFINITY : ahead[most - 1]!.score;
}

function enter({ ahead, most }: Race, runner: Runner, score: number): void {
  let place = ahead.length;
  while (place > 0 && isBefore(score, runner.place, ahead[place - 1]!)) place--;
  ahead.splice(place, 0, { runner, score });
  if (ahead.length > most) ahead.pop();
}

function isBefore(score: number, place: number, other: Race["ahead"][number]): boolean {
  return score > other.score || (score === other.score && place < other.runner.place);
}
