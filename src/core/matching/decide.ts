import { articleId } from "../kb/ids.ts";
import type { Via } from "../signals/signal.ts";
import { depthFor } from "./depth.ts";
import { evidenceOf } from "./evidence.ts";
import { type ErrorGroup, type GroupCandidate, groupErrors, type RankedUnit } from "./group.ts";
import type { Index } from "./index.ts";
import { unlessNamesake } from "./namesake-in.ts";
import { questionFor } from "./question.ts";
import { rivalsOf } from "./rivals.ts";
import { rankUnit } from "./rank.ts";
import { tellingShared } from "./shared-words.ts";
import { silenceFor } from "./silence.ts";
import { unitsOf } from "./unit.ts";
import type { Inquiry, Match, Verdict } from "./verdict.ts";

/**
 * The least confidence with which the bot speaks. A command asks us outright, so a fair chance is worth showing; in a
 * channel every false answer teaches people to ignore the bot, most of all one to mere talk.
 */
const SPEAKS_FROM: Readonly<Record<Via, { readonly error: number; readonly talk: number }>> = {
  command: { error: 0.4, talk: 0.4 },
  thread: { error: 0.5, talk: 0.6 },
  channel: { error: 0.5, talk: 0.9 },
};

/** Matches that a verdict lists at most. */
const MOST_MATCHES = 10;

/** Matches below this are not worth a line, however few there are. */
const LEAST_LISTED = 0.0005;

/** What to do about an inquiry. Deterministic: equal inquiries and equal indexes give equal verdicts. */
export function decide(index: Index, inquiry: Inquiry): Verdict {
  return assess(index, inquiry).verdict;
}

/** The verdict, and everything it rests on. */
export type Assessment = {
  readonly verdict: Verdict;
  readonly units: readonly RankedUnit[];
  readonly groups: readonly ErrorGroup[];
  readonly speaksFrom: (typeof SPEAKS_FROM)[Via];
};

export function assess(index: Index, inquiry: Inquiry): Assessment {
  const excluded = new Set(inquiry.answers.filter((answer) => !answer.holds).map((answer) => answer.article as string));
  const asked = unitsOf(inquiry, index.patterns);
  const depth = depthFor(asked.length);
  const units = asked.map((unit) => ({
    unit,
    ranked: rankUnit(index.searchers, index.model, unit, depth).filter((one) => !excluded.has(one.card.id)),
  }));
  const groups = groupErrors(readOneWay(withoutSmallTalk(units))).map((group) => settle(group, inquiry));
  const speaksFrom = SPEAKS_FROM[inquiry.readings.at(-1)?.via ?? "channel"];
  const verdict = unlessNamesake(verdictOf(groups, units, inquiry, speaksFrom), inquiry, index.namesakes ?? []);
  return { verdict, units, groups, speaksFrom };
}

/** Talk beside an error counts from here on. */
const TALK_COUNTS_FROM = 0.4;

/** What people say around an error, in the same message or later in the thread, changes nothing unless it is telling. */
function withoutSmallTalk(units: readonly RankedUnit[]): readonly RankedUnit[] {
  const telling = units.filter(
    ({ unit, ranked }) =>
      unit.kind !== "talk" || unit.signals.length > 0 || (ranked[0]?.confidence ?? 0) >= TALK_COUNTS_FROM,
  );
  return telling.length === 0 ? units : telling;
}

/** One text that was read as a message and, all of it, as talk is one of both: the one that an article fits more surely. */
function readOneWay(units: readonly RankedUnit[]): readonly RankedUnit[] {
  const [message, talk] = units;
  if (message?.unit.kind !== "message" || talk?.unit.kind !== "talk" || units.length > 2) return units;
  if (talk.unit.via !== "command" || !inOneLine(talk).includes(inOneLine(message))) return units;
  return sureness(message) < sureness(talk) ? [talk] : [message];
}

function inOneLine({ unit }: RankedUnit): string {
  return unit.text.replace(/\s+/g, " ").trim();
}

