import { alignerFor } from "./align.ts";
import { candidatesOf } from "./candidates.ts";
import { type Depth, FULL_DEPTH } from "./depth.ts";
import type { Card } from "./document.ts";
import { lookCloser } from "./closer-look.ts";
import { listsLoneCode } from "./lone-code.ts";
import { AT, writeCloserLook } from "./features.ts";
import { firstOrder, type Placed, unspelled } from "./first-order.ts";
import { closeScore, confidenceOf, FAR_AHEAD, type Model, modelKindOf, type Weights } from "./model.ts";
import { marksAlone } from "./marks-alone.ts";
import { type Query, queryOf } from "./query.ts";
import { Hit, type Searcher } from "./searcher.ts";
import { cardOf } from "./segment.ts";
import { NO_STORY, type StoryFit } from "./story-fit.ts";
import type { Unit } from "./unit.ts";

/** An article as an answer to one unit. */
export type Ranked = Found & { readonly rank: number; readonly confidence: number; readonly card: Card };

type Found = Placed & { readonly searcher: Searcher; readonly query: Query };

/** The articles that may answer a unit, best first, over all segments; equally good ones in the order of the index. */
export function rankUnit(
  searchers: readonly Searcher[],
  model: Model,
  unit: Unit,
  depth = FULL_DEPTH,
): readonly Ranked[] {
  const weights = model[modelKindOf(unit)];
  const found = searchers.flatMap((searcher) => lookUp(searcher, unit, weights.rank, depth));
  const ranked = bestBy(found, depth.ranked, (one) => closeScore(weights, one.vector) + unspelled(one.candidate));
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
  const aligner = alignerFor(segment, desk, query);
  const ahead = firstOrder({ unit, query, segment, aligner, weights }, candidates, depth.ranked);
  const storyOf = (doc: number): StoryFit => (unit.kind === "talk" ? aligner.fitStory(doc) : NO_STORY);
  const closer = lookCloser(segment, desk, query, ahead, storyOf);
  closer.forEach((close, at) => writeCloserLook(ahead[at]!.vector, close));
  aligner.done();
  return ahead.map((placed) => ({ searcher, query, ...placed }));
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
