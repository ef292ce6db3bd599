import type { Alignment } from "./align.ts";
import { isBare } from "./bare.ts";
import type { Candidate } from "./candidates.ts";
import { CLOSE_FEATURES, type CloseFeatures } from "./close-features.ts";
import type { CardEvent } from "./document.ts";
import type { Query } from "./query.ts";
import { Hit } from "./searcher.ts";
import { cardOf, type Segment, SIZE_UNIT } from "./segment.ts";
import { foldSource } from "../signals/source.ts";
import type { Unit, UnitSignal } from "./unit.ts";

/** What identifiers and the way of asking say; wording has no part in it. */
export const IDENTIFIER_FEATURES = [
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
] as const;

/**
 * What ranking and confidence are computed from. All lie between 0 and 1, mean the same for four articles as for
 * sixty thousand, and are listed in the order of the model's weights.
 */
export const FIRST_FEATURES = [
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
  ...IDENTIFIER_FEATURES,
  "titleWords",
  "paragraphWords",
] as const;

/** All features in the order of the model's weights; those of the closer look are 0 where nobody looked. */
export const FEATURES = [...FIRST_FEATURES, ...CLOSE_FEATURES] as const;

export type FeatureName = (typeof FEATURES)[number];

const PLACES = FEATURES.map((name, at) => [name, at]);

/** Where each feature stands in a vector. */
export const AT: Readonly<Record<FeatureName, number>> = Object.fromEntries(PLACES);

/** Words after which a query does not become more telling by being longer. */
const LONG_QUERY = 24;

/** The weight of about five rare words. */
const TELLING_WEIGHT = 40;

/** Letters after which an article is a collection rather than about one thing. */
const LONG_ARTICLE = 20_000;

/** Which kinds of identifier a unit names; 1 or 0. */
export type Said = {
  readonly asked: number;
  readonly event: boolean;
  readonly code: boolean;
  readonly errorNumber: boolean;
  /** It has a number that may be an event, but amid other words. */
  readonly isAside: boolean;
};

export function saidIn(unit: Unit): Said {
  const says = (kind: string): boolean => unit.signals.some((signal) => signal.kind === kind);
  const event = says("event");
  return {
    asked: unit.via === "command" ? 1 : 0,
    event,
    code: says("code"),
    errorNumber: says("error-number"),
    isAside: !event && says("bare-number") && !isAskedFor(unit) && !isBare(unit),
  };
}

/** What is known of a candidate when its features are computed. */
export type Look = {
  readonly unit: Unit;
  readonly said: Said;
  readonly query: Query;
  readonly candidate: Candidate;
  readonly alignment: Alignment;
  readonly segment: Segment;
  /** The highest word score among the candidates. */
  readonly best: number;
};

/**
 * Writes the features of a candidate in the order of `FEATURES`, but for those of its chain and of the closer look. They
 * are written where they belong at once: sixty times a unit, an object with a name for each would take longer than all
 * that is computed.
 */
export function writeFeatures(vector: Float64Array, look: Look): void {
  writeWording(vector, look);
  writeIdentifiers(vector, look);
}

function writeWording(vector: Float64Array, look: Look): void {
  const { query, candidate, alignment, segment, best } = look;
  const weight = Math.max(query.weight, 1e-6);
  const words = wordScore(candidate);
  vector[AT.one] = 1;
  vector[AT.bag] = Math.min(1, alignment.bag / weight);
  vector[AT.covered] = candidate.covered;
  vector[AT.score] = words / (words + 0.6 * weight + 6);
  vector[AT.relative] = best > 0 ? words / best : 0;
  vector[AT.size] = Math.min(1, (segment.sizes[candidate.doc]! * SIZE_UNIT) / LONG_ARTICLE);
  vector[AT.missing] = alignment.missing / weight;
  vector[AT.missingMost] = alignment.missingMost / Math.max(6, query.mostWeight);
  vector[AT.length] = Math.min(1, query.words.length / LONG_QUERY);
  vector[AT.telling] = Math.min(1, (candidate.covered * query.weight) / TELLING_WEIGHT);
  vector[AT.known] = query.known;
  writeOverlaps(vector, alignment);
}

function writeOverlaps(vector: Float64Array, { title, paragraph }: Alignment): void {
  vector[AT.paragraphQuery] = paragraph.query;
  vector[AT.paragraphSelf] = paragraph.self;
  vector[AT.paragraphBoth] = paragraph.query * paragraph.self;
  vector[AT.paragraphHigh] = 4 * Math.max(0, paragraph.query * paragraph.self - 0.75);
  vector[AT.paragraphWords] = paragraph.words;
  vector[AT.titleQuery] = title.query;
  vector[AT.titleSelf] = title.self;
  vector[AT.titleBoth] = title.query * title.self;
  vector[AT.titleWords] = title.words;
}

