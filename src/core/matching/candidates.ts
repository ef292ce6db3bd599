import type { Signal } from "../signals/signal.ts";
import { identifier } from "./identifier.ts";
import { identifierTerm, type Query } from "./query.ts";
import { type Desk, Hit, type Searcher } from "./searcher.ts";
import { documentFrequency, hasTerm, type Segment } from "./segment.ts";
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
const MOST_POSTINGS = 150_000;

/** What an identifier is worth beside words, in the unit of idf. */
export const HIT_SCORES = {
  article: 400,
  eventFrom: 60,
  position: 60,
  code: 40,
  event: 25,
  name: 25,
  mention: 20,
  companion: 6,
} as const;

/** This many of the most telling words are looked up whatever that costs. */
const LEAST_TERMS = 3;

export const BIGRAM_SCORE = 2;

/** A word that nearly every article has says nothing. */
const LEAST_WEIGHT = 0.05;

/** The articles that a unit may be about, best first. */
export function candidatesOf({ segment, desk, hidden }: Searcher, unit: Unit, query: Query): readonly Candidate[] {
  const terms = distinctTerms(query, segment.idf);
  for (const [kind, spelling] of identifiersIn(unit.signals))
    hit(desk, segment, kind, identifierTerm(segment, spelling));
  for (const key of new Set(query.bigrams)) scoreBigram(desk, segment, key);
  scoreTerms(desk, segment, terms);
  for (const doc of hidden) desk.scores[doc] = 0;
  const best = selectBest(desk.scores, MOST_CANDIDATES).map((doc) => candidateAt(desk, doc));
  clear(desk);
  return withCoverage(best, segment, terms, query.weight);
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
  if (source === undefined)
    return [
      ["event", identifier.event(id)],
      ["companion", identifier.companion("", id)],
    ];
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
    desk.scores[doc]! += HIT_SCORES[kind];
    desk.hitScores[doc]! += HIT_SCORES[kind];
    desk.hits[doc]! |= Hit[kind];
  }
}

type WeightedTerm = { readonly term: number; readonly weight: number };

/** The words that are looked up, the most telling first. */
export function distinctTerms(query: Query, idf: Float32Array): WeightedTerm[] {
  const found = new Map<number, WeightedTerm>();
  for (const word of query.words) {
    for (const { term, likeness } of word.terms) found.set(term, { term, weight: idf[term]! * likeness });
  }
  return [...found.values()]
    .filter((term) => term.weight > LEAST_WEIGHT)
    .toSorted((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, MOST_TERMS);
}

/** Adds the score of every word to the articles that have it. */
function scoreTerms(desk: Desk, segment: Segment, terms: readonly WeightedTerm[]): void {
  let left = MOST_POSTINGS;
  for (const [place, { term, weight }] of terms.entries()) {
    left -= documentFrequency(segment, term);
    if (left < 0 && place >= LEAST_TERMS) return;
    scoreTerm(desk.scores, segment, term, weight / 255);
  }
}

function scoreTerm(scores: Float32Array, { postings }: Segment, term: number, step: number): void {
  const { starts, docs, impacts } = postings;
  const end = starts[term + 1]!;
  for (let at = starts[term]!; at < end; at++) scores[docs[at]!]! += step * impacts[at]!;
}

function scoreBigram(desk: Desk, { bigrams: { keys, starts, docs } }: Segment, key: number): void {
  const place = placeOf(keys, key);
  if (place < 0) return;
  for (let at = starts[place]!; at < starts[place + 1]!; at++) desk.scores[docs[at]!]! += BIGRAM_SCORE;
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
function selectBest(scores: Float32Array, most: number): number[] {
  let best: number[] = [];
  let floor = 0;
  for (let doc = 0; doc < scores.length; doc++) {
    if (scores[doc]! <= floor) continue;
    best.push(doc);
    if (best.length < most * 4) continue;
    best = bestOf(best, scores, most);
    floor = scores[best.at(-1)!]!;
  }
  return bestOf(best, scores, most);
}

function bestOf(docs: readonly number[], scores: Float32Array, most: number): number[] {
  return docs.toSorted((a, b) => scores[b]! - scores[a]! || a - b).slice(0, most);
}

type Scored = Omit<Candidate, "covered">;

function candidateAt({ scores, hits, hitScores }: Desk, doc: number): Scored {
  return { doc, score: scores[doc]!, hits: hits[doc]!, hitScore: hitScores[doc]! };
}

function clear(desk: Desk): void {
  desk.scores.fill(0);
  desk.hits.fill(0);
  desk.hitScores.fill(0);
}

function withCoverage(
  found: readonly Scored[],
  segment: Segment,
  terms: readonly WeightedTerm[],
  weight: number,
): Candidate[] {
  return found.map((one) => ({
    ...one,
    covered: weight > 0 ? Math.min(1, coveredWeight(one.doc, segment, terms) / weight) : 0,
  }));
}

function coveredWeight(doc: number, segment: Segment, terms: readonly WeightedTerm[]): number {
  return terms.reduce((sum, { term, weight }) => (hasTerm(segment, term, doc) ? sum + weight : sum), 0);
}
