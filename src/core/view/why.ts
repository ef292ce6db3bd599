import type { Evidence, Match } from "../matching/verdict.ts";
import { eventsText, evidenceText, type Length, wordingText } from "./evidence-text.ts";
import { rich } from "./rich.ts";
import type { RichText } from "./view.ts";

/** Reasons that stand in one line. */
const MOST_IN_A_LINE = 3;

/** Beside an identifier, wording that is less alike than this adds nothing. */
const ADDS_FROM = 0.6;

/** The strongest reasons for a match, in two lines at most. */
export function whyBriefly(match: Match): readonly RichText[] {
  const { marks, wording } = strongest(match);
  return [...(marks.length === 0 ? [] : [marksText(marks)]), ...wording.map((one) => wordingIn(match, one, "brief"))];
}

/** All the reasons there are. */
export function whyInFull(match: Match): readonly RichText[] {
  return match.evidence.map((one) => wordingIn(match, one, "whole"));
}

/** Whether there is more to say than two lines did. */
export function hasMoreReasons(match: Match): boolean {
  const { marks, wording } = strongest(match);
  return marks.length > MOST_IN_A_LINE || marks.length + wording.length < match.evidence.length;
}

type Strongest = { readonly marks: readonly Evidence[]; readonly wording: readonly Evidence[] };

/** Identifiers tell most; of the wording one is enough, and beside them only what is much alike. */
function strongest({ evidence }: Match): Strongest {
  const marks = withoutCompanions(evidence.filter((one) => !isWording(one)));
  const wording = evidence.filter(isWording).toSorted((a, b) => likenessOf(b) - likenessOf(a));
  return { marks, wording: wording.filter((one) => marks.length === 0 || likenessOf(one) >= ADDS_FROM).slice(0, 1) };
}

/** What comes with other errors too is a reason where there is no better one. */
function withoutCompanions(marks: readonly Evidence[]): readonly Evidence[] {
  const own = marks.filter((one) => one.kind !== "event" || !one.companion);
  return own.length > 0 ? own : marks;
}

function isWording({ kind }: Evidence): boolean {
  return kind === "message" || kind === "title" || kind === "words";
}

/** A message that is much alike comes before a title: it is what the program said. */
function likenessOf(one: Evidence): number {
  if (one.kind === "message") return one.likeness + (one.likeness >= ADDS_FROM ? 1 : 0);
  return one.kind === "title" ? one.likeness : 0;
}

function marksText(marks: readonly Evidence[]): RichText {
  const shown = marks.slice(0, MOST_IN_A_LINE);
  const events = shown.filter((one) => one.kind === "event");
  const sources = [...Map.groupBy(events, ({ source, companion }) => `${companion} ${source}`).values()];
  const texts = [
    ...shown.filter(({ kind }) => kind === "named" || kind === "answered" || kind === "position").map(evidenceText),
    ...sources.map(eventsText),
    ...shown.filter(({ kind }) => kind === "code" || kind === "name" || kind === "pattern").map(evidenceText),
  ];
  const left = marks.length - shown.length;
  return rich(
    ...texts.flatMap((text, at) => [...(at > 0 ? [", "] : []), ...text]),
    left > 0 ? ` and ${left} more` : "",
  );
}

function wordingIn({ title }: Match, one: Evidence, length: Length): RichText {
  return one.kind === "message" || one.kind === "title" ? wordingText(one, title, length) : evidenceText(one);
}
