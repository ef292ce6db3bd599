import { assertNever } from "../brand.ts";
import { type Case, phaseOf } from "../resolution/case.ts";
import type { RunUnderWay } from "../resolution/run.ts";

/** What a case is about, in a line: the article that is worked through or fits best, and whether another may. */
export function caseTitle(known: Case): string {
  const phase = phaseOf(known);
  switch (phase.kind) {
    case "running":
    case "fixed":
      return phase.run.title;
    case "answering":
      return phase.matches[0].title;
    case "asking":
      return `${phase.matches[0].title}, or another of ${phase.question.options.length}`;
    case "exhausted":
      return known.runs.at(-1)?.title ?? known.verdict.matches[0]?.title ?? "An error no article is about";
    case "unknown":
      return "An error no article is about";
  }
  return assertNever(phase);
}

/** How far it has come, in a few words. */
export function caseStanding(known: Case): string {
  const phase = phaseOf(known);
  switch (phase.kind) {
    case "running":
      return runStanding(phase.run);
    case "fixed":
      return "fixed";
    case "answering":
      return "not started";
    case "asking":
      return "waits for an answer";
    case "exhausted":
      return "everything known was tried";
    case "unknown":
      return "no article fits";
  }
  return assertNever(phase);
}

function runStanding({ state, records }: RunUnderWay): string {
  if (state.kind === "verifying") return "all steps are done";
  const steps = new Set(records.map(({ step }) => step)).size;
  if (steps === 0) return "just begun";
  return steps === 1 ? "1 step so far" : `${steps} steps so far`;
}
