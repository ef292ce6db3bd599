import { assertNever } from "../brand.ts";
import type { Action } from "./action.ts";
import { advanceStep } from "./advance-step.ts";
import { assign } from "./assign.ts";
import type { Case } from "./case.ts";
import { openArticle } from "./open.ts";
import { type Advance, type Context, moved, refused } from "./outcome.ts";
import { answerQuestion, denyAll } from "./question.ts";
import { isUnderWay, type RunUnderWay } from "./run.ts";
import { ending, runOn } from "./run-on.ts";
import { asStale } from "./stale.ts";

/** What a click or a typed word makes of a case. Pure: the same three values give the same answer. */
export function advance(known: Case, action: Action, context: Context): Advance {
  return asStale(known, action) ?? carryOut(known, action, context);
}

function carryOut(known: Case, action: Action, context: Context): Advance {
  if ("step" in action) return withRun(known, (run) => advanceStep(known, run, action, context));
  switch (action.kind) {
    case "show":
      return { kind: "shown", case: known, article: action.article };
    case "show-all":
      return { kind: "shown-all", case: known };
    case "assign":
      return assign(known, action, context);
    case "incident":
      return refused(known, { kind: "not-now", action: action.kind });
    case "share":
      return moved(known, context, { did: action, about: "", offers: "same" }, {}, [{ kind: "share" }]);
    case "escalate":
      return escalate(known, action, context);
    case "open":
      return openArticle(known, action, context);
    case "answer":
      return answerQuestion(known, action, context);
    case "none":
      return denyAll(known, action, context);
    case "fixed":
    case "not-fixed":
    case "abandon":
      return end(known, action, context);
  }
  return assertNever(action);
}

function withRun(known: Case, change: (run: RunUnderWay) => Advance): Advance {
  const run = known.runs.at(-1);
  if (run === undefined || !isUnderWay(run)) return { kind: "stale", case: known, overtakenBy: undefined };
  return change(run);
}

function escalate(known: Case, action: Extract<Action, { kind: "escalate" }>, context: Context): Advance {
  const reason = action.reason.trim();
  const escalation = { by: context.by, at: context.at, reason };
  return moved(known, context, { did: action, about: reason, offers: "same" }, { escalation }, [
    { kind: "escalate", reason },
  ]);
}

const ENDS = { fixed: "fixed", "not-fixed": "exhausted", abandon: "abandoned" } as const;

function end(known: Case, did: Extract<Action, { kind: keyof typeof ENDS }>, context: Context): Advance {
  return withRun(known, (run) =>
    runOn(known, context, { run: { ...run, state: ending(ENDS[did.kind], context) }, did, about: run.title }),
  );
}
