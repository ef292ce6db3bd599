import type { Action } from "./action.ts";
import type { Case } from "./case.ts";
import { type Advance, type Context, type Effect, moved } from "./outcome.ts";
import type { Run, RunState } from "./run.ts";

/** What an action makes of the run that is under way. */
export type RunChange = {
  readonly run: Run;
  readonly did: Action;
  /** In words, for the timeline. */
  readonly about: string;
  readonly offers?: "same";
  readonly escalation?: Case["escalation"];
};

/** The case with its last run changed. An exhausted run rules its article out. */
export function runOn(known: Case, context: Context, change: RunChange, effects: readonly Effect[] = []): Advance {
  const run = { ...change.run, revision: known.revision + 1 };
  const entry = { did: change.did, about: change.about, offers: change.offers ?? ("new" as const) };
  const changed = {
    runs: [...known.runs.slice(0, -1), run],
    ruledOut: run.state.kind === "exhausted" ? [...new Set([...known.ruledOut, run.article])] : known.ruledOut,
    escalation: change.escalation ?? known.escalation,
  };
  return moved(known, context, entry, changed, effects);
}

export function ending(kind: "fixed" | "exhausted" | "abandoned", { by, at }: Context): RunState {
  return { kind, ended: { by, at } };
}