/** Candidates carry the sum of words and identifiers; what identifiers gave is taken off again. */
export function wordScore(candidate: Candidate): number {
  return Math.max(0, candidate.score - candidate.hitScore);
}

function writeIdentifiers(vector: Float64Array, { said, unit, candidate: { hits, doc }, segment }: Look): void {
  const has = (bit: number): number => ((hits & bit) === 0 ? 0 : 1);
  const eventFrom = has(Hit.eventFrom);
  const source = has(Hit.event) && !eventFrom ? sourceFit(unit, cardOf(segment, doc).events) : "none";
  const isIdAlone = source === "unsaid" || source === "mentioned";
  vector[AT.named] = has(Hit.article);
  vector[AT.eventFrom] = source === "similar" ? NEARLY : eventFrom;
  vector[AT.event] = !isIdAlone || said.isAside ? 0 : source === "mentioned" ? SPOKEN : 1;
  vector[AT.otherSource] = source === "other" ? 1 : 0;
  vector[AT.eventMissing] = said.event && !has(Hit.event) ? 1 : 0;
  vector[AT.code] = has(Hit.code);
  vector[AT.mention] = has(Hit.mention) || FAINT * has(Hit.faint);
  vector[AT.codeMissing] = said.code && !has(Hit.code | Hit.mention | Hit.faint) ? 1 : 0;
  vector[AT.name] = has(NAMED);
  vector[AT.nameMissing] = said.errorNumber && !has(NAMED) ? 1 : 0;
  vector[AT.position] = has(Hit.position);
  vector[AT.companion] = has(Hit.companion);
  vector[AT.bareNumber] = isIdAlone && said.isAside ? 1 : 0;
  vector[AT.asked] = said.asked;
}

/** What an event is worth whose source is called nearly the same. */
const NEARLY = 0.8;

/** What one is worth that the article speaks of and does not show: less, by more than a title that names it makes up for. */
const SPOKEN = 0.6;

/** What a code is worth that may be a setting: less, by what a good title makes up for. */
const FAINT = 0.5;

/** What an author's pattern matches is as good as a name that only this error has. */
const NAMED = Hit.name | Hit.pattern;

/** `5389; it came up last night`, `5389 on EXCH02`: a number that comes first is the question, one amid words is part of them. */
function isAskedFor({ text }: Unit): boolean {
  return /^\s{0,8}#?(?:\d{1,7}\s{0,2}(?:$|[;:,.?!])|\d{3,7} (?:on|at|from|since|again|after|every|keeps|all)\b)/i.test(
    text,
  );
}

/** How the source that was said fits those of the article's events with the same id; `mentioned` where none was said. */
function sourceFit({ signals }: Unit, events: readonly CardEvent[]): "unsaid" | "mentioned" | "similar" | "other" {
  const said = signals.flatMap((signal) =>
    signal.kind === "event" && signal.source !== undefined
      ? [{ id: signal.id, source: foldSource(signal.source) }]
      : [],
  );
  if (said.length === 0) return isOnlyMentioned(signals, events) ? "mentioned" : "unsaid";
  const known = events.filter(({ id }) => said.some((event) => event.id === id));
  if (known.some(({ source }) => source === undefined))
    return known.every(({ mentioned }) => mentioned) ? "mentioned" : "unsaid";
  return known.some(({ id, source = "" }) =>
    said.some((event) => event.id === id && similarSources(event.source, foldSource(source))),
  )
    ? "similar"
    : "other";
}

function isOnlyMentioned(signals: readonly UnitSignal[], events: readonly CardEvent[]): boolean {
  return signals.every((signal) => {
    const id = signal.kind === "event" ? signal.id : signal.kind === "bare-number" ? signal.value : undefined;
    return events.every((event) => event.id !== id || event.mentioned);
  });
}

/** One program writes under several names: `MSExchangeIS`, `MSExchangeIS Private`; `ESE`, `ESE97`; people say `MTA` for `MSExchangeMTA`. */
function similarSources(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if ((short.length >= 3 && long.startsWith(short)) || (short.length >= 6 && long.includes(short))) return true;
  const [bare, rest] = [withoutMaker(short), withoutMaker(long)];
  return bare === rest || (bare.length >= 3 && rest.startsWith(bare));
}

function withoutMaker(source: string): string {
  return source.replace(/^(?:microsoft|ms)?(?:exchange|windows)?(?=..)/, "");
}

/** Adds what the closer look found. */
export function writeCloserLook(vector: Float64Array, close: CloseFeatures): void {
  for (let at = 0; at < CLOSE_FEATURES.length; at++) vector[FIRST_FEATURES.length + at] = close[CLOSE_FEATURES[at]!];
}