function sureness({ ranked }: RankedUnit): number {
  return ranked[0]?.confidence ?? 0;
}

/** An answered question outweighs everything that was read. */
function settle(group: ErrorGroup, { answers }: Inquiry): ErrorGroup {
  const holds = new Set(answers.filter((answer) => answer.holds).map((answer) => answer.article as string));
  if (!group.candidates.some((candidate) => holds.has(candidate.id))) return group;
  const settled = group.candidates.map((candidate) =>
    holds.has(candidate.id) ? { ...candidate, confidence: 1, settled: true } : candidate,
  );
  return {
    ...group,
    candidates: settled.toSorted((a, b) => Number(holds.has(b.id)) - Number(holds.has(a.id))),
  };
}

function verdictOf(
  groups: readonly ErrorGroup[],
  units: readonly RankedUnit[],
  inquiry: Inquiry,
  speaksFrom: Assessment["speaksFrom"],
): Verdict {
  const heard = groups.map((group, error) => ({
    error,
    rivals: rivalsOf(group),
    sure: isSure(group, speaksFrom),
    group,
  }));
  const open = heard.find(({ sure, rivals }) => sure && rivals.length > 1);
  const matches = listMatches(groups, inquiry, new Set(open?.rivals.map(({ id }) => id)));
  const [first, second, ...rest] = matches;
  if (first !== undefined && heard.some(({ sure, rivals }) => sure && rivals.length === 1))
    return { kind: "answer", matches: [first, ...matches.slice(1)] };
  if (open !== undefined && first !== undefined && second !== undefined) {
    return {
      kind: "ask",
      question: questionFor(open.rivals.map(({ hits }) => hits[0]!.ranked.card)),
      matches: [first, second, ...rest],
    };
  }
  return { kind: "silent", why: silenceFor(units), matches };
}

function isSure({ candidates, units }: ErrorGroup, { error, talk }: Assessment["speaksFrom"]): boolean {
  const isTalk = units.every(({ unit }) => unit.kind === "talk" && unit.signals.length === 0);
  return (candidates[0]?.confidence ?? 0) >= (isTalk ? talk : error);
}

/** The best of each error first, then the others by confidence; those that are `asked` about however unlikely they are. */
function listMatches(groups: readonly ErrorGroup[], { answers }: Inquiry, asked: ReadonlySet<string>): Match[] {
  const firsts = groups.flatMap((group, error) =>
    group.candidates.slice(0, 1).map((candidate) => ({ candidate, error })),
  );
  const others = groups.flatMap((group, error) =>
    group.candidates.slice(1, MOST_MATCHES).map((candidate) => ({ candidate, error })),
  );
  const listed = new Set<string>();
  return [
    ...firsts.toSorted((a, b) => b.candidate.confidence - a.candidate.confidence),
    ...others.toSorted((a, b) => b.candidate.confidence - a.candidate.confidence),
  ]
    .filter(({ candidate: { id, confidence } }) => confidence >= LEAST_LISTED || asked.has(id))
    .filter(({ candidate: { id } }) => !listed.has(id) && listed.add(id))
    .slice(0, MOST_MATCHES)
    .map(({ candidate, error }) => matchOf(candidate, error, answers));
}

function matchOf(candidate: GroupCandidate, error: number, answers: Inquiry["answers"]): Match {
  const { card } = candidate.hits[0]!.ranked;
  return {
    article: articleId(card.id),
    title: card.title,
    confidence: Math.round(candidate.confidence * 10_000) / 10_000,
    evidence: evidenceOf(candidate, answers),
    shares: sharesOf(candidate),
    error,
  };
}

/** Words that are named at most. */
const MOST_SHARED = 6;

function sharesOf({ hits }: GroupCandidate): readonly string[] {
  const words = hits.flatMap(({ ranked }) => tellingShared(ranked));
  return [...new Set(words)].slice(0, MOST_SHARED);
}
