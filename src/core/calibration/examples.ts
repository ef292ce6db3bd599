import type { Index } from "../matching/index.ts";
import type { Example } from "../matching/fit.ts";
import { type Ranked, rankUnit } from "../matching/rank.ts";
import type { Unit } from "../matching/unit.ts";
import { unitsOf } from "../matching/unit.ts";
import type { Reading, Via } from "../signals/signal.ts";

/** A query whose right answers are known; none where silence is right. */
export type Labelled = {
  readonly text: string;
  readonly via: Via;
  readonly isRight: (ranked: Ranked) => boolean;
  readonly answerable: boolean;
};

/** One query as the fit sees it: the candidates of its first unit, each right or not. */
export type Trial = {
  readonly kind: Unit["kind"];
  readonly candidates: readonly Example[];
  readonly answerable: boolean;
};

/** How a text becomes signals; given from outside so that the fit sees what the bot sees. */
export type Read = (text: string, via: Via) => Reading;

/** Candidates per query that the fit learns from; the rest are as wrong as these. */
const MOST_EXAMPLES = 20;

/**
 * Runs a query and notes its candidates. Where the query is to have no answer, its right articles are taken out of the
 * list first: that is what an error without an article looks like.
 */
export function trialOf(index: Index, read: Read, { text, via, isRight, answerable }: Labelled): Trial | undefined {
  const [unit] = unitsOf({ readings: [read(text, via)], answers: [] });
  if (unit === undefined) return undefined;
  const ranked = rankUnit(index.searchers, index.model, unit).filter((one) => answerable || !isRight(one));
  const candidates = ranked
    .slice(0, MOST_EXAMPLES)
    .map((one) => ({ vector: one.vector, right: answerable && isRight(one), weight: 1 }));
  return { kind: unit.kind, candidates, answerable };
}
