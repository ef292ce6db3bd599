import type { Article, Step, StepId } from "../kb/article.ts";
import type { Case } from "./case.ts";
import { type Advance, type Context, refused } from "./outcome.ts";
import type { Outcome, RunUnderWay, StepRecord } from "./run.ts";
import { findStep, unmet } from "./steps.ts";

/** The run that an action meets, and the article it works through. */
export type Place = {
  readonly known: Case;
  readonly run: RunUnderWay;
  readonly article: Article;
  readonly context: Context;
};

/** The run with what became of its present step. */
export function recorded(place: Place, outcome: Outcome): RunUnderWay {
  const { run, context } = place;
  const record: StepRecord = {
    step: run.state.step,
    title: titleOf(place),
    outcome,
    by: context.by,
    at: context.at,
  };
  return { ...run, records: [...run.records, record] };
}

/** What the present step is called; its id if the article has it no more. */
export function titleOf(place: Place): string {
  return findStep(place.article, place.run.state.step)?.title ?? place.run.state.step;
}

/** The refusal of a step whose prerequisites are not done; undefined when they are. */
export function refusedUntilMet(place: Place): Advance | undefined {
  const step = findStep(place.article, place.run.state.step);
  const [first, ...rest] = step === undefined ? [] : unmet(place.article, place.run, step);
  if (first === undefined) return undefined;
  return refused(place.known, { kind: "requires", steps: [named(first), ...rest.map(named)] });
}

function named({ id, title }: Step): { readonly step: StepId; readonly title: string } {
  return { step: id, title };
}
