import type { Index } from "../matching/index.ts";
import type { Example } from "../matching/fit.ts";
import { type ModelKind, modelKindOf } from "../matching/model.ts";
import { type Ranked, rankUnit } from "../matching/rank.ts";
import type { Searcher } from "../matching/searcher.ts";
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
  readonly kind: ModelKind;
  readonly candidates: readonly Example[];
  readonly answerable: boolean;
};

/** How a text becomes signals; given from outside so that the fit sees what the bot sees. */
export type Read = (text: string, via: Via) => Reading;

/**
 * Runs a query and notes its candidates. Where the query is to have no answer, it is run once more as if its right
 * articles had never been written: that is what an error without an article looks like.
 */
export function trialOf(index: Index, read: Read, { text, via, isRight, answerable }: Labelled): Trial | undefined {
  const [unit] = unitsOf({ readings: [read(text, via)], answers: [] });
  if (unit === undefined) return undefined;
  const asked = rankUnit(index.searchers, index.model, unit);
  const ranked = answerable ? asked : rankUnit(without(index.searchers, asked.filter(isRight)), index.model, unit);
  const candidates = ranked
    .filter((one) => answerable || !isRight(one))
    .map((one) => ({ vector: one.vector, right: answerable && isRight(one), weight: 1 }));
  return { kind: modelKindOf(unit), candidates, answerable };
}

function without(searchers: readonly Searcher[], ranked: readonly Ranked[]): readonly Searcher[] {
  if (ranked.length === 0) return searchers;
  return searchers.map((searcher) => {
    const docs = ranked.filter((one) => one.searcher === searcher).map((one) => one.candidate.doc);
    return { ...searcher, hidden: [...searcher.hidden, ...docs] };
  });
}
