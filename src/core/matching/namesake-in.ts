import type { Namesake } from "../kb/namesakes.ts";
import type { Reading } from "../signals/signal.ts";
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
  return namesakes.find((one) => readings.some((reading) => isAbout(one, reading)));
}

function isAbout({ sources, codes, words }: Namesake, { signals, text }: Reading): boolean {
  const folded = sources.map(foldSource);
  return (
    signals.some((signal) => {
      if (signal.kind === "event") return signal.source !== undefined && folded.includes(foldSource(signal.source));
      return signal.kind === "code" && codes.includes(signal.code);
    }) || words.some((word) => says(text, word))
  );
}

/** Whether the text has the phrase, in any case and however it is broken into lines, and not within a longer word. */
function says(text: string, phrase: string): boolean {
  const [whole, part] = [spaced(text), spaced(phrase)];
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1))
    if (!isWithinWord(whole, at) && !isWithinWord(whole, at + part.length)) return true;
  return false;
}

function spaced(text: string): string {
  return text.toLowerCase().replaceAll(/\s+/g, " ");
}

/** Whether a word goes on across this place. */
function isWithinWord(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]{2}$/u.test(text.slice(Math.max(0, at - 1), at + 1));
}

/** A reason that wording alone does not give. */
function isIdentifier(evidence: Evidence): boolean {
  if (evidence.kind === "event") return !evidence.companion;
  return ["named", "answered", "position", "code", "pattern"].includes(evidence.kind);
}
