import { assertNever } from "../brand.ts";
import type { Action } from "./action.ts";
import { type Case, type Entry, phaseOf } from "./case.ts";
import type { Advance } from "./outcome.ts";

/** The action as a late one, or undefined when it still fits what the case offers. */
export function asStale(known: Case, action: Action): Advance | undefined {
  if (isTimeless(action) || fits(known, action)) return undefined;
  return { kind: "stale", case: known, overtakenBy: overtaking(known, action) };
}

type StateAction = Exclude<Action, { kind: "show" | "show-all" | "incident" }>;

function isTimeless(action: Action): action is Exclude<Action, StateAction> {
  return action.kind === "show" || action.kind === "show-all" || action.kind === "incident";
}

function fits(known: Case, action: StateAction): boolean {
  if (action.revision > known.revision) return false;
  if (action.kind === "escalate") return known.escalation === undefined && phaseOf(known).kind !== "fixed";
  if (action.kind === "assign") return isAssignable(known, action) && !wasAssignedSince(known, action.revision);
  if (action.kind === "share") return !wasSharedSince(known, action.revision);
  if (action.kind === "fill") return isOfRun(known, action) && !wasFilledSince(known, action);
  return action.revision >= known.offered && fitsPhase(known, action);
}

/** Filling, sharing, assigning and escalating fit more often: they do not depend on where the run stands. */
type PhaseAction = Exclude<StateAction, { kind: "fill" | "escalate" | "assign" | "share" }>;

function fitsPhase(known: Case, action: PhaseAction): boolean {
  const phase = phaseOf(known);
  if ("step" in action)
    return isOfRun(known, action) && phase.kind === "running" && phase.run.state.step === action.step;
  switch (action.kind) {
    case "open":
      return !isOfRun(known, action);
    case "answer":
      return phase.kind === "asking" && phase.question.options.some((option) => option.article === action.article);
    case "none":
      return phase.kind === "asking";
    case "fixed":
    case "not-fixed":
    case "abandon":
      return isOfRun(known, action);
  }
  return assertNever(action);
}

/** A step can be given to somebody while it is the one at hand, and a case until it is fixed. */
function isAssignable(known: Case, { of }: Extract<StateAction, { kind: "assign" }>): boolean {
  const phase = phaseOf(known);
  if (of === undefined) return phase.kind !== "fixed";
  return phase.kind === "running" && phase.run.state.step === of;
}

function wasAssignedSince(known: Case, revision: number): boolean {
  return known.timeline.some((entry) => entry.did.kind === "assign" && entry.revision > revision);
}

function wasSharedSince(known: Case, revision: number): boolean {
  return known.timeline.some((entry) => entry.did.kind === "share" && entry.revision > revision);
}

function isOfRun(known: Case, action: { readonly article: string }): boolean {
  const phase = phaseOf(known);
  return phase.kind === "running" && phase.run.article === action.article;
}

function wasFilledSince(known: Case, fill: Extract<Action, { kind: "fill" }>): boolean {
  return known.timeline.some(
    ({ did, revision }) => revision > fill.revision && did.kind === "fill" && did.name === fill.name,
  );
}

/** The change that was faster: best the one about the same step, else the same kind, else the one that moved on. */
function overtaking(known: Case, action: StateAction): Entry | undefined {
  if (action.kind === "escalate") return known.timeline.findLast(escalatedOrFixed);
  const later = known.timeline.filter((entry) => entry.revision > action.revision);
  return (
    later.find((entry) => isAboutSameStep(entry, action)) ??
    later.find((entry) => entry.did.kind === action.kind) ??
    later.find((entry) => entry.revision === known.offered)
  );
}

function escalatedOrFixed({ did }: Entry): boolean {
  return did.kind === "escalate" || did.kind === "fixed" || did.kind === "check";
}

function isAboutSameStep({ did }: Entry, action: Action): boolean {
  if (!("step" in did) || !("step" in action) || (did.kind === "fill") !== (action.kind === "fill")) return false;
  return did.step === action.step && did.article === action.article;
}
