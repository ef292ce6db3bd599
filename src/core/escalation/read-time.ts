import { type Instant, instant } from "../resolution/responder.ts";
import { instantOf, localTimeAt, midnightOf, parseLocalTime, plusMinutes, weekdayOf } from "./local-time.ts";
import type { LocalTime } from "./schedule.ts";

/** A point in time as people type it, before it is known where its clock hangs. */
export type WrittenTime =
  | { readonly kind: "instant"; readonly at: Instant }
  /** So many minutes later. */
  | { readonly kind: "later"; readonly minutes: number }
  /** A time of day, in minutes after midnight, on some day. */
  | { readonly kind: "clock"; readonly day: WrittenDay; readonly minute: number };

/** `next`: the next time the clock shows it. */
export type WrittenDay =
  | { readonly kind: "next" }
  | { readonly kind: "in"; readonly days: number }
  /** 1 is Monday, 7 is Sunday. */
  | { readonly kind: "weekday"; readonly weekday: number }
  | { readonly kind: "date"; readonly date: string };

/** The time that some words begin with, and how many they are; undefined where they begin with none. */
export function readTime(words: readonly string[]): { readonly time: WrittenTime; readonly used: number } | undefined {
  const [first = "", second = ""] = words.map((word) => word.toLowerCase());
  const alone = readWord(first);
  if (alone !== undefined) return { time: alone, used: 1 };
  const [day, minute] = [readDay(first), readClock(second)];
  return day === undefined || minute === undefined ? undefined : { time: { kind: "clock", day, minute }, used: 2 };
}

function readWord(word: string): WrittenTime | undefined {
  if (word === "now") return { kind: "later", minutes: 0 };
  const minutes = readLength(word);
  if (minutes !== undefined) return { kind: "later", minutes };
  const minute = readClock(word);
  if (minute !== undefined) return { kind: "clock", day: { kind: "next" }, minute };
  return readStamp(word);
}

/** `2026-12-24T18:00`, with or without an offset. */
function readStamp(word: string): WrittenTime | undefined {
  const [, date = "", clock = "", offset] =
    /^(\d{4}-\d{2}-\d{2})t(\d{2}:\d{2})(?::\d{2})?(z|[+-]\d{2}:\d{2})?$/.exec(word) ?? [];
  if (parseLocalTime(`${date}T${clock}`) === undefined) return undefined;
  if (offset === undefined) return { kind: "clock", day: { kind: "date", date }, minute: readClock(clock) ?? 0 };
  const at = Date.parse(`${date}T${clock}${offset.toUpperCase()}`);
  return Number.isNaN(at) ? undefined : { kind: "instant", at: instant(at) };
}

/** `2h`, `90m`, `1h30m`, `+2h`, `1d` in minutes. */
function readLength(word: string): number | undefined {
  const match = /^\+?(?:(\d{1,3})d)?(?:(\d{1,4})h)?(?:(\d{1,5})m(?:in)?)?$/.exec(word);
  const [, days, hours, minutes] = match ?? [];
  if (days === undefined && hours === undefined && minutes === undefined) return undefined;
  return Number(days ?? 0) * 1_440 + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
}

/** `18:00`, `6pm`, `6:30pm` in minutes after midnight. */
function readClock(word: string): number | undefined {
  const [, hours = "", minutes, half] = /^(\d{1,2})(?::([0-5]\d))?(am|pm)?$/.exec(word) ?? [];
  const hour = Number(hours);
  if (hours === "" || (minutes === undefined && half === undefined)) return undefined;
  if (half === undefined) return hour < 24 ? hour * 60 + Number(minutes) : undefined;
  return hour < 1 || hour > 12 ? undefined : ((hour % 12) + (half === "pm" ? 12 : 0)) * 60 + Number(minutes ?? 0);
}

const WEEK: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

function readDay(word: string): WrittenDay | undefined {
  if (word === "today") return { kind: "in", days: 0 };
  if (word === "tomorrow") return { kind: "in", days: 1 };
  const weekday = /^[a-z]{3,9}$/.test(word) ? WEEK.indexOf(word.slice(0, 3)) + 1 : 0;
  if (weekday > 0 && FULL[weekday - 1]?.startsWith(word) === true) return { kind: "weekday", weekday };
  return parseLocalTime(`${word}T00:00`) === undefined ? undefined : { kind: "date", date: word };
}

const FULL: readonly string[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/** When it is, seen from a moment. A time of day is the next one after it, unless a day was named. */
export function timeAfter(time: WrittenTime, zone: string, from: Instant): Instant {
  if (time.kind === "instant") return time.at;
  if (time.kind === "later") return instant(from + time.minutes * 60_000);
  const today = onDay(time, zone, from, 0);
  return time.day.kind === "next" && today <= from ? onDay(time, zone, from, 1) : today;
}

/** The time on the day that is meant, so many days later by the calendar. A weekday is the next one at that time. */
export function onDay(
  { day, minute }: Extract<WrittenTime, { kind: "clock" }>,
  zone: string,
  from: Instant,
  later: number,
): Instant {
  const today = midnightOf(localTimeAt(from, zone));
  const on = (midnight: LocalTime, days: number) => instantOf(plusMinutes(midnight, days * 1_440 + minute), zone);
  if (day.kind === "date") return on(parseLocalTime(`${day.date}T00:00`) ?? today, later);
  if (day.kind === "next") return on(today, later);
  if (day.kind === "in") return on(today, day.days + later);
  const ahead = (day.weekday - weekdayOf(today) + 7) % 7;
  return on(today, ahead) > from ? on(today, ahead + later) : on(today, ahead + 7 + later);
}
