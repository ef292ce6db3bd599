import { FEATURES } from "../matching/features.ts";
import { type Beginning, type Example, fitLogistic, fitRanking } from "../matching/fit.ts";
import { FAR_AHEAD, type Model, rankScore, type Weights } from "../matching/model.ts";
import type { Trial } from "./examples.ts";

/** Fits a model to trials: first the order of candidates, then how sure the first of them is. */
export function fitModel(trials: readonly Trial[], before: Model): Model {
  const fit = (kind: Trial["kind"]): Model[Trial["kind"]] =>
    fitKind(
      trials.filter((trial) => trial.kind === kind),
      before[kind],
    );
  return { event: fit("event"), message: fit("message"), talk: fit("talk") };
}

/** Fewer trials than this say nothing: the weights stay as they are. */
const LEAST_TRIALS = 40;

function fitKind(trials: readonly Trial[], before: Model["event"]): Model["event"] {
  if (trials.length < LEAST_TRIALS) return before;
  const rank = namedWeights(
    fitRanking(
      trials.map((trial) => trial.candidates),
      beginningOf(DECIDING, FEATURES.length),
    ),
  );
  const examples = trials.flatMap((trial) => confidenceExample(trial, rank));
  const confidence = namedWeights(fitLogistic(examples, beginningOf(CONVINCING, NAMES.length)));
  return { rank, confidence };
}

/** The first candidate of a trial, its features followed by how far it is ahead and by its rank. */
function confidenceExample({ candidates }: Trial, rank: Weights): Example[] {
  const scored = candidates
    .map((one) => ({ one, score: rankScore(rank, one.vector) }))
    .toSorted((a, b) => b.score - a.score);
  const [first, second] = scored;
  if (first === undefined) return [];
  const lead = Math.min(FAR_AHEAD, first.score - (second?.score ?? first.score - FAR_AHEAD));
  return [
    {
      vector: Float64Array.of(...first.one.vector, lead, first.score),
      right: first.one.right,
      weight: 1,
    },
  ];
}

/** Identifiers decide, wording ranks: their weights are set, so that no amount of wording outweighs them. */
const DECIDING: Weights = {
  named: 40,
  eventFrom: 9,
  position: 7,
  code: 3,
  event: 6,
  name: 4,
  mention: 6,
  companion: 1.5,
  otherSource: -1,
};

/** What too few queries show to be fitted. */
const CONVINCING: Weights = { named: 12, position: 5, otherSource: -4 };

function beginningOf(set: Weights, size: number): Beginning {
  const names = NAMES.slice(0, size);
  return { weights: Float64Array.from(names, (name) => set[name] ?? 0), fixed: names.map((name) => name in set) };
}

const NAMES = [...FEATURES, "lead", "rank"] as const;

function namedWeights(weights: Float64Array): Weights {
  return Object.fromEntries(Array.from(weights, (weight, at) => [NAMES[at], Math.round(weight * 1000) / 1000]));
}
