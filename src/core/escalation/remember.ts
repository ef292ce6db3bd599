import { redact } from "../redaction/redact.ts";
import { shortened } from "../view/rich.ts";
import type { Escalation, EscalationEvent } from "./escalation.ts";
import {
  type EscalationAdvance,
  type EscalationContext,
  moved,
  nextRevision,
  noted,
  refused,
  stale,
} from "./escalation-outcome.ts";

/** The longest line of a history (UTF-16 units). */
const LONGEST = 500;

export function note(escalation: Escalation, text: string, context: EscalationContext): EscalationAdvance {
  if (text.trim() === "") return refused(escalation, "no-text");
  return moved(noted(nextRevision(escalation), context, "note", `noted: ${clean(text)}`));
}

/** A message that was said elsewhere, in the words of its author. */
export function remember(
  escalation: Escalation,
  { text, author, message, url }: Extract<EscalationEvent, { kind: "remember" }>,
  context: EscalationContext,
): EscalationAdvance {
  if (text.trim() === "") return refused(escalation, "no-text");
  const before = escalation.timeline.find((entry) => entry.message === message);
  if (before !== undefined) return stale(escalation, before);
  const { escalation: next, effects } = noted(
    nextRevision(escalation),
    context,
    "remember",
    `added what ${author} wrote: “${clean(text)}”`,
  );
  const timeline = next.timeline.map((entry) => (entry === next.timeline.at(-1) ? { ...entry, message, url } : entry));
  return moved({ escalation: { ...next, timeline }, effects });
}

/** One line, not too long, without secrets. */
function clean(text: string): string {
  return shortened(redact(text).text.replaceAll(/\s+/g, " ").trim(), LONGEST);
}
