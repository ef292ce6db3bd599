import type { NonEmpty } from "../brand.ts";
import type { EventSignal } from "../signals/signal.ts";
import { AT } from "./features.ts";
import type { GroupCandidate } from "./group.ts";
import { identifier } from "./identifier.ts";
import { findSpelling, findTerm, type Lexicon } from "./lexicon.ts";
import type { Ranked } from "./rank.ts";
import { eventBehind, relatedCodes } from "./related-codes.ts";
import { sharedWords } from "./shared-words.ts";
import { hasTerm, paragraphsAt } from "./segment.ts";
import type { Unit, UnitSignal } from "./unit.ts";
import type { Evidence, Inquiry, Mark } from "./verdict.ts";
import { eachWord } from "./words.ts";

/** A message or title that shares less than this is no reason that anybody could check. */
const LEAST_LIKENESS = 0.35;

/** Words named as evidence where nothing better is at hand. */
const MOST_WORDS = 6;

/** The reasons for a match, the strongest kind first. Never empty: what found an article is a reason. */
export function evidenceOf(candidate: GroupCandidate, answers: Inquiry["answers"]): NonEmpty<Evidence> {
  const settled = answers.flatMap((answer) =>
    answer.article === candidate.id ? [answeredEvidence(candidate, answer.holds)] : [],
  );
  const found = distinct([
    ...settled,
    ...candidate.hits.flatMap(({ unit, ranked }) => [...identifierEvidence(unit, ranked), ...wordingEvidence(ranked)]),
  ]);
  const [first, ...rest] = found.toSorted((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  return first === undefined ? [wordsEvidence(candidate)] : [first, ...rest];
}

const ORDER: readonly Evidence["kind"][] = [
  "named",
  "answered",
  "position",
  "event",
  "code",
  "name",
  "pattern",
  "message",
  "title",
  "words",
];

function answeredEvidence({ hits }: GroupCandidate, holds: boolean): Evidence {
  return { kind: "answered", question: hits[0]?.ranked.card.fact?.question ?? "", holds };
}

function identifierEvidence(unit: Unit, ranked: Ranked): Evidence[] {
  return unit.signals.flatMap((signal) => evidenceOfSignal(signal, ranked) ?? []);
}

function evidenceOfSignal(signal: UnitSignal, ranked: Ranked): Evidence | undefined {
  switch (signal.kind) {
    case "article":
      return has(ranked, identifier.article(signal.id)) ? { kind: "named" } : undefined;
    case "event":
      return eventEvidence(signal, ranked);
    case "bare-number":
      return has(ranked, identifier.event(signal.value)) ? knownEvent(signal.value, ranked) : undefined;
    case "code":
      return has(ranked, identifier.mention(signal.code)) || has(ranked, identifier.faint(signal.code))
        ? { kind: "code", code: signal.code, written: signal.written }
        : (relatedEvidence(signal, ranked, signal.written) ?? evidenceOfEventBehind(signal.code, ranked));
    case "name":
      return has(ranked, identifier.name(signal.name))
        ? { kind: "name", name: signal.name }
        : relatedEvidence(signal, ranked, signal.name);
    case "error-number":
      return has(ranked, identifier.name(signal.family + signal.number))
        ? { kind: "name", name: `${signal.family} ${signal.number}` }
        : relatedEvidence(signal, ranked, `${signal.family} ${signal.number}`);
    case "position":
      return has(ranked, identifier.position(signal.position))
        ? { kind: "position", position: signal.position }
        : undefined;
    case "pattern":
      return signal.article === ranked.card.id ? { kind: "pattern", text: signal.text } : undefined;
    case "build":
    case "file":
      return undefined;
  }
}

function evidenceOfEventBehind(code: string, ranked: Ranked): Evidence | undefined {
  const id = eventBehind(code).find((one) => has(ranked, identifier.event(one)));
  return id === undefined ? undefined : knownEvent(id, ranked);
}

/** What was said stands in the article as another code, or by its number: `0x80070035` as `error 53`. */
function relatedEvidence(signal: UnitSignal, ranked: Ranked, written: string): Evidence | undefined {
  const own = signal.kind === "code" ? [signal.code] : [];
  const code = [...own, ...relatedCodes(signal)].find(
    (one) => has(ranked, identifier.mention(one)) || has(ranked, identifier.called(one)),
  );
  return code === undefined ? undefined : { kind: "code", code, written };
}

function eventEvidence({ id, source }: EventSignal, ranked: Ranked): Evidence | undefined {
  if (source === undefined && has(ranked, identifier.event(id))) return knownEvent(id, ranked);
  if (source === undefined)
    return has(ranked, identifier.companion("", id)) ? { kind: "event", id, source, companion: true } : undefined;
  if (has(ranked, identifier.eventFrom(source, id))) return { kind: "event", id, source, companion: false };
  if (has(ranked, identifier.companion(source, id))) return { kind: "event", id, source, companion: true };
  return ranked.vector[AT.eventFrom]! > 0 && has(ranked, identifier.event(id)) ? knownEvent(id, ranked) : undefined;
}

/** The event as the article knows it, where only its number was said. */
function knownEvent(id: number, { card }: Ranked): Evidence {
  return { kind: "event", id, source: card.events.find((event) => event.id === id)?.source, companion: false };
}

function has({ searcher: { segment }, candidate: { doc } }: Ranked, spelling: string): boolean {
  const term = findSpelling(segment.lexicon, spelling);
  return term !== 0 && hasTerm(segment, term, doc);
}

function wordingEvidence(ranked: Ranked): Evidence[] {
  const { title, paragraph } = ranked.alignment;
  const kinds = [
    { kind: "message", ...paragraph, likeness: likeness(paragraph) },
    { kind: "title", ...title, likeness: likeness(title) },
  ] as const;
  const telling = kinds.filter((one) => one.place >= 0 && one.likeness >= LEAST_LIKENESS);
  if (telling.length === 0) return [];
  const texts = paragraphsAt(ranked.searcher.segment, ranked.candidate.doc);
  const meant = meantTerms(ranked);
  const { lexicon } = ranked.searcher.segment;
  return telling.map(({ kind, place, likeness: alike }) => {
    const text = withoutRules(texts[place] ?? "")
      .replace(/\s+/g, " ")
      .trim();
    return { kind, likeness: alike, text, marks: marksIn(text, lexicon, meant) };
  });
}

/** The cells of a Markdown table as people say them one after another, without its lines. */
function withoutRules(text: string): string {
  if (!/^ *\|/.test(text)) return text;
  return text
    .replace(/^[ |:-]+$/gm, "")
    .replace(/^ *\| *| *\| *$/gm, "")
    .replaceAll("|", "·");
}

/** How alike two texts are: 1 when each has all of the other, and what one lacks counts half. */
function likeness({ query, self }: { readonly query: number; readonly self: number }): number {
  return Math.min(1, (2 * query * self) / Math.max(1e-6, query + self));
}

function meantTerms({ query }: Ranked): ReadonlySet<number> {
  return new Set(query.words.flatMap((word) => word.terms.map(({ term }) => term)));
}

/** The stretches of a text whose words are among these; neighbouring words are one stretch. */
function marksIn(text: string, lexicon: Lexicon, meant: ReadonlySet<number>): Mark[] {
  const marks: { start: number; end: number }[] = [];
  eachWord(text, (letters, length, start, end) => {
    if (!meant.has(findTerm(lexicon, letters, length))) return;
    const before = marks.at(-1);
    if (before !== undefined && text.slice(before.end, start).trim() === "") before.end = end;
    else marks.push({ start, end });
  });
  return marks;
}

function wordsEvidence({ hits }: GroupCandidate): Evidence {
  const shared = sharedWords(hits[0]!.ranked);
  return { kind: "words", words: shared.slice(0, MOST_WORDS) };
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence.filter((one) => {
    const key = JSON.stringify(one);
    return !seen.has(key) && seen.add(key);
  });
}
