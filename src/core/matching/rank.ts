import { alignerFor, type Alignment } from "./align.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import type { Card } from "./document.ts";
import { type Features, featuresOf, vectorOf, wordScore } from "./features.ts";
import { confidenceOf, FAR_AHEAD, type Model, rankScore } from "./model.ts";
import { type Query, queryOf } from "./query.ts";
import type { Searcher } from "./searcher.ts";
import { cardOf } from "./segment.ts";
import type { Unit } from "./unit.ts";

/** An article as an answer to one unit. */
export type Ranked = Found & { readonly rank: number; readonly confidence: number; readonly card: Card };

type Found = {
  readonly searcher: Searcher;
  readonly query: Query;
  readonly candidate: Candidate;
  readonly alignment: Alignment;
  readonly features: Features;
  readonly vector: Float64Array;
};

/** Articles that are kept for the verdict; those further down explain nothing. */
const MOST_RANKED = 16;

/** The articles that may answer a unit, best first, over all segments; equally good ones in the order of the index. */
export function rankUnit(searchers: readonly Searcher[], model: Model, unit: Unit): readonly Ranked[] {
  const weights = model[unit.kind];
  const found = searchers.flatMap((searcher) => lookUp(searcher, unit));
  const ranked = found
    .map((one) => ({ one, rank: rankScore(weights.rank, one.vector) }))
    .toSorted((a, b) => b.rank - a.rank);
  const first = ranked[0]?.rank ?? 0;
  const second = ranked[1]?.rank ?? first - FAR_AHEAD;
  return ranked.slice(0, MOST_RANKED).map(({ one, rank }, place) => {
    const lead = place === 0 ? first - second : rank - first;
    const confidence = restrained(one, confidenceOf(weights.confidence, one.vector, lead, rank));
    return { ...one, rank, confidence, card: cardOf(one.searcher.segment, one.candidate.doc) };
  });
}

function lookUp(searcher: Searcher, unit: Unit): Found[] {
  const { segment, spelling, desk } = searcher;
  const query = queryOf(unit, segment, spelling);
  const candidates = candidatesOf(searcher, unit, query);
  const best = candidates.reduce((most, candidate) => Math.max(most, wordScore(candidate)), 0);
  const aligner = alignerFor(segment, desk, query);
  const found = candidates.map((candidate) => {
    const alignment = aligner.align(candidate.doc);
    const features = featuresOf({ unit, query, candidate, alignment, segment, best });
    return { searcher, query, candidate, alignment, features, vector: vectorOf(features) };
  });
  aligner.done();
  return found;
}

/** What comes with many errors proves none, however well its text fits. */
const COMPANION_SHARE = 0.3;

/** Less than this is a word or two that everybody says. */
const LEAST_TELLING = 0.1;

function restrained({ features, candidate }: Found, confidence: number): number {
  const isCompanionAlone =
    features.companion > 0 && features.eventFrom === 0 && features.code === 0 && features.named === 0;
  const said = candidate.hits === 0 ? Math.min(1, features.telling / LEAST_TELLING) : 1;
  return confidence * said * (isCompanionAlone ? COMPANION_SHARE : 1);
}
