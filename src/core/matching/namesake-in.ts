import type { Namesake } from "../kb/namesakes.ts";
import type { Reading, Signal } from "../signals/signal.ts";
import { foldSource } from "../signals/source.ts";
import type { Evidence, Inquiry, Verdict } from "./verdict.ts";

/**
 * The verdict, unless what was said is about something else that goes by the same name: then no wording counts, and only
 * an identifier of an article can tell that it is about ours all the same.
 */
export function unlessNamesake(verdict: Verdict, { readings }: Inquiry, namesakes: readonly Namesake[]): Verdict {
  const found = namesakeIn(readings, namesakes);
  if (found === undefined) return verdict;
  if (verdict.matches[0]?.evidence.some(isIdentifier) === true) return verdict;
  return { kind: "silent", why: { kind: "namesake", name: found.name, ours: found.ours }, matches: [] };
}

/** What the texts are about, if it is one of these. */
export function namesakeIn(readings: readonly Reading[], namesakes: readonly Namesake[]): Namesake | undefined {
  if (namesakes.length === 0) return undefined;
  const said = readings.map((reading) => ({ signals: reading.signals, text: spaced(reading.text) }));
  return namesakes.find((one) => said.some((each) => isAbout(one, each)));
}

/** `text` is in lower case and on one line. */
function isAbout({ sources, codes, words }: Namesake, { signals, text }: Pick<Reading, "signals" | "text">): boolean {
  return signals.some((signal) => isOf(sources, codes, signal)) || words.some((word) => says(text, spaced(word)));
}

function isOf(sources: readonly string[], codes: readonly string[], signal: Signal): boolean {
  if (signal.kind === "code") return codes.includes(signal.code);
  if (signal.kind !== "event" || signal.source === undefined) return false;
  const said = foldSource(signal.source);
  return sources.some((source) => foldSource(source) === said);
}

/** In one case, and however it was broken into lines. */
function spaced(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, " ");
}

/** Whether the phrase stands there, and not within a longer word. */
function says(text: string, phrase: string): boolean {
  for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1))
    if (!isWithinWord(text, at) && !isWithinWord(text, at + phrase.length)) return true;
  return false;
}

/** Whether a word goes on across this place. */
function isWithinWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** A reason that wording alone does not give. */
function isIdentifier(evidence: Evidence): boolean {
  if (evidence.kind === "event") return !evidence.companion;
  return OWN.has(evidence.kind);
}

const OWN: ReadonlySet<Evidence["kind"]> = new Set(["named", "answered", "position", "code", "pattern"]);
