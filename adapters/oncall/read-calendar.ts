import ical from "node-ical";
import type { Person } from "../../src/core/escalation/policy.ts";
import type { Shift } from "../../src/core/escalation/schedule.ts";
import { instant } from "../../src/core/resolution/responder.ts";

const DAY = 86_400_000;

/** How far a repeating entry is followed, back and ahead. */
const DAYS_BACK = 31;
const DAYS_AHEAD = 400;

/** The shifts that an iCalendar text lists around `now`; undefined where it is none. An entry names a person by id, name or e-mail. */
export function readCalendar(text: string, people: readonly Person[], now: number): readonly Shift[] | undefined {
  if (!/^\uFEFF?BEGIN:VCALENDAR/i.test(text.trimStart())) return undefined;
  const span = { from: new Date(now - DAYS_BACK * DAY), to: new Date(now + DAYS_AHEAD * DAY) };
  try {
    return Object.values(ical.sync.parseICS(text))
      .flatMap((part) => (part?.type === "VEVENT" ? shiftsOf(part, people, span) : []))
      .toSorted((a, b) => a.start - b.start);
  } catch {
    return undefined;
  }
}

type Span = { readonly from: Date; readonly to: Date };

/** One moved entry of a series may name somebody else than the series does. */
function shiftsOf(event: ical.VEvent, people: readonly Person[], span: Span): readonly Shift[] {
  const options = { ...span, excludeExdates: true, includeOverrides: true, expandOngoing: true };
  return ical.expandRecurringEvent(event, options).flatMap(({ start, end, summary }) => {
    const named = {
      summary: textOf(summary).toLowerCase(),
      attendees: JSON.stringify(event.attendee ?? "").toLowerCase(),
    };
    const person = people.find((one) => isNamed(one, named));
    return person === undefined
      ? []
      : [{ person: person.id, start: instant(start.getTime()), end: instant(end.getTime()) }];
  });
}

function isNamed(
  { id, name, email }: Person,
  { summary, attendees }: { readonly summary: string; readonly attendees: string },
): boolean {
  if (summary === id || new RegExp(`(?<![\\p{L}\\d])${escape(name.toLowerCase())}(?![\\p{L}\\d])`, "u").test(summary))
    return true;
  return email !== undefined && `${summary} ${attendees}`.includes(email.toLowerCase());
}

function escape(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

function textOf(summary: unknown): string {
  if (typeof summary === "string") return summary;
  return typeof summary === "object" && summary !== null && "val" in summary ? String(summary.val) : "";
}
