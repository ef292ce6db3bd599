import { NOBODY, type OnCallPlan } from "../core/escalation/policy.ts";
import { calendarSources } from "./calendars.ts";
import { watchOnCall } from "../../adapters/oncall/watch-oncall.ts";
import { pagersFor } from "../../adapters/pager/index.ts";
import type { Clock } from "../app/clock.ts";
import type { Pager } from "../core/escalation/paging.ts";
import type { ParsedOnCall } from "../core/escalation/parse-oncall.ts";

/** Who is on call and how they are paged, as `oncall.yaml` says it at the moment. */
export type LiveOnCall = {
  readonly oncall: () => OnCallPlan | undefined;
  /** What is wrong with its calendars at the moment. */
  readonly remarks: () => readonly string[];
  readonly pagerNamed: (name: string) => Pager | undefined;
  readonly close: () => void;
};

/**
 * Follows `oncall.yaml`. One that is broken or gone is reported, and the last good one still counts. One that is broken from
 * the start restricts everybody: a slip of the pen must not open what somebody meant to close.
 */
export async function liveOnCall(path: string, clock: Clock, warn: (problem: string) => void): Promise<LiveOnCall> {
  const news = onlyNews(warn);
  let remarks: readonly string[] = [];
  let plan: OnCallPlan | undefined;
  let pagers: ReadonlyMap<string, Pager> = new Map();
  const take = (parsed: ParsedOnCall | undefined) => {
    if (parsed === undefined) return news([goneText(path, plan)]);
    const problems = parsed.kind === "plan" ? parsed.warnings : parsed.problems;
    const broken = parsed.kind === "rejected" ? [brokenText(path, plan)] : [];
    news([
      ...problems.map(({ file, line, severity, message }) => `${file}:${line}: ${severity}: ${message}`),
      ...broken,
    ]);
    if (parsed.kind === "rejected") {
      plan ??= NOBODY;
      if (plan === NOBODY) remarks = ["Cannot use oncall.yaml: say kms check."];
      return;
    }
    plan = parsed.plan;
    remarks = parsed.remarks;
    pagers = pagersFor(plan.pagers, { secret: (variable) => process.env[variable], now: clock.now });
  };
  const watch = await watchOnCall(path, { clock, ...calendarSources(clock) }, take);
  if (watch.first !== undefined) take(watch.first);
  return { oncall: () => plan, remarks: () => remarks, pagerNamed: (name) => pagers.get(name), close: watch.close };
}

/** The file is read again and again; the same complaint is not made again and again. */
function onlyNews(warn: (problem: string) => void): (problems: readonly string[]) => void {
  let last: readonly string[] = [];
  return (problems) => {
    for (const problem of problems) if (!last.includes(problem)) warn(problem);
    last = problems;
  };
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
