import { coverageOf } from "./coverage.ts";
import { identifier } from "./identifier.ts";
import { eventBehind, relatedCodes } from "./related-codes.ts";
import { identifierTerm, type Query } from "./query.ts";
import { scoreTerms, type WeightedTerm } from "./score-terms.ts";
import { addScores, barDocs, type Scoreboard, wipe } from "./scoreboard.ts";
import { Hit, type Searcher } from "./searcher.ts";
import { hasTerm, type Segment } from "./segment.ts";
import { selectBest } from "./select-best.ts";
import type { Unit, UnitSignal } from "./unit.ts";

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

/** Distinct words that are looked up, the most telling first. */
const MOST_TERMS = 80;

/** What an identifier is worth beside words, in the unit of idf. */
export const HIT_SCORES = {
  article: 400,
  eventFrom: 60,
  position: 60,
  code: 40,
  event: 25,
  name: 25,
  pattern: 25,
  mention: 20,
  faint: 12,
  companion: 6,
} as const;

export const BIGRAM_SCORE = 2;

/** A word that nearly every article has says nothing. */
const LEAST_WEIGHT = 0.05;

/** The articles that a unit may be about, best first, at most so many. */
export function candidatesOf(
  { segment, desk, hidden }: Searcher,
  unit: Unit,
  query: Query,
  most: number,
): readonly Candidate[] {
  const { board } = desk;
  const terms = distinctTerms(query, segment.idf);
  const marks = marksOf(unit, segment);
  barDocs(board, hidden);
  for (const mark of marks) scoreIdentifier(board, segment, mark);
  for (const key of new Set(query.bigrams)) scoreBigram(board, segment, key);
  const best = selectBest(board, most, scoreTerms(board, segment, terms, most));
  const covered = coverageOf(best, segment, terms);
  const found: Candidate[] = [];
  best.forEach((doc, place) => {
    const { hits, hitScore } = hitsOf(segment, marks, doc);
    const share = query.weight > 0 ? Math.min(1, covered[place]! / query.weight) : 0;
    found.push({ doc, score: board.scores[doc]!, covered: share, hits, hitScore });
  });
  wipe(board, hidden);
  return found;
}

/** An identifier of the unit that the index may have. */
type IdentifierMark = { readonly kind: HitKind; readonly term: number };

function marksOf({ signals, via }: Unit, segment: Segment): readonly IdentifierMark[] {
  return identifiersIn(signals, via === "command").map(([kind, spelling]) => ({
    kind,
    term: identifierTerm(segment, spelling),
  }));
}

type HitKind = keyof typeof HIT_SCORES;

/** The identifiers that a text's signals may be looked up by, each once, with their kind; in passing a number is no other code. */
export function identifiersIn(signals: readonly UnitSignal[], asked = true): readonly (readonly [HitKind, string])[] {
  const found = signals.flatMap((signal) => [
    ...identifiersOfSignal(signal),
    ...(asked || signal.kind !== "error-number" ? relatedIdentifiers(signal) : []),
  ]);
  return [...new Map(found.map((one) => [one.join(" "), one] as const)).values()];
}

function relatedIdentifiers(signal: UnitSignal): (readonly [HitKind, string])[] {
  return relatedCodes(signal).flatMap((code) => [
    ["faint", identifier.mention(code)],
    ["faint", identifier.called(code)],
  ]);
}

function identifiersOfSignal(signal: UnitSignal): (readonly [HitKind, string])[] {
  switch (signal.kind) {
    case "event":
      return eventIdentifiers(signal.id, signal.source);
    case "bare-number":
      return [["event", identifier.event(signal.value)]];
    case "code":
      return [
        ["code", identifier.code(signal.code)],
        ["mention", identifier.mention(signal.code)],
        ["faint", identifier.faint(signal.code)],
        ["faint", identifier.called(signal.code)],
        ...eventBehind(signal.code).map((id) => ["event", identifier.event(id)] as const),
      ];
    case "error-number":
      return [["name", identifier.name(`${signal.family}${signal.number}`)]];
    case "name":
      return [["name", identifier.name(signal.name)]];
    case "position":
      return [["position", identifier.position(signal.position)]];
    case "article":
      return [["article", identifier.article(signal.id)]];
    case "pattern":
      return [["pattern", identifier.article(signal.article)]];
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

function scoreIdentifier(board: Scoreboard, { postings }: Segment, { kind, term }: IdentifierMark): void {
  if (term === 0) return;
  const { docs, starts } = postings;
  addScores(board, { docs, from: starts[term]!, to: starts[term + 1]! }, HIT_SCORES[kind]);
}

/** What of an article's score its identifiers gave. */
function hitsOf(segment: Segment, marks: readonly IdentifierMark[], doc: number): Pick<Candidate, "hits" | "hitScore"> {
  let hits = 0;
  let hitScore = 0;
  for (const { kind, term } of marks) {
    if (term === 0 || !hasTerm(segment, term, doc)) continue;
    hits |= Hit[kind];
    hitScore += HIT_SCORES[kind];
  }
  return { hits, hitScore };
}

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
function scoreBigram(board: Scoreboard, { bigrams: { keys, starts, docs } }: Segment, key: number): void {
  const place = placeOf(keys, key);
  if (place >= 0) addScores(board, { docs, from: starts[place]!, to: starts[place + 1]! }, BIGRAM_SCORE);
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
