import type { Example } from "../matching/fit.ts";

/** Many examples made ready for growing trees: every feature sorted into at most 64 bins. */
export type Lot = {
  readonly size: number;
  readonly features: number;
  /** Per feature: the least value of each bin but the first. */
  readonly cuts: readonly Float64Array[];
  /** Example by example: the bin of each feature. */
  readonly bins: Uint8Array;
};

export const MOST_BINS = 64;

export function lotOf(examples: readonly Example[], features: number): Lot {
  const cuts = Array.from({ length: features }, (_, feature) => cutsOf(examples, feature));
  const bins = new Uint8Array(examples.length * features);
  examples.forEach(({ vector }, at) => {
    for (let feature = 0; feature < features; feature++)
      bins[at * features + feature] = binOf(cuts[feature]!, vector[feature]!);
  });
  return { size: examples.length, features, cuts, bins };
}

/** Examples that the bins are taken from. */
const SAMPLED = 40_000;

/** Bins with about equally many examples in each. */
function cutsOf(examples: readonly Example[], feature: number): Float64Array {
  const count = Math.min(SAMPLED, examples.length);
  const values = Float64Array.from({ length: count }, (_, at) =>
    rounded(examples[Math.floor((at * examples.length) / count)]!.vector[feature]!),
  ).toSorted();
  const cuts = Array.from({ length: MOST_BINS - 1 }, (_, bin) => values[Math.floor(((bin + 1) * count) / MOST_BINS)]!);
  return Float64Array.from(new Set(cuts.filter((cut) => cut > values[0]!)));
}

/** Trees are written down with so many digits. */
export function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function binOf(cuts: Float64Array, value: number): number {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (value >= cuts[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}
