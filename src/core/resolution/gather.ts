import type { Inquiry, Verdict } from "../matching/verdict.ts";
import type { Reading } from "../signals/signal.ts";
import { type Case, phaseOf } from "./case.ts";
import type { Deed } from "./responder.ts";
import { settle } from "./settle.ts";

/** How many texts of a thread are matched together; older ones give way. */
const MOST_READINGS = 20;

/** What is asked of the matcher when this is said too; the same text again stands where it was said last. */
export function inquiryWith({ inquiry }: Case, reading: Reading): Inquiry {
  const others = inquiry.readings.filter((one) => !saysSame(one, reading));
  return { ...inquiry, readings: [...others, reading].slice(-MOST_READINGS) };
}

/** Whether this was said here before. */
export function isSaidAgain({ inquiry }: Case, reading: Reading): boolean {
  return inquiry.readings.some((one) => saysSame(one, reading));
}

function saysSame(one: Reading, other: Reading): boolean {
  return inOneLine(one.text) === inOneLine(other.text);
}

function inOneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/**
 * The case with one more text and the verdict on all of them. Talk that tells nothing new is not evidence, and neither is
 * the same text again: then the very same case comes back.
 */
export function gather(known: Case, reading: Reading, judgement: Verdict, deed: Deed): Case {
  const verdict = settle(judgement, known.inquiry.answers);
  const isNews = !offersSame(known.verdict, verdict) && !isLoss(known, verdict);
  if (known.revision > 0 && !isNews && !isEvidence(reading)) return known;
  if (isSaidAgain(known, reading) && known.verdict.kind === verdict.kind) return known;
  const revision = known.revision + 1;
  return {
    ...known,
    revision,
    offered: isNews && !isWorking(known) ? revision : known.offered,
    inquiry: inquiryWith(known, reading),
    verdict: isLoss(known, verdict) ? known.verdict : verdict,
    judged: isNews ? revision : known.judged,
    timeline: [...known.timeline, { ...deed, revision, did: { kind: "said" }, about: "" }],
  };
}

/** Whether two verdicts put the same before the responder. */
export function offersSame(before: Verdict, after: Verdict): boolean {
  return before.kind === after.kind && offered(before) === offered(after);
}

function offered(verdict: Verdict): string {
  const question = verdict.kind === "ask" ? verdict.question.text : "";
  return JSON.stringify([question, ...verdict.matches.map((match) => match.article)]);
}

/** More talk can blur what was clear; what is known is kept. */
function isLoss(known: Case, verdict: Verdict): boolean {
  return known.verdict.kind !== "silent" && verdict.kind === "silent";
}

function isEvidence(reading: Reading): boolean {
  return reading.signals.length > 0 || reading.parts.some((part) => part.kind !== "prose");
}

export function isWorking(known: Case): boolean {
  return phaseOf(known).kind === "running";
}
