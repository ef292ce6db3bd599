import type { Evidence, Match } from "../matching/verdict.ts";
import { type Case, phaseOf } from "../resolution/case.ts";
import type { Reading, Signal } from "../signals/signal.ts";
import { shortened } from "../view/rich.ts";

/** What a person says in one breath (UTF-16 units). */
const LONGEST = 80;

/** From here on the article's title says what broke. */
const SURE_FROM = 0.9;

/** What a person would call it: what broke, with the one identifier that tells most. */
export function headline(known: Case): string {
  const article = sureArticle(known);
  if (article !== undefined) return withMark(article.title, article.evidence.flatMap(markOfEvidence)[0]);
  const reading = tellingOf(known.inquiry.readings);
  if (reading === undefined) return "nothing was pasted";
  return withMark(messageOf(reading), markOf(reading.signals));
}

/** The one that is worked through or almost certain; undefined once it was tried in vain. */
function sureArticle(known: Case): Match | undefined {
  const phase = phaseOf(known);
  const [best] = known.verdict.matches;
  if (phase.kind === "running" || phase.kind === "fixed")
    return known.verdict.matches.find(({ article }) => article === phase.run.article);
  return phase.kind === "answering" && best === phase.matches[0] && best.confidence >= SURE_FROM ? best : undefined;
}

function tellingOf(readings: readonly Reading[]): Reading | undefined {
  return readings.find(({ signals }) => signals.length > 0) ?? readings[0];
}

function withMark(text: string, mark: Mark | undefined): string {
  const said = shortened(text.replaceAll(/\s+/g, " ").trim(), LONGEST);
  if (mark === undefined || (said !== "" && text.toUpperCase().includes(mark.key.toUpperCase()))) return said;
  return said === "" ? mark.name : `${said} (${mark.name})`;
}

/** What the program said, or else what somebody wrote: its first sentence. */
function messageOf({ signals, parts, text }: Reading): string {
  const message = signals.flatMap((signal) => (signal.kind === "event" ? (signal.message ?? []) : []))[0];
  const [line] =
    parts
      .find(({ kind }) => kind !== "prose")
      ?.text.trim()
      .split("\n") ?? [];
  return firstSentence(message ?? line ?? (signals.length > 0 ? "" : text));
}

function firstSentence(text: string): string {
  return /^.{12,}?[.!?](?=\s)/.exec(text)?.[0].replace(/\.$/, "") ?? text.replace(/\.\s*$/, "");
}

/** `key` is what a text has that names it already. */
type Mark = { readonly key: string; readonly name: string };

/** An event with its source tells most, then a code, then whatever there is. */
function markOf(signals: readonly Signal[]): Mark | undefined {
  const marks = signals.flatMap(markOfSignal);
  return marks.find(({ name }) => /^\S+ \d+$/.test(name) && !name.startsWith("event ")) ?? marks[0];
}

function markOfSignal(signal: Signal): readonly Mark[] {
  switch (signal.kind) {
    case "event":
      return [eventMark(signal.id, signal.source)];
    case "code":
      return [named(signal.code)];
    case "name":
      return [named(signal.name)];
    case "position":
      return [named(signal.position)];
    case "error-number":
      return signal.number === "0" ? [] : [{ key: signal.number, name: `${signal.family} ${signal.number}` }];
    case "article":
    case "build":
    case "file":
    case "bare-number":
      return [];
  }
}

function markOfEvidence(evidence: Evidence): readonly Mark[] {
  if (evidence.kind === "event" && !evidence.companion) return [eventMark(evidence.id, evidence.source)];
  return evidence.kind === "code" ? [named(evidence.code)] : [];
}

function eventMark(id: number, source: string | undefined): Mark {
  return { key: String(id), name: source === undefined ? `event ${id}` : `${source} ${id}` };
}

function named(name: string): Mark {
  return { key: name, name };
}
