import { watchOnCall } from "../../adapters/oncall/watch-oncall.ts";
import { pagersFor } from "../../adapters/pager/index.ts";
import type { Clock } from "../app/clock.ts";
import type { Pager } from "../core/escalation/paging.ts";
import type { ParsedOnCall } from "../core/escalation/parse-oncall.ts";
import type { OnCallPlan } from "../core/escalation/policy.ts";

/** Who is on call and how they are paged, as `oncall.yaml` says it at the moment. */
export type LiveOnCall = {
  readonly oncall: () => OnCallPlan | undefined;
  readonly pagerNamed: (name: string) => Pager | undefined;
  readonly close: () => void;
};

/** What a file says that says nothing which can be understood: nobody is called, and nobody was given a role. */
const NOBODY: OnCallPlan = { people: [], schedules: [], policies: [], routes: [], pagers: [], roles: [] };

/**
 * Follows `oncall.yaml`. One that is broken or gone is reported, and the last good one still counts. One that is broken from
 * the start restricts everybody: a slip of the pen must not open what somebody meant to close.
 */
export async function liveOnCall(path: string, clock: Clock, warn: (problem: string) => void): Promise<LiveOnCall> {
  let plan: OnCallPlan | undefined;
  let pagers: ReadonlyMap<string, Pager> = new Map();
  const take = (parsed: ParsedOnCall | undefined) => {
    if (parsed === undefined) return warn(goneText(path, plan));
    const problems = parsed.kind === "plan" ? parsed.warnings : parsed.problems;
    for (const { file, line, severity, message } of problems) warn(`${file}:${line}: ${severity}: ${message}`);
    if (parsed.kind === "rejected") {
      warn(brokenText(path, plan));
      plan ??= NOBODY;
      return;
    }
    plan = parsed.plan;
    pagers = pagersFor(plan.pagers, { secret: (variable) => process.env[variable], now: clock.now });
  };
  const watch = await watchOnCall(path, clock, take);
  if (watch.first !== undefined) take(watch.first);
  return { oncall: () => plan, pagerNamed: (name) => pagers.get(name), close: watch.close };
}

function goneText(path: string, plan: OnCallPlan | undefined): string {
  const still = plan === undefined ? "Nobody is paged." : "Who was on call before still is.";
  return `Cannot read ${path}: it is gone. ${still}`;
}

function brokenText(path: string, plan: OnCallPlan | undefined): string {
  const still =
    plan === undefined || plan === NOBODY
      ? "Nobody is paged and everybody only looks until it is corrected."
      : "Who was on call before still is.";
  return `Cannot use ${path} as it is now. ${still} It is read again when it changes.`;
}
