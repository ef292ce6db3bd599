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

/** One query as the fit sees it: the candidates of one of its units, each right or not. */
export type Trial = {
  readonly kind: ModelKind;
  readonly candidates: readonly Example[];
  readonly answerable: boolean;
};

/** How a text becomes signals; given from outside so that the fit sees what the bot sees. */
export type Read = (text: string, via: Via) => Reading;

/** Runs a query and notes the candidates of its first unit; undefined where nothing in it can be looked up. */
export function trialOf(index: Index, read: Read, query: Labelled): Trial | undefined {
  const [unit] = unitsIn(read, query);
  return unit && trialOfUnit(index, unit, query);
}

/** The same for all of its units: a long text by command is a message and talk. */
export function trialsOf(index: Index, read: Read, query: Labelled): readonly Trial[] {
  return unitsIn(read, query).map((unit) => trialOfUnit(index, unit, query));
}

/** What a query finds by its first unit, the best first; nothing where there is nothing to look up. */
export function rankedFor(index: Index, read: Read, query: Labelled): readonly Ranked[] {
  const [unit] = unitsIn(read, query);
  return unit === undefined ? [] : rankedBy(index, unit, query);
}

function unitsIn(read: Read, { text, via }: Labelled): readonly Unit[] {
  return unitsOf({ readings: [read(text, via)], answers: [] });
}

function trialOfUnit(index: Index, unit: Unit, query: Labelled): Trial {
  const { answerable, isRight } = query;
  const candidates = rankedBy(index, unit, query).map((one) => ({
    vector: one.vector,
    right: answerable && isRight(one),
    weight: 1,
  }));
  return { kind: modelKindOf(unit), candidates, answerable };
}

/**
 * Where the query is to have no answer, it is run once more as if its right articles had never been written: that is what
 * an error without an article looks like.
 */
function rankedBy(index: Index, unit: Unit, { answerable, isRight }: Labelled): readonly Ranked[] {
  const asked = rankUnit(index.searchers, index.model, unit);
  if (answerable) return asked;
  const left = rankUnit(without(index.searchers, asked.filter(isRight)), index.model, unit);
  return left.filter((one) => !isRight(one));
}

function without(searchers: readonly Searcher[], ranked: readonly Ranked[]): readonly Searcher[] {
  if (ranked.length === 0) return searchers;
  return searchers.map((searcher) => {
    const docs = ranked.filter((one) => one.searcher === searcher).map((one) => one.candidate.doc);
    return { ...searcher, hidden: [...searcher.hidden, ...docs] };
  });
}
