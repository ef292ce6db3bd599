import { assertNever } from "../brand.ts";
import type { Action, StepAction } from "./action.ts";
import { answerCheck } from "./answer-check.ts";
import type { Case } from "./case.ts";
import { fillPlaceholder } from "./fill.ts";
import { type Advance, type Context, refused } from "./outcome.ts";
import type { Outcome, RunUnderWay, UnderWay } from "./run.ts";
import { type Place, recorded, refusedUntilMet, titleOf } from "./place.ts";
import { ending, runOn } from "./run-on.ts";
import { entering, findStep, following, hasCheck } from "./steps.ts";

/** What may be said about a step, by where the run stands with it. */
const SAYABLE: Readonly<Record<UnderWay["kind"], readonly Action["kind"][]>> = {
  trying: ["done", "failed", "skip", "not-applicable", "back", "fill"],
  checking: ["check", "failed", "skip", "not-applicable", "back", "fill"],
  confirming: ["confirm", "cancel", "skip", "not-applicable", "back", "fill"],
  verifying: ["back", "fill"],
};

/** What is said about a step moves its run on, or is refused with the reason. */
export function advanceStep(known: Case, run: RunUnderWay, action: StepAction, context: Context): Advance {
  const article = context.articles.get(run.article);
  if (article === undefined) return refused(known, { kind: "no-article", article: run.article });
  if (run.state.kind === "confirming" && action.kind === "done") return refused(known, { kind: "unconfirmed" });
  if (!SAYABLE[run.state.kind].includes(action.kind)) return refused(known, { kind: "not-now", action: action.kind });
  return carryOut({ known, run, article, context }, action);
}

function carryOut(place: Place, action: StepAction): Advance {
  switch (action.kind) {
    case "done":
      return finish(place, action);
    case "failed":
      return giveUp(place, action);
    case "skip":
      return skip(place, action);
    case "not-applicable":
      return passOver(place, action, { kind: "not-applicable" });
    case "cancel":
      return passOver(place, action, { kind: "skipped", reason: "it cannot be undone" });
    case "confirm":
      return confirm(place, action);
    case "back":
      return goBack(place, action);
    case "check":
      return answerCheck(place, action);
    case "fill":
      return fillPlaceholder(place, action);
  }
  return assertNever(action);
}

function finish(place: Place, action: StepAction): Advance {
  const step = findStep(place.article, action.step);
  const first = refusedUntilMet(place);
  if (first !== undefined) return first;
  if (step === undefined || !hasCheck(step)) return passOver(place, action, { kind: "done" });
  return change(place, action, recorded(place, { kind: "done" }), { kind: "checking", step: step.id });
}

/** The last step that did not work means that the article did not help. */
function giveUp(place: Place, action: StepAction): Advance {
  const next = following(place.article, place.run, action.step);
  const state = next.kind === "verifying" ? ending("exhausted", place.context) : next;
  return change(place, action, recorded(place, { kind: "failed" }), state);
}

function skip(place: Place, action: Extract<StepAction, { kind: "skip" }>): Advance {
  const reason = action.reason.trim();
  if (reason === "") return refused(place.known, { kind: "no-reason" });
  return passOver(place, action, { kind: "skipped", reason });
}

function passOver(place: Place, action: StepAction, outcome: Outcome): Advance {
  return change(place, action, recorded(place, outcome), following(place.article, place.run, action.step));
}

function confirm(place: Place, action: StepAction): Advance {
  const first = refusedUntilMet(place);
  return first ?? change(place, action, place.run, { kind: "trying", step: action.step });
}

function goBack(place: Place, action: Extract<StepAction, { kind: "back" }>): Advance {
  const target = findStep(place.article, action.to);
  if (target === undefined) return refused(place.known, { kind: "not-now", action: "back" });
  return change(place, action, place.run, entering(target), target.title);
}

function change(
  place: Place,
  did: StepAction,
  run: RunUnderWay,
  state: RunUnderWay["state"] | ReturnType<typeof ending>,
  about = titleOf(place),
): Advance {
  return runOn(place.known, place.context, { run: { ...run, state }, did, about });
}
