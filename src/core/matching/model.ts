import { FEATURES, type FeatureName } from "./features.ts";
import type { Unit } from "./unit.ts";

/**
 * Two logistic models for each kind of query: `rank` orders the candidates of one query, `confidence` says how likely
 * the first of them is right. Fitted on labelled queries by `kms calibrate`.
 */
export type Model = { readonly [Kind in Unit["kind"]]: { readonly rank: Weights; readonly confidence: Weights } };

/** A weight for each feature that has one; for confidence also for what tells how far ahead a candidate is. */
export type Weights = Readonly<Partial<Record<FeatureName | Lead, number>>>;

/** `lead`: how far the candidate is ahead of the next; `rank`: its rank score. */
export type Lead = "lead" | "rank";

export function rankScore(weights: Weights, vector: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < FEATURES.length; at++) sum += (weights[FEATURES[at]!] ?? 0) * vector[at]!;
  return sum;
}

/** Between 0 and 1. `lead` is the distance to the next candidate's rank score, at most `FAR_AHEAD`. */
export function confidenceOf(weights: Weights, vector: Float64Array, lead: number, rank: number): number {
  const sum = rankScore(weights, vector) + (weights.lead ?? 0) * Math.min(FAR_AHEAD, lead) + (weights.rank ?? 0) * rank;
  return 1 / (1 + Math.exp(-sum));
}

export const FAR_AHEAD = 2;
