import type { Instant } from "../resolution/responder.ts";
import { earliestAfter, nextEdgeOf, turnAt } from "./rotation.ts";
import type { PersonId, Schedule, Shift } from "./schedule.ts";

/** Who is on call, and until when that stays so; `until` is undefined where it stays so for years. */
export type OnCall =
  | { readonly kind: "one"; readonly person: PersonId; readonly from: Source; readonly until: Instant | undefined }
  /** Two shifts at once name different people: all of them are on call. */
  | {
      readonly kind: "overlap";
      readonly people: readonly [PersonId, PersonId, ...PersonId[]];
      readonly from: Source;
      readonly until: Instant | undefined;
    }
  | { readonly kind: "gap"; readonly until: Instant | undefined };

/** What names them. */
export type Source =
  | { readonly kind: "override" }
  | { readonly kind: "calendar" }
  | { readonly kind: "layer"; readonly name: string };

/** Handovers looked at before "it stays so" is said: over nine years of weeks, or more than a year of days. */
const MOST_EDGES = 500;

/** Who is on call at a time. A schedule always names somebody, several people, or nobody: never an accident. */
export function whoIsOnCall(schedule: Schedule, at: Instant): OnCall {
  const now = standing(schedule, at);
  return { ...now, until: endOf(schedule, now, at) };
}

/** The people on call at a time, without the work of finding out until when. */
export function peopleAt(schedule: Schedule, at: Instant): readonly PersonId[] {
  return peopleOnCall(standing(schedule, at));
}

/** The people on call; none in a gap. */
export function peopleOnCall(onCall: OnCall): readonly PersonId[] {
  if (onCall.kind === "gap") return [];
  return onCall.kind === "one" ? [onCall.person] : onCall.people;
}

type Standing = OnCall & { readonly until: undefined };

function standing(schedule: Schedule, at: Instant): Standing {
  const { overrides, calendar, zone, layers } = schedule;
  const shift =
    named(inForce(overrides, at), { kind: "override" }) ?? named(inForce(calendar, at), { kind: "calendar" });
  if (shift !== undefined) return shift;
  for (const layer of layers.toReversed()) {
    const person = turnAt(layer, zone, at);
    if (person !== undefined)
      return { kind: "one", person, from: { kind: "layer", name: layer.name }, until: undefined };
  }
  return { kind: "gap", until: undefined };
}

function inForce(shifts: readonly Shift[], at: Instant): readonly PersonId[] {
  return [
    ...new Set(shifts.filter(({ start, end }) => start <= at && at < end).map(({ person }) => person)),
  ].toSorted();
}

function named([first, second, ...rest]: readonly PersonId[], from: Source): Standing | undefined {
  if (first === undefined) return undefined;
  if (second === undefined) return { kind: "one", person: first, from, until: undefined };
  return { kind: "overlap", people: [first, second, ...rest], from, until: undefined };
}

/** When somebody else is on call, or nobody; a handover to the same person is none. */
function endOf(schedule: Schedule, now: Standing, at: Instant): Instant | undefined {
  const people = peopleOnCall(now).join();
  let edge = nextEdge(schedule, at);
  for (let seen = 0; edge !== undefined && seen < MOST_EDGES; seen++) {
    if (peopleOnCall(standing(schedule, edge)).join() !== people) return edge;
    edge = nextEdge(schedule, edge);
  }
  return undefined;
}

function nextEdge({ overrides, calendar, layers, zone }: Schedule, at: Instant): Instant | undefined {
  const shifts = [...overrides, ...calendar].flatMap(({ start, end }) => [start, end]);
  const turns = layers.flatMap((layer) => nextEdgeOf(layer, zone, at) ?? []);
  return earliestAfter(at, [...shifts, ...turns]);
}

/** A while in which nobody is on call, or several people are by accident. */
export type Irregularity = {
  readonly kind: "gap" | "overlap";
  readonly start: Instant;
  readonly end: Instant;
  readonly people: readonly PersonId[];
};

/** Every gap and every overlap between two moments, in order. */
export function irregularities(schedule: Schedule, start: Instant, end: Instant): readonly Irregularity[] {
  const found: Irregularity[] = [];
  let at: Instant | undefined = start;
  while (at !== undefined && at < end) {
    const onCall: OnCall = whoIsOnCall(schedule, at);
    const until: Instant = onCall.until === undefined || onCall.until > end ? end : onCall.until;
    if (onCall.kind !== "one") found.push({ kind: onCall.kind, start: at, end: until, people: peopleOnCall(onCall) });
    at = onCall.until;
  }
  return found;
}
