import { assertNever } from "../brand.ts";
import type { CheckAnswer } from "../kb/article.ts";
import type { StepAction } from "./action.ts";

import { type Advance, refused } from "./outcome.ts";
import type { RunState } from "./run.ts";
import { type Place, recorded, refusedUntilMet } from "./place.ts";
import { ending, runOn } from "./run-on.ts";
import { entering, findStep, following } from "./steps.ts";

/** What the responder sees after a step leads on, out of the article, or to the people on call. */
export function answerCheck(place: Place, action: Extract<StepAction, { kind: "check" }>): Advance {
  const first = refusedUntilMet(place);
  if (first !== undefined) return first;
  const step = findStep(place.article, action.step);
  const answer = step?.check?.answers[action.answer];
  if (step === undefined || answer === undefined) return refused(place.known, { kind: "not-now", action: "check" });
  const run = { ...recorded(place, { kind: "seen", answer: answer.label }), state: leadingTo(place, answer) };
  const change = { run, did: action, about: `${step.title}: ${answer.label}` };
  if (answer.then.kind !== "escalate" || place.known.escalation !== undefined) {
    return runOn(place.known, place.context, change);
  }
  const { by, at } = place.context;
  const escalation = { by, at, reason: answer.label };
  return runOn(place.known, place.context, { ...change, escalation }, [{ kind: "escalate", reason: answer.label }]);
}

function leadingTo(place: Place, { then }: CheckAnswer): RunState {
  const { article, run, context } = place;
  switch (then.kind) {
    case "next":
      return following(article, run, run.state.step);
    case "step": {
      const target = findStep(article, then.step);
      return target === undefined ? following(article, run, run.state.step) : entering(target);
    }
    case "fixed":
      return ending("fixed", context);
    case "not-fixed":
      return ending("exhausted", context);
    case "escalate":
      return { kind: "verifying", step: run.state.step };
  }
  return assertNever(then);
}
