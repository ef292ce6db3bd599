import type { Index } from "../matching/index.ts";
import type { Example } from "../matching/fit.ts";
import { type ModelKind, modelKindOf } from "../matching/model.ts";
import { type Ranked, rankUnit } from "../matching/rank.ts";
import type { Searcher } from "../matching/searcher.ts";
import { type Unit, unitsOf } from "../matching/unit.ts";
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
export function trialOf(index: Index, read: Read, query: Labelled): Trial | undefined {
  const found = candidatesFor(index, read, query);
  if (found === undefined) return undefined;
  const { answerable, isRight } = query;
  const candidates = found.ranked.map((one) => ({ vector: one.vector, right: answerable && isRight(one), weight: 1 }));
  return { kind: modelKindOf(found.unit), candidates, answerable };
}

/** What a query finds, the best first; undefined where nothing in it can be looked up. */
export function candidatesFor(
  index: Index,
  read: Read,
  { text, via, isRight, answerable }: Labelled,
): { readonly unit: Unit; readonly ranked: readonly Ranked[] } | undefined {
  const [unit] = unitsOf({ readings: [read(text, via)], answers: [] });
  if (unit === undefined) return undefined;
  const asked = rankUnit(index.searchers, index.model, unit);
  if (answerable) return { unit, ranked: asked };
  const left = rankUnit(without(index.searchers, asked.filter(isRight)), index.model, unit);
  return { unit, ranked: left.filter((one) => !isRight(one)) };
}

function without(searchers: readonly Searcher[], ranked: readonly Ranked[]): readonly Searcher[] {
  if (ranked.length === 0) return searchers;
  return searchers.map((searcher) => {
    const docs = ranked.filter((one) => one.searcher === searcher).map((one) => one.candidate.doc);
    return { ...searcher, hidden: [...searcher.hidden, ...docs] };
  });
}
