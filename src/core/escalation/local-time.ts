import { IANAZone } from "luxon";
import { type Instant, instant } from "../resolution/responder.ts";
import type { LocalTime } from "./schedule.ts";

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Whether clocks are set by a zone of this name, such as `Europe/Lisbon`. */
export function isZone(zone: string): boolean {
  return IANAZone.isValidZone(zone) && (zone.includes("/") || zone === "UTC");
}

/** What the clock on the wall shows. */
export function localTimeAt(at: Instant, zone: string): LocalTime {
  return localTime(at + offsetAt(at, zone));
}

/**
 * When the clock on the wall shows the time, or first passes it. An hour that comes twice counts from its first time;
 * one that is left out, from the moment it is left out.
 */
export function instantOf(local: LocalTime, zone: string): Instant {
  const [before, after] = [offsetAt(local - DAY, zone), offsetAt(local + DAY, zone)];
  const early = local - Math.max(before, after);
  if (before === after) return instant(early);
  const fitting = [early, local - Math.min(before, after)].find((at) => at + offsetAt(at, zone) === local);
  return instant(fitting ?? changeBetween(early, local - Math.min(before, after), zone));
}

/** The day's midnight on the wall. */
export function midnightOf(local: LocalTime): LocalTime {
  return localTime(Math.floor(local / DAY) * DAY);
}

/** So many minutes later by the clock on the wall. */
export function plusMinutes(local: LocalTime, minutes: number): LocalTime {
  return localTime(local + minutes * MINUTE);
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(local: LocalTime): number {
  return ((((Math.floor(local / DAY) + 3) % 7) + 7) % 7) + 1;
}

/** `2026-03-29T02:30` as a time on the wall; undefined where there is no such day or time. */
export function parseLocalTime(written: string): LocalTime | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(written)) return undefined;
  const time = Date.parse(`${written}Z`);
  return Number.isNaN(time) || formatLocalTime(localTime(time)) !== written ? undefined : localTime(time);
}

/** `2026-03-29T02:30`. */
export function formatLocalTime(local: LocalTime): string {
  return new Date(local).toISOString().slice(0, 16);
}

/** Milliseconds that clocks are ahead of UTC. Asking the language costs microseconds, and a schedule asks often. */
function offsetAt(at: number, zone: string): number {
  const minute = Math.floor(at / MINUTE);
  const known = rememberedOf(zone);
  const offset = known.get(minute) ?? Math.round(IANAZone.create(zone).offset(minute * MINUTE) * MINUTE);
  known.set(minute, offset);
  return offset;
}

/** By the minute: Newfoundland and Antarctica/Casey have changed their clocks at one minute past midnight. */
const remembered = new Map<string, Map<number, number>>();
const MOST_REMEMBERED = 20_000;

function rememberedOf(zone: string): Map<number, number> {
  const known = remembered.get(zone);
  if (known !== undefined && known.size < MOST_REMEMBERED) return known;
  const fresh = new Map<number, number>();
  remembered.set(zone, fresh);
  return fresh;
}

/** The moment at which the clocks change, by bisection. */
function changeBetween(early: number, late: number, zone: string): number {
  const before = offsetAt(early - DAY, zone);
  let [low, high] = [early - DAY, late + DAY];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle, zone) === before) low = middle;
    else high = middle;
  }
  return high;
}

function localTime(milliseconds: number): LocalTime {
  if (isLocalTime(milliseconds)) return milliseconds;
  throw new Error(`Cannot read a clock: ${milliseconds} is no number of milliseconds. Pass a whole number.`);
}

function isLocalTime(milliseconds: number): milliseconds is LocalTime {
  return Number.isSafeInteger(milliseconds);
}
