import type { Alignment } from "./align.ts";
import { isBare } from "./bare.ts";
import type { Candidate } from "./candidates.ts";
import { NO_CLOSER_LOOK } from "./close-features.ts";
import type { Card } from "./document.ts";
import type { Query } from "./query.ts";
import { Hit } from "./searcher.ts";
import { cardOf, type Segment, SIZE_UNIT } from "./segment.ts";
import { foldSource } from "../signals/source.ts";
import type { Unit } from "./unit.ts";

/**
 * What ranking and confidence are computed from. All lie between 0 and 1, mean the same for four articles as for
 * sixty thousand, and are listed in the order of the model's weights.
 */
export const FEATURES = [
  "one",
  "chain",
  "chainSquared",
  "chainHigh",
  "bag",
  "covered",
  "score",
  "relative",
  "size",
  "paragraphQuery",
  "paragraphSelf",
  "paragraphBoth",
  "paragraphHigh",
  "titleQuery",
  "titleSelf",
  "titleBoth",
  "run",
  "missing",
  "missingMost",
  "length",
  "telling",
  "known",
  "named",
  "eventFrom",
  "event",
  "otherSource",
  "eventMissing",
  "code",
  "mention",
  "codeMissing",
  "name",
  "nameMissing",
  "position",
  "companion",
  "bareNumber",
  "asked",
  "titleWords",
  "paragraphWords",
  "letters",
  "lettersHigh",
  "lettersSelf",
  "lettersBoth",
  "lacking",
  "had",
  "absent",
  "names",
  "strangers",
  "chainShare",
  "titleShare",
  "paragraphShare",
  "lettersShare",
] as const;

export type FeatureName = (typeof FEATURES)[number];

export type Features = Readonly<Record<FeatureName, number>>;

/** Words after which a query does not become more telling by being longer. */
const LONG_QUERY = 24;

/** The weight of about five rare words. */
const TELLING_WEIGHT = 40;

/** Letters after which an article is a collection rather than about one thing. */
const LONG_ARTICLE = 20_000;

/** What is known of a candidate when its features are computed. */
export type Look = {
  readonly unit: Unit;
  readonly query: Query;
  readonly candidate: Candidate;
  readonly alignment: Alignment;
  readonly segment: Segment;
  /** The highest word score among the candidates. */
  readonly best: number;
};

export function featuresOf({ unit, query, candidate, alignment, segment, best }: Look): Features {
  const weight = Math.max(query.weight, 1e-6);
  const { title, paragraph } = alignment;
  const chain = Math.min(1, alignment.chain / weight);
  const words = wordScore(candidate);
  return {
    one: 1,
    chain,
    chainSquared: chain * chain,
    chainHigh: 5 * Math.max(0, chain - 0.8),
    bag: Math.min(1, alignment.bag / weight),
    covered: candidate.covered,
    score: words / (words + 0.6 * weight + 6),
    relative: best > 0 ? words / best : 0,
    size: Math.min(1, (segment.sizes[candidate.doc]! * SIZE_UNIT) / LONG_ARTICLE),
    paragraphQuery: paragraph.query,
    paragraphSelf: paragraph.self,
    paragraphBoth: paragraph.query * paragraph.self,
    paragraphHigh: 4 * Math.max(0, paragraph.query * paragraph.self - 0.75),
    titleQuery: title.query,
    titleSelf: title.self,
    titleBoth: title.query * title.self,
    titleWords: title.words,
    paragraphWords: paragraph.words,
    run: Math.min(1, alignment.run / Math.max(1, query.words.length)),
    missing: alignment.missing / weight,
    missingMost: alignment.missingMost / Math.max(6, query.mostWeight),
    length: Math.min(1, query.words.length / LONG_QUERY),
    telling: Math.min(1, (candidate.covered * query.weight) / TELLING_WEIGHT),
    known: query.known,
    asked: unit.via === "command" ? 1 : 0,
    ...identifierFeatures(unit, candidate, segment),
    ...NO_CLOSER_LOOK,
  };
}

/** Candidates carry the sum of words and identifiers; what identifiers gave is taken off again. */
export function wordScore(candidate: Candidate): number {
  return Math.max(0, candidate.score - candidate.hitScore);
}

type IdentifierFeatures = Pick<
  Features,
  | "named"
  | "eventFrom"
  | "event"
  | "otherSource"
  | "eventMissing"
  | "code"
  | "mention"
  | "codeMissing"
  | "name"
  | "nameMissing"
  | "position"
  | "companion"
  | "bareNumber"
>;

function identifierFeatures(unit: Unit, { hits, doc }: Candidate, segment: Segment): IdentifierFeatures {
  const has = (bit: number): number => ((hits & bit) === 0 ? 0 : 1);
  const said = (kind: string): boolean => unit.signals.some((signal) => signal.kind === kind);
  const eventFrom = has(Hit.eventFrom);
  const isAside = has(Hit.event) === 1 && !said("event") && !isAskedFor(unit) && !isBare(unit);
  const source = has(Hit.event) && !eventFrom ? sourceFit(unit, cardOf(segment, doc)) : "none";
  return {
    named: has(Hit.article),
    eventFrom: source === "similar" ? 0.7 : eventFrom,
    event: source === "unsaid" && !isAside ? 1 : 0,
    bareNumber: source === "unsaid" && isAside ? 1 : 0,
    otherSource: source === "other" ? 1 : 0,
    eventMissing: said("event") && !has(Hit.event) ? 1 : 0,
    code: has(Hit.code),
    mention: has(Hit.mention),
    codeMissing: said("code") && !has(Hit.code | Hit.mention) ? 1 : 0,
    name: has(Hit.name),
    nameMissing: said("error-number") && !has(Hit.name) ? 1 : 0,
    position: has(Hit.position),
    companion: has(Hit.companion),
  };
}

/** `5389; it came up last night`: a number with a stop behind it is the question, one amid words is part of them. */
function isAskedFor({ text }: Unit): boolean {
  return /^\s{0,8}#?\d{1,7}\s{0,2}(?:$|[;:,.?!])/.test(text);
}

/** How the source that was said fits those of the article's events with the same id. */
function sourceFit(unit: Unit, card: Card): "unsaid" | "similar" | "other" {
  const said = unit.signals.flatMap((signal) =>
    signal.kind === "event" && signal.source !== undefined
      ? [{ id: signal.id, source: foldSource(signal.source) }]
      : [],
  );
  if (said.length === 0) return "unsaid";
  const known = card.events.filter(({ id }) => said.some((event) => event.id === id));
  if (known.some(({ source }) => source === undefined)) return "unsaid";
  return known.some(({ id, source = "" }) =>
    said.some((event) => event.id === id && similarSources(event.source, foldSource(source))),
  )
    ? "similar"
    : "other";
}

/** One program writes under several names: `MSExchangeIS`, `MSExchangeIS Private`; `ESE`, `ESE97`. */
function similarSources(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (short.length >= 3 && long.startsWith(short)) || (short.length >= 6 && long.includes(short));
}

/** The features in the order of `FEATURES`. */
export function vectorOf(features: Features): Float64Array {
  const vector = new Float64Array(FEATURES.length);
  for (let at = 0; at < FEATURES.length; at++) vector[at] = features[FEATURES[at]!];
  return vector;
}
