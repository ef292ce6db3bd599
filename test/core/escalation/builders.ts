import type { Layer, LocalTime, Schedule, Shift } from "../../../src/core/escalation/schedule.ts";
import { personId, scheduleId } from "../../../src/core/escalation/ids.ts";
import { parseLocalTime } from "../../../src/core/escalation/local-time.ts";
import { type Instant, instant } from "../../../src/core/resolution/responder.ts";

export const person = personId;

export function localTime(written: string): LocalTime {
  const time = parseLocalTime(written);
  if (time === undefined) throw new Error(`Expected a local time, but it is ${written}`);
  return time;
}

/** The moment that an ISO 8601 time with its offset names. */
export function moment(written: string): Instant {
  return instant(Date.parse(written));
}

/** Ana and Bo, a week each, from Monday at nine. */
export function aLayer(facts: Partial<Layer> = {}): Layer {
  return {
    name: "weekly",
    people: [person("ana"), person("bo")],
    start: localTime("2026-01-05T09:00"),
    end: undefined,
    turn: 7 * 1_440,
    restrictions: [],
    ...facts,
  };
}

export function aSchedule(facts: Partial<Schedule> = {}): Schedule {
  return {
    id: scheduleId("primary"),
    name: "Primary",
    zone: "Europe/Berlin",
    layers: [aLayer()],
    calendar: [],
    overrides: [],
    ...facts,
  };
}

export function aShift(who: string, start: string, end: string): Shift {
  return { person: person(who), start: moment(start), end: moment(end) };
}
