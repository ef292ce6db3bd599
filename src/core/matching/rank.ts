import { alignerFor, type Alignment } from "./align.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import type { Card } from "./document.ts";
import { type Features, featuresOf, vectorOf, wordScore } from "./features.ts";
import { confidenceOf, FAR_AHEAD, type Model, rankScore } from "./model.ts";
import { type Query, queryOf } from "./query.ts";
import { cardOf } from "./segment.ts";
import type { Searcher } from "./searcher.ts";
import type { Unit } from "./unit.ts";

/** An article as an answer to one unit. */
export type Ranked = {
  readonly searcher: Searcher;
  readonly query: Query;
  readonly candidate: Candidate;
  readonly alignment: Alignment;
  readonly card: Card;
  readonly features: Features;
  readonly vector: Float64Array;
  readonly rank: number;
  readonly confidence: number;
};

/** The articles that may answer a unit, best first, over all segments. */
export function rankUnit(searchers: readonly Searcher[], model: Model, unit: Unit): readonly Ranked[] {
  const weights = model[unit.kind];
  const found = searchers.flatMap((searcher) => candidatesIn(searcher, unit));
  const ranked = found.map((one) => ({ ...one, rank: rankScore(weights.rank, one.vector) }));
  ranked.sort((a, b) => b.rank - a.rank || (a.card.id < b.card.id ? -1 : 1));
  const first = ranked[0]?.rank ?? 0;
  const second = ranked[1]?.rank ?? first - FAR_AHEAD;
  return ranked.map((one, place) => {
    const lead = place === 0 ? first - second : one.rank - first;
    return { ...one, confidence: restrained(one, confidenceOf(weights.confidence, one.vector, lead, one.rank)) };
  });
}

/** What comes with many errors proves none, however well its text fits. */
const COMPANION_SHARE = 0.3;

function restrained({ features }: Found, confidence: number): number {
  const isCompanionAlone =
    features.companion > 0 && features.eventFrom === 0 && features.code === 0 && features.named === 0;
  return isCompanionAlone ? confidence * COMPANION_SHARE : confidence;
}

type Found = Omit<Ranked, "rank" | "confidence">;

function candidatesIn(searcher: Searcher, unit: Unit): Found[] {
  const query = queryOf(unit, searcher.segment, searcher.spelling);
  const candidates = candidatesOf(searcher, unit, query);
  const aligner = alignerFor(searcher.segment, searcher.desk, query);
  const best = Math.max(0, ...candidates.map(wordScore));
  const found = candidates.map((candidate) =>
    look(searcher, unit, query, candidate, aligner.align(candidate.doc), best),
  );
  aligner.done();
  return found;
}

function look(
  searcher: Searcher,
  unit: Unit,
  query: Query,
  candidate: Candidate,
  alignment: Alignment,
  best: number,
): Found {
  const card = cardOf(searcher.segment, candidate.doc);
  const features = featuresOf(unit, query, candidate, alignment, card, best);
  return { searcher, query, candidate, alignment, card, features, vector: vectorOf(features) };
}
