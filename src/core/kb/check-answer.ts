import type { CheckAnswer, CheckOutcome } from "./article.ts";
import { isStepId } from "./ids.ts";
import { ARTICLE_LIMITS } from "./limits.ts";

/** How outcomes are written; `step <id>` is the one more. */
const OUTCOMES: ReadonlyMap<string, CheckOutcome> = new Map([
  ["next", { kind: "next" }],
  ["fixed", { kind: "fixed" }],
  ["not fixed", { kind: "not-fixed" }],
  ["escalate", { kind: "escalate" }],
]);

export type AnswerReading =
  | { readonly kind: "answer"; readonly answer: CheckAnswer }
  | { readonly kind: "fault"; readonly message: string };

/** Reads `Yes → fixed`; `->` does as well. */
export function readAnswer(written: string): AnswerReading {
  const arrow = Math.max(written.lastIndexOf("→"), written.lastIndexOf("->"));
  if (arrow === -1) return fault(written, 'it leads nowhere. Write where, such as "Yes → fixed".');
  const label = written.slice(0, arrow).trim();
  const outcome = written
    .slice(arrow)
    .replace(/^(?:→|->)/, "")
    .trim();
  if (label === "")
    return fault(written, 'it has no words before the arrow. Write what the responder sees, such as "Yes → fixed".');
  if (label.length > ARTICLE_LIMITS.label)
    return fault(written, `it is too long for a button. The most is ${ARTICLE_LIMITS.label} characters.`);
  const then = readOutcome(outcome);
  if (then === undefined)
    return fault(
      written,
      `"${outcome}" is no outcome. Write fixed, next, not fixed, escalate, or step and a step's id.`,
    );
  return { kind: "answer", answer: { label, then } };
}

/** The same, back to front. */
export function writeAnswer({ label, then }: CheckAnswer): string {
  const outcome = then.kind === "step" ? `step ${then.step}` : then.kind.replace("-", " ");
  return `${label} → ${outcome}`;
}

function readOutcome(written: string): CheckOutcome | undefined {
  const step = /^step\s+(\S+)$/i.exec(written)?.[1];
  if (step !== undefined && isStepId(step)) return { kind: "step", step };
  return OUTCOMES.get(written.toLowerCase().replace(/[\s-]+/, " "));
}

function fault(written: string, message: string): AnswerReading {
  const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
  return { kind: "fault", message: `Cannot read the answer "${shown}": ${message}` };
}
