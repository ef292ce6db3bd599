import { alignerFor, type Alignment } from "./align.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { type Depth, FULL_DEPTH } from "./depth.ts";
import type { Card } from "./document.ts";
import { lookCloser } from "./closer-look.ts";
import { listsLoneCode } from "./lone-code.ts";
import { AT, featuresOf, saidIn, writeCloserLook, wordScore } from "./features.ts";
import { closeScore, confidenceOf, FAR_AHEAD, type Model, modelKindOf, rankScore, type Weights } from "./model.ts";
import { marksAlone } from "./marks-alone.ts";
import { type Query, queryOf } from "./query.ts";
import { Hit, type Searcher } from "./searcher.ts";
import { cardOf } from "./segment.ts";
import { NO_STORY, type StoryFit } from "./story-fit.ts";
import type { Unit } from "./unit.ts";

/** An article as an answer to one unit. */
export type Ranked = Found & { readonly rank: number; readonly confidence: number; readonly card: Card };

type Found = {
  readonly searcher: Searcher;
  readonly query: Query;
  readonly candidate: Candidate;
  readonly alignment: Alignment;
  /** Its features in the order of `FEATURES`. */
  readonly vector: Float64Array;
};

/** The articles that may answer a unit, best first, over all segments; equally good ones in the order of the index. */
export function rankUnit(
  searchers: readonly Searcher[],
  model: Model,
  unit: Unit,
  depth = FULL_DEPTH,
): readonly Ranked[] {
  const weights = model[modelKindOf(unit)];
  const found = searchers.flatMap((searcher) => lookUp(searcher, unit, weights.rank, depth));
  const ranked = bestBy(found, depth.ranked, (one) => closeScore(weights, one.vector) + unspelled(one));
  const first = ranked[0]?.score ?? 0;
  const second = ranked[1]?.score ?? first - FAR_AHEAD;
  return ranked.map(({ one, score: rank }, place) => {
    const lead = place === 0 ? first - second : rank - first;
    const { searcher, query, candidate, alignment, vector } = one;
    const isListed = place === 0 && (candidate.hits & Hit.code) !== 0;
    const least = isListed && listsLoneCode(unit, searcher, candidate.doc, searchers) ? LONE_CODE : 0;
    const confidence = Math.max(least, restrained(one, sureness(one, weights, lead, rank)));
    const card = cardOf(searcher.segment, candidate.doc);
    return { searcher, query, candidate, alignment, vector, rank, confidence, card };
  });
}

/** How sure it is at least that an article is meant which alone lists the code: on the labelled sets it always was. */
const LONE_CODE = 0.7;

/**
 * What a pattern adds to a name: together as much as an event's number. A name mostly stands in the text of its article;
 * what a pattern matches does not, and whatever shares a word or two would come first.
 */
const UNSPELLED = 6;

function unspelled({ candidate }: Found): number {
  return (candidate.hits & Hit.pattern) === 0 ? 0 : UNSPELLED;
}

/** What a pattern matches is the wording of its article, however much of it the article does not spell out. */
function sureness({ candidate, vector }: Found, weights: Model["talk"], lead: number, rank: number): number {
  const confidence = confidenceOf(weights, vector, lead, rank);
  if ((candidate.hits & Hit.pattern) === 0) return confidence;
  return Math.max(confidence, confidenceOf({ ...weights, doubts: [] }, marksAlone(vector), lead, rank));
}

function lookUp(searcher: Searcher, unit: Unit, weights: Weights, depth: Depth): Found[] {
  const { segment, spelling, desk } = searcher;
  const query = queryOf(unit, segment, spelling, depth.guessed);
  const candidates = candidatesOf(searcher, unit, query, depth.candidates);
  const best = candidates.reduce((most, candidate) => Math.max(most, wordScore(candidate)), 0);
  const said = saidIn(unit);
  const aligner = alignerFor(segment, desk, query);
  const found = candidates.map((candidate) => {
    const alignment = aligner.align(candidate.doc);
    const vector = featuresOf({ unit, said, query, candidate, alignment, segment, best });
    return { searcher, query, candidate, alignment, vector };
  });
  const ahead = bestBy(found, depth.ranked, (one) => rankScore(weights, one.vector) + unspelled(one)).map(
    ({ one }) => one,
  );
  const storyOf = (doc: number): StoryFit => (unit.kind === "talk" ? aligner.fitStory(doc) : NO_STORY);
  const closer = lookCloser(segment, desk, query, ahead, storyOf);
  closer.forEach((close, at) => writeCloserLook(ahead[at]!.vector, close));
  aligner.done();
  return ahead;
}

function bestBy<T>(
  values: readonly T[],
  most: number,
  scoreOf: (one: T) => number,
): { readonly one: T; readonly score: number }[] {
  return values
    .map((one) => ({ one, score: scoreOf(one) }))
    .toSorted((a, b) => b.score - a.score)
    .slice(0, most);
}

/** What comes with many errors proves none, however well its text fits. */
const COMPANION_SHARE = 0.3;

/** Who asks for it by its id wants to know where it comes up. */
const ASKED_COMPANION_SHARE = 0.7;

/** Less than this is a word or two that everybody says: about one rare word. */
const LEAST_TELLING = 0.2;

function restrained({ vector, candidate }: Found, confidence: number): number {
  const said = candidate.hits === 0 ? Math.min(1, vector[AT.telling]! / LEAST_TELLING) : 1;
  const share = !isCompanionAlone(vector) ? 1 : vector[AT.asked] === 1 ? ASKED_COMPANION_SHARE : COMPANION_SHARE;
  return confidence * said * share;
}

function isCompanionAlone(vector: Float64Array): boolean {
  return vector[AT.companion]! > 0 && vector[AT.eventFrom] === 0 && vector[AT.code] === 0 && vector[AT.named] === 0;
}
