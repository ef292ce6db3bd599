import { FEATURES, type FeatureName } from "./features.ts";
import { scoreOfTrees, type Trees } from "./trees.ts";
import type { Unit } from "./unit.ts";

/**
 * What is fitted for each kind of query by `kms calibrate`: `rank` orders its candidates, `close` and `trees` order those
 * that got a closer look, `confidence` says how likely the first of them is right.
 */
export type Model = {
  readonly [Kind in Unit["kind"]]: {
    readonly rank: Weights;
    readonly close: Weights;
    readonly trees: Trees;
    readonly confidence: Weights;
  };
};

export const MODEL_KINDS = ["event", "message", "talk"] as const satisfies readonly Unit["kind"][];

/** A weight for each feature that has one; for confidence also for what tells how far ahead a candidate is. */
export type Weights = Readonly<Partial<Record<FeatureName | Lead, number>>>;

/** `lead`: how far the candidate is ahead of the next; `rank`: its rank score. */
export type Lead = "lead" | "rank";

export function rankScore(weights: Weights, vector: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < FEATURES.length; at++) sum += (weights[FEATURES[at]!] ?? 0) * vector[at]!;
  return sum;
}

/** The score by which the candidates that got a closer look are ordered. */
export function closeScore({ close, trees }: Model["talk"], vector: Float64Array): number {
  return rankScore(close, vector) + scoreOfTrees(trees, vector);
}

/** Between 0 and 1. `lead` is the distance to the next candidate's rank score, at most `FAR_AHEAD`. */
export function confidenceOf(weights: Weights, vector: Float64Array, lead: number, rank: number): number {
  const sum = rankScore(weights, vector) + (weights.lead ?? 0) * Math.min(FAR_AHEAD, lead) + (weights.rank ?? 0) * rank;
  return 1 / (1 + Math.exp(-sum));
}

export const FAR_AHEAD = 2;
