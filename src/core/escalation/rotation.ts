import type { Instant } from "../resolution/responder.ts";
import { instantOf, localTimeAt, midnightOf, plusMinutes, weekdayOf } from "./local-time.ts";
import type { Layer, LocalTime, PersonId, Restriction } from "./schedule.ts";

const MINUTE = 60_000;
const MINUTES_A_DAY = 1_440;

/** Who a layer names; undefined outside its times. */
export function turnAt(layer: Layer, zone: string, at: Instant): PersonId | undefined {
  const number = turnNumber(layer, zone, at);
  if (number < 0 || hasEnded(layer, zone, at) || !isAllowed(layer, zone, at)) return undefined;
  return layer.people[number % layer.people.length];
}

/** When a layer may name somebody else: the next handover, or an edge of its times. */
export function nextEdgeOf(layer: Layer, zone: string, at: Instant): Instant | undefined {
  if (hasEnded(layer, zone, at)) return undefined;
  const ends = layer.end === undefined ? [] : [instantOf(layer.end, zone)];
  const handover = startOfTurn(layer, zone, Math.max(0, turnNumber(layer, zone, at) + 1));
  return earliestAfter(at, [handover, ...ends, ...edgesAround(layer, zone, at)]);
}

export function earliestAfter(at: Instant, candidates: readonly Instant[]): Instant | undefined {
  return candidates.reduce<Instant | undefined>(
    (best, one) => (one > at && (best === undefined || one < best) ? one : best),
    undefined,
  );
}

/** Counted from 0; negative before the layer begins. The wall clock says roughly which; the handovers decide. */
function turnNumber(layer: Layer, zone: string, at: Instant): number {
  const passed = localTimeAt(at, zone) - layer.start;
  let number = Math.floor(passed / (layer.turn * MINUTE)) + 1;
  while (startOfTurn(layer, zone, number) > at) number--;
  while (startOfTurn(layer, zone, number + 1) <= at) number++;
  return number;
}

function startOfTurn(layer: Layer, zone: string, number: number): Instant {
  return instantOf(plusMinutes(layer.start, number * layer.turn), zone);
}

function hasEnded({ end }: Layer, zone: string, at: Instant): boolean {
  return end !== undefined && at >= instantOf(end, zone);
}

function isAllowed({ restrictions }: Layer, zone: string, at: Instant): boolean {
  if (restrictions.length === 0) return true;
  const today = midnightOf(localTimeAt(at, zone));
  return restrictions.some((restriction) =>
    [-1, 0, 1].some((day) => {
      const part = partOn(restriction, plusMinutes(today, day * MINUTES_A_DAY), zone);
      return part !== undefined && part.start <= at && at < part.end;
    }),
  );
}

type Part = { readonly start: Instant; readonly end: Instant };

/** The part of the day as moments; undefined on other weekdays. */
function partOn({ days, from, to }: Restriction, midnight: LocalTime, zone: string): Part | undefined {
  if (!days.includes(weekdayOf(midnight))) return undefined;
  const end = to <= from ? to + MINUTES_A_DAY : to;
  return { start: instantOf(plusMinutes(midnight, from), zone), end: instantOf(plusMinutes(midnight, end), zone) };
}

/** Where the times of a layer begin and end, from yesterday until a week ahead. */
function edgesAround({ restrictions }: Layer, zone: string, at: Instant): readonly Instant[] {
  if (restrictions.length === 0) return [];
  const today = midnightOf(localTimeAt(at, zone));
  const days = Array.from({ length: 10 }, (_, index) => plusMinutes(today, (index - 1) * MINUTES_A_DAY));
  return restrictions.flatMap((restriction) =>
    days.flatMap((day) => {
      const part = partOn(restriction, day, zone);
      return part === undefined ? [] : [part.start, part.end];
    }),
  );
}
