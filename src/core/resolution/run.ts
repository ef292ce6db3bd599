import type { ArticleId, StepId } from "../kb/article.ts";
import type { Deed } from "./responder.ts";

/** How far one thread has come with one article. */
export type Run = {
  readonly article: ArticleId;
  readonly title: string;
  readonly state: RunState;
  /** In the order in which they were made; a step that was gone back to has several, and the last one counts. */
  readonly records: readonly StepRecord[];
  readonly values: readonly PlaceholderValue[];
  readonly started: Deed;
  /** The case's revision when the run last changed. */
  readonly revision: number;
};

/** Where a run stands: a step to do, a question about it, or how it ended. */
export type RunState = UnderWay | Ended;

export type UnderWay =
  | { readonly kind: "trying"; readonly step: StepId }
  /** The step is done: "what do you see?" */
  | { readonly kind: "checking"; readonly step: StepId }
  /** The step cannot be undone: "go ahead?" Its commands are not shown before. */
  | { readonly kind: "confirming"; readonly step: StepId }
  /** All steps are behind us: "is the error gone?" */
  | { readonly kind: "verifying"; readonly step: StepId };

type Ended =
  | { readonly kind: "fixed"; readonly ended: Deed }
  /** Everything was tried and the error is still there. */
  | { readonly kind: "exhausted"; readonly ended: Deed }
  /** Left without a judgement, such as for another article. */
  | { readonly kind: "abandoned"; readonly ended: Deed };

/** What became of one step. */
export type StepRecord = Deed & { readonly step: StepId; readonly title: string; readonly outcome: Outcome };

export type Outcome =
  | { readonly kind: "done" }
  /** Done, and this was the answer to "what do you see?". */
  | { readonly kind: "seen"; readonly answer: string }
  | { readonly kind: "failed" }
  | { readonly kind: "skipped"; readonly reason: string }
  | { readonly kind: "not-applicable" };

/** What stands for `<name>` in every command of the run. */
export type PlaceholderValue = { readonly name: string; readonly value: string };

export type RunUnderWay = Run & { readonly state: UnderWay };

export function isUnderWay(run: Run): run is RunUnderWay {
  return !["fixed", "exhausted", "abandoned"].includes(run.state.kind);
}

/** What became of the step last, if anything did. */
export function outcomeOf(run: Run, step: StepId): Outcome | undefined {
  return run.records.findLast((record) => record.step === step)?.outcome;
}
