import { readFile } from "node:fs/promises";
import { basename, dirname, resolve, sep } from "node:path";
import { type ParsedOnCall, parseOnCall } from "../../src/core/escalation/parse-oncall.ts";
import type { Shift } from "../../src/core/escalation/schedule.ts";
import { readCalendar } from "./read-calendar.ts";

/** Reads `oncall.yaml` and the calendar files beside it; undefined where there is no such file. `now` in milliseconds. */
export async function readOnCall(path: string, now: number): Promise<ParsedOnCall | undefined> {
  const text = await readFile(path, "utf8").catch(() => undefined);
  if (text === undefined) return undefined;
  const first = parseOnCall(text, basename(path));
  if (first.kind === "rejected") return first;
  const folder = dirname(resolve(path));
  const people = first.plan.people;
  const calendars = new Map<string, readonly Shift[]>();
  for (const name of calendarNames(text)) {
    const ics = await readBeside(folder, name);
    const shifts = ics === undefined ? undefined : readCalendar(ics, people, now);
    if (shifts !== undefined) calendars.set(name, shifts);
  }
  return parseOnCall(text, basename(path), (name) => calendars.get(name));
}

/** Calendars are few and named on lines of their own; a name that is none is simply never asked for. */
function calendarNames(text: string): readonly string[] {
  return Array.from(
    text.matchAll(/^\s*-?\s*calendar:\s*["']?([^"'#\r\n]+?)["']?\s*(?:#.*)?$/gm),
    ([, name = ""]) => name,
  );
}

/** Only files of the same folder, or below it. */
async function readBeside(folder: string, name: string): Promise<string | undefined> {
  const path = resolve(folder, name);
  return path.startsWith(folder + sep) ? readFile(path, "utf8").catch(() => undefined) : undefined;
}
