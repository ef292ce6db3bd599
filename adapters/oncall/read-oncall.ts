import { readFile } from "node:fs/promises";
import { basename, dirname, resolve, sep } from "node:path";
import { type NamedCalendar, type ParsedOnCall, parseOnCall } from "../../src/core/escalation/parse-oncall.ts";
import type { Person } from "../../src/core/escalation/policy.ts";
import type { Shift } from "../../src/core/escalation/schedule.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import type { Calendars } from "./fetched-calendars.ts";
import { readCalendar } from "./read-calendar.ts";

/** What calendars at an address need. */
export type Sources = {
  readonly calendars: Calendars;
  /** An environment variable; undefined where it is not set. */
  readonly secret: (variable: string) => string | undefined;
};

/**
 * Reads `oncall.yaml`, the calendar files beside it and those at addresses; undefined where there is no such file. `now` in
 * milliseconds. What is wrong with a calendar is among the warnings.
 */
export async function readOnCall(path: string, now: number, sources: Sources): Promise<ParsedOnCall | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const file = basename(path);
  const first = parseOnCall(text, file);
  if (first.kind === "rejected") return first;
  const reader: Reader = {
    folder: dirname(resolve(path)),
    people: first.plan.people,
    hosts: first.hosts,
    now,
    sources,
  };
  const shifts = new Map<string, readonly Shift[]>();
  const problems: Problem[] = [];
  for (const { written, line } of first.calendars) {
    const read = await calendarOf(written, reader);
    if (read.shifts !== undefined) shifts.set(written, read.shifts);
    if (read.problem !== undefined) problems.push({ file, line, severity: "warning", message: read.problem });
  }
  const parsed = parseOnCall(text, file, (name) => shifts.get(name));
  if (parsed.kind === "rejected") return parsed;
  const remarks = problems.map(({ message }) => message);
  return { ...parsed, warnings: [...parsed.warnings, ...problems], remarks };
}

type Reader = {
  readonly folder: string;
  readonly people: readonly Person[];
  readonly hosts: readonly string[];
  readonly now: number;
  readonly sources: Sources;
};

type ReadCalendar = { readonly shifts: readonly Shift[] | undefined; readonly problem: string | undefined };

/** An address that cannot be read names nobody, and its problem says why; a file that cannot be read is told by its name. */
async function calendarOf(written: NamedCalendar["written"], reader: Reader): Promise<ReadCalendar> {
  const { folder, people, hosts, now, sources } = reader;
  const variable = /^env ([A-Z][A-Z0-9_]{1,80})$/.exec(written)?.[1];
  const address = variable === undefined ? written : sources.secret(variable);
  if (address === undefined || address === "")
    return { shifts: [], problem: `Cannot fetch a calendar: ${variable} is not set. Set it in the environment.` };
  if (variable === undefined && !/^[a-z]{2,}:/i.test(address)) {
    const ics = await readBeside(folder, address);
    return { shifts: ics === undefined ? undefined : readCalendar(ics, people, now), problem: undefined };
  }
  const { text, problem } = await sources.calendars.fetch(address, hosts);
  return { shifts: text === undefined ? [] : (readCalendar(text, people, now) ?? []), problem };
}

/** Only files of the same folder, or below it. */
async function readBeside(folder: string, name: string): Promise<string | undefined> {
  const path = resolve(folder, name);
  return path.startsWith(folder + sep) ? readFile(path, "utf8").catch(() => undefined) : undefined;
}
