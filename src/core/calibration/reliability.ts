import { closeScore, confidenceOf, FAR_AHEAD, type Model } from "../matching/model.ts";
import type { Trial } from "./examples.ts";

/** One line of a reliability table: of the queries answered with about this confidence, the share that was right. */
export type Reliability = {
  readonly from: number;
  readonly to: number;
  readonly queries: number;
  readonly said: number;
  readonly right: number;
};

/** How well said confidence and truth agree, in ten steps; steps without a query are left out. */
export function reliabilityOf(trials: readonly Trial[], model: Model): readonly Reliability[] {
  const answers = trials.flatMap((trial) => firstAnswer(trial, model));
  return Array.from({ length: 10 }, (_, step) => {
    const within = answers.filter(({ said }) => Math.min(9, Math.floor(said * 10)) === step);
    return {
      from: step / 10,
      to: (step + 1) / 10,
      queries: within.length,
      said: mean(within.map(({ said }) => said)),
      right: mean(within.map(({ right }) => (right ? 1 : 0))),
    };
  }).filter(({ queries }) => queries > 0);
}

function firstAnswer({ kind, candidates }: Trial, model: Model): { readonly said: number; readonly right: boolean }[] {
  const ranked = candidates
    .map((one) => ({ one, rank: closeScore(model[kind], one.vector) }))
    .toSorted((a, b) => b.rank - a.rank);
  const [first, second] = ranked;
  if (first === undefined) return [];
  const lead = first.rank - (second?.rank ?? first.rank - FAR_AHEAD);
  return [{ said: confidenceOf(model[kind].confidence, first.one.vector, lead, first.rank), right: first.one.right }];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
