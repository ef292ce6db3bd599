import type { Article, Step, StepId } from "../kb/article.ts";
import { outcomeOf, type Run, type UnderWay } from "./run.ts";

export function findStep(article: Article, id: StepId): Step | undefined {
  return article.steps.find((step) => step.id === id);
}

/**
 * Where a run stands when it comes to the step: one that cannot be undone is asked about first,
 * and one that only looks is done by answering what is seen.
 */
export function entering(step: Step): UnderWay {
  if (step.risk === "destructive") return { kind: "confirming", step: step.id };
  return { kind: step.risk === "read-only" && hasCheck(step) ? "checking" : "trying", step: step.id };
}

/** Whether the step ends with "what do you see?". */
export function hasCheck(step: Step): boolean {
  return step.check !== undefined && step.check.answers.length > 0;
}

/**
 * Where a run stands after the step: at the next one, or at the end. If the article was edited meanwhile
 * and has no such step any more, it goes on with the first step that nothing became of yet.
 */
export function following(article: Article, run: Run, step: StepId): UnderWay {
  const index = article.steps.findIndex((one) => one.id === step);
  const next = index < 0 ? article.steps.find((one) => outcomeOf(run, one.id) === undefined) : article.steps[index + 1];
  return next === undefined ? { kind: "verifying", step } : entering(next);
}

/** The step before, for going back; undefined at the first. */
export function preceding(article: Article, step: StepId): Step | undefined {
  const index = article.steps.findIndex((one) => one.id === step);
  return index > 0 ? article.steps[index - 1] : undefined;
}

/**
 * What must be done before the step may be: done, with an answer that did not lead out of the article ("no, the backup
 * cannot be read"). "Not applicable" is good enough, unless the step cannot be undone.
 */
export function unmet(article: Article, run: Run, step: Step): readonly Step[] {
  return article.steps.filter((one) => step.requires.includes(one.id) && !isMet(run, one, step));
}

function isMet(run: Run, required: Step, step: Step): boolean {
  const outcome = outcomeOf(run, required.id);
  if (outcome?.kind === "seen") return leadsOn(required, outcome.answer);
  return outcome?.kind === "done" || (outcome?.kind === "not-applicable" && step.risk !== "destructive");
}

function leadsOn({ check }: Step, label: string): boolean {
  const then = check?.answers.find((answer) => answer.label === label)?.then.kind;
  return then === "next" || then === "step" || then === "fixed";
}
