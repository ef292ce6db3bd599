/** A schedule by hand, minute by minute, with nothing but the language's own clock: what the real one is compared with. */
export type NaiveLayer = {
  readonly people: readonly string[];
  /** Minutes that a clock on the wall shows since 1970-01-01 00:00. */
  readonly start: number;
  readonly turn: number;
  readonly restriction: { readonly days: readonly number[]; readonly from: number; readonly to: number } | undefined;
};

/** What a clock on the wall shows, in minutes since 1970-01-01 00:00. */
export function wallClock(zone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  return (at) => {
    const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
    return Date.UTC(parts["year"]!, parts["month"]! - 1, parts["day"], parts["hour"], parts["minute"]) / 60_000;
  };
}

/**
 * Who is on call at each minute. A handover and an edge of a restriction happen when the wall clock first shows the time or
 * passes it, so the latest time ever shown decides; a clock set back changes nothing.
 */
export function namesByMinute(
  layer: NaiveLayer,
  zone: string,
  from: number,
  minutes: number,
): readonly (string | undefined)[] {
  const clock = wallClock(zone);
  let latest = Number.NEGATIVE_INFINITY;
  for (let warm = from - 2 * 1_440 * 60_000; warm < from; warm += 60_000) latest = Math.max(latest, clock(warm));
  return Array.from({ length: minutes }, (_, index) => {
    latest = Math.max(latest, clock(from + index * 60_000));
    return nameAt(layer, latest);
  });
}

function nameAt({ people, start, turn, restriction }: NaiveLayer, wall: number): string | undefined {
  if (wall < start || (restriction !== undefined && !isWithin(restriction, wall))) return undefined;
  return people[Math.floor((wall - start) / turn) % people.length];
}

function isWithin({ days, from, to }: NonNullable<NaiveLayer["restriction"]>, wall: number): boolean {
  const [day, minute] = [Math.floor(wall / 1_440), wall % 1_440];
  if (from < to) return days.includes(weekday(day)) && from <= minute && minute < to;
  return (days.includes(weekday(day)) && minute >= from) || (days.includes(weekday(day - 1)) && minute < to);
}

/** 1 is Monday, 7 is Sunday. */
function weekday(number: number): number {
  return new Date(number * 86_400_000).getUTCDay() || 7;
}
