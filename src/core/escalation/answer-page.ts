import type { Escalation, EscalationEvent } from "./escalation.ts";
import { isClosed } from "./escalation.ts";
import {
  changed,
  type EscalationAdvance,
  type EscalationContext,
  moved,
  nextRevision,
  noted,
  stale,
} from "./escalation-outcome.ts";
import { callPast } from "./fire-timer.ts";

type Answer = Extract<EscalationEvent, { kind: "page-result" }>;

/** What a pager said. A failure is told in the thread and called past; a second answer changes nothing. */
export function answerPage(
  escalation: Escalation,
  { key, pager, result }: Answer,
  context: EscalationContext,
): EscalationAdvance {
  const page = escalation.pages.find((one) => one.key === key && one.pager === pager);
  if (page === undefined || page.status === "paged" || page.status === "failed") return stale(escalation);
  const pages = escalation.pages.map((one) => (one === page ? { ...one, status: result.kind } : one));
  const one = changed(nextRevision(escalation), { pages });
  if (result.kind === "paged") {
    const late =
      page.status === "late"
        ? [{ kind: "tell" as const, text: `${pager} has confirmed the page now.`, people: [] }]
        : [];
    return moved(noted(changed(one, {}, ...late), context, "page-result", `${pager} paged level ${page.level + 1}`));
  }
  const told = changed(
    one,
    {},
    { kind: "tell", text: `The page by ${pager} failed: ${result.why}. ${result.advice}`, people: [] },
  );
  const entry = noted(told, context, "page-result", `the page by ${pager} failed: ${result.why}`);
  return moved(isClosed(escalation) ? entry : callPast(entry, page.level, context));
}
