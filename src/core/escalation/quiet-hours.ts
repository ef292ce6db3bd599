import type { Instant } from "../resolution/responder.ts";
import type { Policy, Severity } from "./policy.ts";
import { instantOf, localTimeAt, midnightOf, plusMinutes, weekdayOf } from "./local-time.ts";

const MINUTES_A_DAY = 1_440;

/** When the quiet hours end that hold this severity back; undefined outside them. */
export function quietUntil({ quiet }: Policy, severity: Severity, at: Instant): Instant | undefined {
  const ends = quiet.filter(({ severities }) => severities.includes(severity)).flatMap((hours) => endsOf(hours, at));
  return ends.length === 0 ? undefined : ends.reduce((latest, end) => (end > latest ? end : latest));
}

/** The end of the hours that began today or yesterday, if they are on. */
function endsOf({ zone, days, from, to }: Policy["quiet"][number], at: Instant): readonly Instant[] {
  const today = midnightOf(localTimeAt(at, zone));
  return [-1, 0].flatMap((offset) => {
    const day = plusMinutes(today, offset * MINUTES_A_DAY);
    const start = instantOf(plusMinutes(day, from), zone);
    const end = instantOf(plusMinutes(day, to <= from ? to + MINUTES_A_DAY : to), zone);
    return days.includes(weekdayOf(day)) && start <= at && at < end ? [end] : [];
  });
}
