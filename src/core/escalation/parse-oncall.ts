import { type Problem, problemLog } from "../kb/problem.ts";
import { type Path, readFrontMatter } from "../kb/read-front-matter.ts";
import { checkPlan } from "./check-plan.ts";
import { explainOnCall } from "./explain-oncall.ts";
import { oncallSchema } from "./oncall-schema.ts";
import type { OnCallPlan } from "./policy.ts";
import { planFrom } from "./plan-from.ts";
import type { Shift } from "./schedule.ts";

/** `oncall.yaml` as a plan, or everything that is wrong with it. */
export type ParsedOnCall =
  | {
      readonly kind: "plan";
      readonly plan: OnCallPlan;
      readonly warnings: readonly Problem[];
      readonly calendars: readonly NamedCalendar[];
      /** Where calendars may be fetched from. */
      readonly hosts: readonly string[];
      /** What is wrong with calendars at the moment, for those who ask who is on call. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: "rejected"; readonly problems: readonly Problem[] };

/** A calendar as a schedule names it, and in which line. */
export type NamedCalendar = { readonly written: string; readonly line: number };

/** What a calendar named in the file says; undefined where it could not be read. */
export type CalendarLookup = (calendar: string) => readonly Shift[] | undefined;

/** Longer files are refused before they are parsed. UTF-16 units. */
const LONGEST = 1_048_576;

/** Reads `oncall.yaml`. All problems are told at once, each with its line and the way out. */
export function parseOnCall(text: string, file: string, calendars: CalendarLookup = () => undefined): ParsedOnCall {
  const log = problemLog(file);
  const rejected = (): ParsedOnCall => ({ kind: "rejected", problems: log.found() });
  if (text.length > LONGEST) {
    log.error(1, `Cannot read ${file}: it is too long. The most is ${LONGEST} characters.`);
    return rejected();
  }
  const reading = readFrontMatter(text, 1);
  if (reading.kind === "unreadable") {
    for (const { line, message } of reading.faults) log.error(line, message.replace("the front matter", "the file"));
    return rejected();
  }
  const checked = oncallSchema.safeParse(reading.data ?? {});
  if (!checked.success) {
    explainOnCall(checked.error.issues, reading.locate, log);
    return rejected();
  }
  const line = (path: Path) => reading.locate(path).line;
  checkPlan(checked.data, line, log, calendars);
  const warnings = log.found();
  if (warnings.some(({ severity }) => severity === "error")) return rejected();
  const named = checked.data.schedules.flatMap(({ calendar }, at) =>
    calendar === undefined ? [] : [{ written: calendar, line: line(["schedules", at, "calendar"]) }],
  );
  return {
    kind: "plan",
    plan: planFrom(checked.data, calendars),
    warnings,
    calendars: named,
    hosts: checked.data.hosts,
    remarks: [],
  };
}
