import { FEATURES } from "../matching/features.ts";
import type { Example } from "../matching/fit.ts";
import { IDENTIFYING } from "../matching/identifying.ts";
import { rankScore, type Weights } from "../matching/model.ts";
import type { Trees } from "../matching/trees.ts";
import { type Lot, lotOf, MOST_BINS, rounded } from "./lot.ts";

const DEPTH = 4;
/** How much of what it found a tree may say; the next ones correct it. */
const RATE = 0.15;
/** Fewer examples than this in a leaf prove nothing. */
const LEAST_EXAMPLES = 60;
const RIDGE = 5;

/** Trees of each kind. */
const ORDERING = 40;
const DOUBTING = 60;

/**
 * Trees that put a right candidate first where the sums do not: gradient boosting of the softmax over the candidates of
 * each query, from the scores of the sums on. Identifiers decide by weights that are set; these trees see the wording.
 */
export function growTrees(groups: readonly (readonly Example[])[], close: Weights): Trees {
  const useful = groups.filter((group) => group.some((one) => one.right) && group.some((one) => !one.right));
  const examples = useful.flat();
  const growth = growthOf(examples, ({ vector }) => rankScore(close, vector), WORDING);
  return grow(growth, ORDERING, () => lean(growth, useful));
}

/**
 * Trees that correct how sure the first candidate is: gradient boosting of the logistic loss, from the sum of the weights
 * on, which are those of all features of an example.
 */
export function growDoubts(examples: readonly Example[], weights: Float64Array): Trees {
  const sumFor = ({ vector }: Example): number => vector.reduce((sum, value, at) => sum + value * weights[at]!, 0);
  const growth = growthOf(examples, sumFor, [...FEATURES.keys()]);
  return grow(growth, DOUBTING, () => doubt(growth, examples));
}

type Growth = {
  readonly lot: Lot;
  readonly score: Float64Array;
  /** First and second derivative of the loss by the score of each example. */
  readonly slope: Float64Array;
  readonly bend: Float64Array;
  /** The features that the trees may ask about. */
  readonly asked: readonly number[];
};

function growthOf(examples: readonly Example[], scoreOf: (one: Example) => number, asked: readonly number[]): Growth {
  return {
    lot: lotOf(examples, FEATURES.length),
    score: Float64Array.from(examples, scoreOf),
    slope: new Float64Array(examples.length),
    bend: new Float64Array(examples.length),
    asked,
  };
}

function grow(growth: Growth, count: number, leanAll: () => void): Trees {
  const everything = Uint32Array.from(growth.score.keys());
  return Array.from({ length: count }, () => {
    leanAll();
    return branch(growth, everything, 0).join(" ");
  });
}

function doubt({ score, slope, bend }: Growth, examples: readonly Example[]): void {
  examples.forEach(({ right }, at) => {
    const chance = 1 / (1 + Math.exp(-score[at]!));
    slope[at] = chance - (right ? 1 : 0);
    bend[at] = Math.max(1e-3, chance * (1 - chance));
  });
}

function lean({ score, slope, bend }: Growth, groups: readonly (readonly Example[])[]): void {
  let start = 0;
  for (const group of groups) {
    const odds = oddsOf(score.subarray(start, start + group.length));
    const all = odds.reduce((sum, odd) => sum + odd, 0);
    const right = group.reduce((sum, one, at) => (one.right ? sum + odds[at]! : sum), 0);
    group.forEach((one, at) => {
      const share = odds[at]! / all;
      slope[start + at] = share - (one.right ? odds[at]! / right : 0);
      bend[start + at] = Math.max(1e-3, share * (1 - share));
    });
    start += group.length;
  }
}

function oddsOf(scores: Float64Array): Float64Array {
  const top = Math.max(...scores);
  return scores.map((score) => Math.exp(score - top));
}

/** The tree below here, in the order in which it is read. */
function branch(growth: Growth, rows: Uint32Array, depth: number): readonly string[] {
  const split = depth < DEPTH && rows.length >= 2 * LEAST_EXAMPLES ? bestSplit(growth, rows) : undefined;
  if (split === undefined) return [leaf(growth, rows)];
  const { bins, features, cuts } = growth.lot;
  const isLess = (row: number): boolean => bins[row * features + split.feature]! <= split.bin;
  return [
    `${FEATURES[split.feature]}<${cuts[split.feature]![split.bin]}`,
    ...branch(growth, rows.filter(isLess), depth + 1),
    ...branch(
      growth,
      rows.filter((row) => !isLess(row)),
      depth + 1,
    ),
  ];
}

function leaf({ score, slope, bend }: Growth, rows: Uint32Array): string {
  const value = rounded((-RATE * sumOf(slope, rows)) / (sumOf(bend, rows) + RIDGE));
  for (const row of rows) score[row]! += value;
  return String(value);
}

function sumOf(values: Float64Array, rows: Uint32Array): number {
  let sum = 0;
  for (const row of rows) sum += values[row]!;
  return sum;
}

const WORDING = [...FEATURES.keys()].filter((feature) => !IDENTIFYING.has(FEATURES[feature]!));

type Split = { readonly feature: number; readonly bin: number; readonly gain: number };

function bestSplit(growth: Growth, rows: Uint32Array): Split | undefined {
  const all = { slope: sumOf(growth.slope, rows), bend: sumOf(growth.bend, rows), count: rows.length };
  let best: Split | undefined;
  for (const feature of growth.asked) {
    const split = splitBy(growth, rows, feature, all);
    if (split !== undefined && split.gain > (best?.gain ?? LEAST_GAIN)) best = split;
  }
  return best;
}

const LEAST_GAIN = 1e-6;

const slopes = new Float64Array(MOST_BINS);
const bends = new Float64Array(MOST_BINS);
const counts = new Uint32Array(MOST_BINS);

type Sum = { slope: number; bend: number; count: number };

function splitBy(growth: Growth, rows: Uint32Array, feature: number, all: Sum): Split | undefined {
  fillBins(growth, rows, feature);
  const less: Sum = { slope: 0, bend: 0, count: 0 };
  let best: Split | undefined;
  for (let bin = 0; bin < growth.lot.cuts[feature]!.length; bin++) {
    less.slope += slopes[bin]!;
    less.bend += bends[bin]!;
    less.count += counts[bin]!;
    if (less.count < LEAST_EXAMPLES || all.count - less.count < LEAST_EXAMPLES) continue;
    const rest = { slope: all.slope - less.slope, bend: all.bend - less.bend };
    const gain = strength(less) + strength(rest) - strength(all);
    if (gain > (best?.gain ?? 0)) best = { feature, bin, gain };
  }
  return best;
}

function fillBins({ lot: { bins, features }, slope, bend }: Growth, rows: Uint32Array, feature: number): void {
  slopes.fill(0);
  bends.fill(0);
  counts.fill(0);
  for (const row of rows) {
    const bin = bins[row * features + feature]!;
    slopes[bin]! += slope[row]!;
    bends[bin]! += bend[row]!;
    counts[bin]!++;
  }
}

function strength({ slope, bend }: Pick<Sum, "slope" | "bend">): number {
  return (slope * slope) / (bend + RIDGE);
}
