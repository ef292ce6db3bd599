import { assertNever } from "../brand.ts";
import type { Outcome, Run } from "../resolution/run.ts";
import { rich, strong, time } from "./rich.ts";
import type { RichText } from "./view.ts";

/** What became of each step, who did it and when, a line a step; what was done again counts once, as it ended. */
export function recordTexts(run: Run): readonly RichText[] {
  const last = run.records.filter((record) => record === run.records.findLast((other) => other.step === record.step));
  return last.map(({ title, outcome, by, at }) =>
    rich(`${title}: `, strong(outcomeText(outcome)), ` (${by.name}, `, time(at), ")"),
  );
}

/** What became of a step, and what was observed. */
export function outcomeText(outcome: Outcome): string {
  switch (outcome.kind) {
    case "done":
      return "done";
    case "seen":
      return `done, saw “${outcome.answer}”`;
    case "failed":
      return "didn't work";
    case "skipped":
      return `skipped, ${outcome.reason}`;
    case "not-applicable":
      return "doesn't apply";
  }
  return assertNever(outcome);
}
