import { type Instant, instant } from "../resolution/responder.ts";
import { type Irregularity, irregularities, type OnCall, peopleOnCall, whoIsOnCall } from "./on-call.ts";
import { formatLocalTime, localTimeAt } from "./local-time.ts";
import type { OnCallPlan } from "./policy.ts";
import type { PersonId, Schedule } from "./schedule.ts";

const DAY = 86_400_000;

/** How far ahead gaps and overlaps are looked for. */
const DAYS_AHEAD = 14;

/** Who is on call in every schedule, a line each, and below it the gaps and overlaps of the next two weeks. */
export function onCallText(plan: OnCallPlan, at: Instant): readonly string[] {
  return plan.schedules.flatMap((schedule) => [
    `${schedule.name}: ${standingText(plan, schedule, whoIsOnCall(schedule, at))}`,
    ...irregularities(schedule, at, instant(at + DAYS_AHEAD * DAY)).map((one) => irregularityText(plan, schedule, one)),
  ]);
}

function standingText(plan: OnCallPlan, schedule: Schedule, onCall: OnCall): string {
  const until = onCall.until === undefined ? "for good" : `until ${wallTime(onCall.until, schedule.zone)}`;
  if (onCall.kind === "gap") return `nobody is on call, ${until}`;
  const names = peopleOnCall(onCall)
    .map((id) => nameOf(plan, id))
    .join(" and ");
  const source = onCall.from.kind === "layer" ? onCall.from.name : onCall.from.kind;
  return `${names} (${source}), ${until}`;
}

function irregularityText(plan: OnCallPlan, { zone }: Schedule, { kind, start, end, people }: Irregularity): string {
  const when = `${wallTime(start, zone)} to ${wallTime(end, zone)}`;
  return kind === "gap"
    ? `  gap: nobody from ${when}`
    : `  overlap: ${people.map((id) => nameOf(plan, id)).join(" and ")} from ${when}`;
}

function nameOf({ people }: OnCallPlan, id: PersonId): string {
  return people.find((person) => person.id === id)?.name ?? id;
}

/** `2026-03-29 09:00 Europe/Lisbon`. */
export function wallTime(at: Instant, zone: string): string {
  return `${formatLocalTime(localTimeAt(at, zone)).replace("T", " ")} ${zone}`;
}
