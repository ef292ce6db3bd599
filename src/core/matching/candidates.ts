import type { Signal } from "../signals/signal.ts";
import { identifier } from "./identifier.ts";
import { identifierTerm, type Query } from "./query.ts";
import { type Desk, Hit, type Searcher } from "./searcher.ts";
import { documentFrequency, type Segment } from "./segment.ts";
import type { Unit } from "./unit.ts";

/** An article worth a closer look, with what the index alone says about it. */
export type Candidate = {
  readonly doc: number;
  /** BM25 over titles, messages, symptoms and body, with identifiers and pairs of words. */
  readonly score: number;
  /** Share of the query's words, by weight, that the article has anywhere. */
  readonly covered: number;
  /** Kinds of identifier by which it was hit: bits of `Hit`. */
  readonly hits: number;
  /** The part of the score that identifiers gave. */
  readonly hitScore: number;
};

/** Articles that are looked at closely. */
export const MOST_CANDIDATES = 60;

/** Distinct words that are looked up, the most telling first. */
const MOST_TERMS = 80;

/** Postings one unit may cost; beyond them the remaining, everyday words are left to the closer look. */
const MOST_POSTINGS = 220_000;

/** What an identifier is worth beside words, in the unit of idf. */
const HIT_SCORES = {
  article: 400,
  eventFrom: 60,
  position: 60,
  code: 40,
  event: 25,
  name: 25,
  mention: 20,
  companion: 6,
} as const;

const BIGRAM_SCORE = 2;

/** A word that nearly every article has says nothing. */
const LEAST_WEIGHT = 0.05;

/** The articles that a unit may be about, best first. */
export function candidatesOf(
  { segment, desk }: Searcher,
  unit: Unit,
  query: Query,
  most = MOST_CANDIDATES,
): readonly Candidate[] {
  for (const [kind, spelling] of identifiersIn(unit.signals))
    hit(desk, segment, kind, identifierTerm(segment, spelling));
  scoreTerms(desk, segment, distinctTerms(query, segment));
  for (const key of new Set(query.bigrams)) scoreBigram(desk, segment, key);
  const best = selectBest(desk, most).map((doc) => candidateAt(desk, doc, query.weight));
  clear(desk);
  return best;
}

type HitKind = keyof typeof HIT_SCORES;

/** The identifiers that a text's signals may be looked up by, each once, with their kind. */
export function identifiersIn(signals: readonly Signal[]): readonly (readonly [HitKind, string])[] {
  const found = new Map(signals.flatMap(identifiersOfSignal).map(([kind, spelling]) => [spelling, kind] as const));
  return [...found].map(([spelling, kind]) => [kind, spelling] as const);
}

function identifiersOfSignal(signal: Signal): (readonly [HitKind, string])[] {
  switch (signal.kind) {
    case "event":
      return eventIdentifiers(signal.id, signal.source);
    case "bare-number":
      return [["event", identifier.event(signal.value)]];
    case "code":
      return [
        ["code", identifier.code(signal.code)],
        ["mention", identifier.mention(signal.code)],
      ];
    case "error-number":
      return [["name", identifier.name(`${signal.family}${signal.number}`)]];
    case "name":
      return [["name", identifier.name(signal.name)]];
    case "position":
      return [["position", identifier.position(signal.position)]];
    case "article":
      return [["article", identifier.article(signal.id)]];
    case "build":
    case "file":
      return [];
  }
}

function eventIdentifiers(id: number, source: string | undefined): (readonly [HitKind, string])[] {
  if (source === undefined) return [["event", identifier.event(id)]];
  return [
    ["event", identifier.event(id)],
    ["eventFrom", identifier.eventFrom(source, id)],
    ["companion", identifier.companion(source, id)],
  ];
}

function hit(desk: Desk, segment: Segment, kind: HitKind, term: number): void {
  if (term === 0) return;
  const { starts, docs } = segment.postings;
  for (let at = starts[term]!; at < starts[term + 1]!; at++) {
    const doc = docs[at]!;
    addScore(desk, doc, HIT_SCORES[kind]);
    desk.hitScores[doc]! += HIT_SCORES[kind];
    desk.hits[doc]! |= Hit[kind];
  }
}

function addScore(desk: Desk, doc: number, score: number): void {
  if (desk.scores[doc] === 0) desk.touched[desk.found++] = doc;
  desk.scores[doc]! += score;
}

type WeightedTerm = { readonly term: number; readonly weight: number };

function distinctTerms(query: Query, segment: Segment): WeightedTerm[] {
  const found = new Map<number, WeightedTerm>();
  for (const word of query.words) {
    for (const { term, likeness } of word.terms) found.set(term, { term, weight: segment.idf[term]! * likeness });
  }
  return [...found.values()]
    .filter((term) => term.weight > LEAST_WEIGHT)
    .toSorted((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, MOST_TERMS);
}

/** Adds the score of every word to the articles that have it. */
function scoreTerms(desk: Desk, segment: Segment, terms: readonly WeightedTerm[]): void {
  let left = MOST_POSTINGS;
  for (const { term, weight } of terms) {
    left -= documentFrequency(segment, term);
    if (left < 0 && desk.found > 0) break;
    scoreTerm(desk, segment, term, weight);
  }
}

function scoreTerm(desk: Desk, { postings: { starts, docs, impacts } }: Segment, term: number, weight: number): void {
  const { scores, covered, touched } = desk;
  const step = weight / 255;
  const end = starts[term + 1]!;
  let found = desk.found;
  for (let at = starts[term]!; at < end; at++) {
    const doc = docs[at]!;
    if (scores[doc] === 0) touched[found++] = doc;
    scores[doc]! += step * impacts[at]!;
    covered[doc]! += weight;
  }
  desk.found = found;
}

function scoreBigram(desk: Desk, { bigrams: { keys, starts, docs } }: Segment, key: number): void {
  const place = placeOf(keys, key);
  if (place < 0) return;
  for (let at = starts[place]!; at < starts[place + 1]!; at++) addScore(desk, docs[at]!, BIGRAM_SCORE);
}

function placeOf(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (keys[middle] === key) return middle;
    if (keys[middle]! < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** The articles with the highest scores; of equal ones the earlier. The list is cut whenever it is four times too long. */
function selectBest({ scores, touched, found }: Desk, most: number): number[] {
  const best: number[] = [];
  let floor = -1;
  for (let at = 0; at < found; at++) {
    const doc = touched[at]!;
    if (scores[doc]! < floor) continue;
    best.push(doc);
    if (best.length >= most * 4) floor = keepBest(best, scores, most);
  }
  keepBest(best, scores, most);
  return best;
}

/** Cuts the list down to the best and returns the score of the last of them. */
function keepBest(best: number[], scores: Float32Array, most: number): number {
  best.sort((a, b) => scores[b]! - scores[a]! || a - b);
  if (best.length > most) best.length = most;
  return best.length < most ? -1 : scores[best[most - 1]!]!;
}

function candidateAt({ scores, covered, hits, hitScores }: Desk, doc: number, weight: number): Candidate {
  return {
    doc,
    score: scores[doc]!,
    covered: weight > 0 ? Math.min(1, covered[doc]! / weight) : 0,
    hits: hits[doc]!,
    hitScore: hitScores[doc]!,
  };
}

function clear(desk: Desk): void {
  for (let at = 0; at < desk.found; at++) {
    const doc = desk.touched[at]!;
    desk.scores[doc] = 0;
    desk.covered[doc] = 0;
    desk.hits[doc] = 0;
    desk.hitScores[doc] = 0;
  }
  desk.found = 0;
}
