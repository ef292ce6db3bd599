import { utc } from "../core/escalation/hand-off-text.ts";
import { NOBODY, type OnCallPlan } from "../core/escalation/policy.ts";
import { calendarSources } from "./calendars.ts";
import { watchOnCall } from "../../adapters/oncall/watch-oncall.ts";
import { pagersFor } from "../../adapters/pager/index.ts";
import type { Clock } from "../app/clock.ts";
import type { Pager } from "../core/escalation/paging.ts";
import type { ParsedOnCall } from "../core/escalation/parse-oncall.ts";
import type { Instant } from "../core/resolution/responder.ts";

/** Who is on call and how they are paged, as `oncall.yaml` says it at the moment. */
export type LiveOnCall = {
  readonly oncall: () => OnCallPlan | undefined;
  /** What is wrong with it, or with its calendars, at the moment. */
  readonly remarks: () => readonly string[];
  readonly pagerNamed: (name: string) => Pager | undefined;
  readonly close: () => void;
};

/** Hears what is wrong with it, and when it is well again. */
type Told = { readonly warn: (problem: string) => void; readonly info: (news: string) => void };

/**
 * Follows `oncall.yaml`. One that is broken or gone is reported, and the last good one still counts; whoever asks who is on
 * call is told so as well. One that is broken from the start restricts everybody: a slip of the pen must not open what
 * somebody meant to close.
 */
export async function liveOnCall(path: string, clock: Clock, told: Told): Promise<LiveOnCall> {
  const news = onlyNews(told.warn);
  let is: Standing = { plan: undefined, readAt: undefined, remarks: [], trouble: undefined };
  let pagers: ReadonlyMap<string, Pager> = new Map();
  const take = (parsed: ParsedOnCall | undefined) => {
    const now = clock.now();
    news(problemsOf(path, parsed, is));
    if (parsed?.kind !== "plan") return void (is = inTrouble(is, parsed, now));
    if (is.trouble !== undefined) told.info(`${path} can be used again. It counts from now on.`);
    is = { plan: parsed.plan, readAt: now, remarks: parsed.remarks, trouble: undefined };
    pagers = pagersFor(parsed.plan.pagers, { secret: (variable) => process.env[variable], now: clock.now });
  };
  const watch = await watchOnCall(path, { clock, ...calendarSources(clock) }, take);
  if (watch.first !== undefined) take(watch.first);
  return {
    oncall: () => is.plan,
    remarks: () => [...troubleRemarks(is), ...is.remarks],
    pagerNamed: (name) => pagers.get(name),
    close: watch.close,
  };
}

/** The plan in force, when it was read, and since when and why the file says nothing newer. */
type Standing = {
  readonly plan: OnCallPlan | undefined;
  readonly readAt: Instant | undefined;
  /** What is wrong with the plan's calendars. */
  readonly remarks: readonly string[];
  readonly trouble: { readonly since: Instant; readonly why: string } | undefined;
};

/** The file is read again and again; the same complaint is not made again and again. */
function onlyNews(warn: (problem: string) => void): (problems: readonly string[]) => void {
  let last: readonly string[] = [];
  return (problems) => {
    for (const problem of problems) if (!last.includes(problem)) warn(problem);
    last = problems;
  };
}

function problemsOf(path: string, parsed: ParsedOnCall | undefined, { plan }: Standing): readonly string[] {
  if (parsed === undefined) return [goneText(path, plan)];
  const problems = parsed.kind === "plan" ? parsed.warnings : parsed.problems;
  const lines = problems.map(({ file, line, severity, message }) => `${file}:${line}: ${severity}: ${message}`);
  return parsed.kind === "plan" ? lines : [...lines, brokenText(path, plan)];
}

/** What was good before still counts; it is in trouble since the first time, for the latest reason. */
function inTrouble(is: Standing, parsed: Exclude<ParsedOnCall, { kind: "plan" }> | undefined, now: Instant): Standing {
  const trouble = { since: is.trouble?.since ?? now, why: whyOf(parsed) };
  return { ...is, trouble, plan: parsed === undefined ? is.plan : (is.plan ?? NOBODY) };
}

function whyOf(parsed: Exclude<ParsedOnCall, { kind: "plan" }> | undefined): string {
  if (parsed === undefined) return "it is gone";
  const first = parsed.problems.find(({ severity }) => severity === "error");
  return first === undefined ? "it is broken" : `line ${first.line}: ${first.message.replace(/\.$/, "")}`;
}

/** For whoever asks who is on call: nobody reads the log at night. */
function troubleRemarks({ plan, readAt, trouble }: Standing): readonly string[] {
  if (trouble === undefined) return [];
  if (plan === NOBODY) return ["Cannot use oncall.yaml: say kms check."];
  if (readAt === undefined) return [];
  const since = `Cannot use oncall.yaml since ${utc(trouble.since)} (${trouble.why}).`;
  return [`${since} What it said at ${utc(readAt)} still counts. Correct it, and say kms check.`];
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
