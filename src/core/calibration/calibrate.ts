import { CLOSE_FEATURES } from "../matching/close-features.ts";
import { FEATURES } from "../matching/features.ts";
import { type Beginning, type Example, fitLogistic, fitRanking } from "../matching/fit.ts";
import { closeScore, FAR_AHEAD, type Model, type Weights } from "../matching/model.ts";
import type { Trial } from "./examples.ts";
import { growDoubts, growTrees } from "./grow-trees.ts";

/** Fits a model to trials: the order of candidates, first without and then with the closer look, and how sure the first is. */
export function fitModel(trials: readonly Trial[], before: Model): Model {
  const fit = (kind: Trial["kind"]): Model[Trial["kind"]] =>
    fitKind(
      trials.filter((trial) => trial.kind === kind),
      before[kind],
      HAVE_TREES.has(kind),
    );
  return { event: fit("event"), message: fit("message"), talk: fit("talk"), tale: fit("tale") };
}

/** Fewer trials than this say nothing: the weights stay as they are. */
export const LEAST_TRIALS = 40;

/** Where trees find the right article more often than sums do. Of tales they learn how queries are made, not how people tell. */
const HAVE_TREES: ReadonlySet<Trial["kind"]> = new Set(["message", "talk"] as const);

function fitKind(trials: readonly Trial[], before: Model["event"], hasTrees: boolean): Model["event"] {
  if (trials.length < LEAST_TRIALS) return before;
  const rank = namedWeights(fitOrder(trials.map((trial) => trial.candidates.map(withoutCloserLook))));
  const close = namedWeights(fitOrder(trials.map((trial) => trial.candidates)));
  const groups = trials.map((trial) => trial.candidates);
  const trees = hasTrees ? growTrees(groups, close) : [];
  const score = ({ vector }: Example): number => closeScore({ ...before, close, trees }, vector);
  const examples = trials.flatMap((trial) => confidenceExample(trial, score));
  const fitted = fitLogistic(examples, beginningOf(CONVINCING, NAMES.length));
  const doubts = growDoubts(examples, fitted);
  return { rank, close, trees, confidence: namedWeights(fitted), doubts };
}

function fitOrder(groups: readonly (readonly Example[])[]): Float64Array {
  return fitRanking(groups, beginningOf(DECIDING, FEATURES.length));
}

const CLOSER = CLOSE_FEATURES.map((name) => FEATURES.indexOf(name));

function withoutCloserLook(example: Example): Example {
  const vector = example.vector.slice();
  for (const at of CLOSER) vector[at] = 0;
  return { ...example, vector };
}

/** The first candidate of a trial, its features followed by how far it is ahead and by its rank. */
function confidenceExample({ candidates }: Trial, scoreOf: (one: Example) => number): Example[] {
  const scored = candidates.map((one) => ({ one, score: scoreOf(one) })).toSorted((a, b) => b.score - a.score);
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
  eventFrom: 14,
  position: 7,
  code: 3,
  event: 10,
  bareNumber: 1.5,
  name: 4,
  mention: 10,
  companion: 4,
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
