import { after, beginCalling, callLevel, isLast } from "./call-level.ts";
import type { Escalation, Page } from "./escalation.ts";
import {
  changed,
  type EscalationAdvance,
  type EscalationContext,
  moved,
  nextRevision,
  noted,
  stale,
} from "./escalation-outcome.ts";
import { levelTimer, pageTimer, QUIET_TIMER } from "./timer-name.ts";

/** A timer that is due. One that was set for something that is over does nothing. */
export function fireTimer(escalation: Escalation, name: string, context: EscalationContext): EscalationAdvance {
  const { state } = escalation;
  if (state.kind === "held" && name === QUIET_TIMER && context.at >= state.until)
    return moved(beginCalling(nextRevision(escalation), context));
  if (state.kind !== "calling") return stale(escalation);
  if (name === levelTimer(state.level, state.round)) return timeUp(escalation, state, context);
  const late = escalation.pages.find(
    ({ key, pager, status }) => status === "pending" && name === pageTimer(pager, key, state.round),
  );
  return late === undefined ? stale(escalation) : tooLate(escalation, late, context);
}

type Calling = Extract<Escalation["state"], { kind: "calling" }>;

function timeUp(escalation: Escalation, state: Calling, context: EscalationContext): EscalationAdvance {
  if (context.at < state.until) return stale(escalation);
  const one = noted(nextRevision(escalation), context, "timer", `nobody acknowledged at level ${state.level + 1}`);
  return moved(callLevel(one, context, after(state, context)));
}

/** Said in the thread, and called past; the pager is still tried. */
function tooLate(escalation: Escalation, page: Page, context: EscalationContext): EscalationAdvance {
  const pages = escalation.pages.map((one) => (one === page ? { ...one, status: "late" as const } : one));
  const text = `The page by ${page.pager} is not confirmed after 15 seconds. It is tried again.`;
  const one = changed(nextRevision(escalation), { pages }, { kind: "tell", text, people: [] });
  return moved(callPast(noted(one, context, "timer", `the page by ${page.pager} is late`), page.level, context));
}

/** The next level at once, unless a page of this one came through or may still; the last level has its whole time. */
export function callPast(
  one: ReturnType<typeof nextRevision>,
  level: number,
  context: EscalationContext,
): ReturnType<typeof nextRevision> {
  const { state, pages } = one.escalation;
  if (state.kind !== "calling" || state.level !== level || isLast(state, context)) return one;
  const reached = pages.some((page) => page.level === level && (page.status === "paged" || page.status === "pending"));
  return reached ? one : callLevel(one, context, after(state, context));
}
