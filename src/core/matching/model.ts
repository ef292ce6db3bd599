import { FEATURES, type FeatureName } from "./features.ts";
import { scoreOfTrees, type Trees } from "./trees.ts";
import { SHORTEST_TALE, type Unit, type UnitSignal } from "./unit.ts";

/**
 * What is fitted for each kind of query by `kms calibrate`: `rank` orders its candidates, `close` and `trees` order those
 * that got a closer look, `confidence` and `doubts` say how likely the first of them is right.
 */
export type Model = {
  readonly [Kind in ModelKind]: {
    readonly rank: Weights;
    readonly close: Weights;
    readonly trees: Trees;
    readonly confidence: Weights;
    readonly doubts: Trees;
  };
};

export const MODEL_KINDS = ["event", "message", "talk", "tale"] as const;

/** A few words of talk are a title half remembered; many that name nothing are a `tale`, of which an article has a part. */
export type ModelKind = (typeof MODEL_KINDS)[number];

export function modelKindOf({ kind, text, signals }: Unit): ModelKind {
  return kind === "talk" &&
    !signals.some(isIdentifier) &&
    text.length > SHORTEST_TALE / 2 &&
    text.trim().split(/\s+/).length >= SHORTEST_TALE
    ? "tale"
    : kind;
}

/** What decides whatever is told around it. */
function isIdentifier({ kind }: UnitSignal): boolean {
  return kind === "event" || kind === "code" || kind === "error-number" || kind === "article" || kind === "pattern";
}

/** A weight for each feature that has one; for confidence also for what tells how far ahead a candidate is. */
export type Weights = Readonly<Partial<Record<FeatureName | Lead, number>>>;

/** `lead`: how far the candidate is ahead of the next; `rank`: its rank score. */
export type Lead = "lead" | "rank";

export function rankScore(weights: Weights, vector: Float64Array): number {
  const numbers = numbersOf(weights);
  let sum = 0;
  for (let at = 0; at < numbers.length; at++) sum += numbers[at]! * vector[at]!;
  return sum;
}

const known = new WeakMap<Weights, Float64Array>();

/** The weights in the order of the features. */
function numbersOf(weights: Weights): Float64Array {
  const found = known.get(weights);
  if (found !== undefined) return found;
  const numbers = Float64Array.from(FEATURES, (name) => weights[name] ?? 0);
  known.set(weights, numbers);
  return numbers;
}

/** The score by which the candidates that got a closer look are ordered. */
export function closeScore({ close, trees }: Model["talk"], vector: Float64Array): number {
  return rankScore(close, vector) + scoreOfTrees(trees, vector);
}

/** Between 0 and 1. `lead` is the distance to the next candidate's rank score, at most `FAR_AHEAD`. */
export function confidenceOf(
  { confidence, doubts }: Pick<Model["talk"], "confidence" | "doubts">,
  vector: Float64Array,
  lead: number,
  rank: number,
): number {
  const ahead = Math.min(FAR_AHEAD, lead);
  const sum = rankScore(confidence, vector) + (confidence.lead ?? 0) * ahead + (confidence.rank ?? 0) * rank;
  return 1 / (1 + Math.exp(-sum - scoreOfTrees(doubts, vector)));
}

export const FAR_AHEAD = 2;
