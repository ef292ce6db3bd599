import { type Instant, instant } from "../resolution/responder.ts";
import { formatLocalTime, localTimeAt } from "./local-time.ts";
import { type Irregularity, irregularities, type OnCall, peopleOnCall, whoIsOnCall } from "./on-call.ts";
import type { Override } from "./override.ts";
import type { OnCallPlan } from "./policy.ts";
import type { PersonId, Schedule } from "./schedule.ts";

/** What is to be said about one schedule, in words. */
export type ScheduleReport = {
  readonly name: string;
  /** Who is on call, and until when. */
  readonly now: string;
  /** Who comes after that; undefined where it stays so. */
  readonly next: string | undefined;
  readonly irregularities: readonly string[];
  readonly overrides: readonly string[];
};

/** `plan` has the overrides in it already; `overrides` are those that were said in chats, and by whom. */
export type OnCallFacts = { readonly plan: OnCallPlan; readonly overrides: readonly ToldOverride[] };

/** Without `setBy` it was said elsewhere. */
export type ToldOverride = Omit<Override, "by"> & { readonly setBy: string | undefined };

const DAY = 86_400_000;

/** How far ahead gaps and overlaps are looked for. */
const DAYS_AHEAD = 14;

/** Who is on call in every schedule, who is next, and the gaps, overlaps and overrides of the next two weeks. */
export function onCallReport({ plan, overrides }: OnCallFacts, at: Instant): readonly ScheduleReport[] {
  return plan.schedules.map((schedule) => {
    const now = whoIsOnCall(schedule, at);
    return {
      name: schedule.name,
      now: standingText(plan, schedule, now),
      next: now.until === undefined ? undefined : standingText(plan, schedule, whoIsOnCall(schedule, now.until)),
      irregularities: irregularities(schedule, at, instant(at + DAYS_AHEAD * DAY)).map((one) =>
        irregularityText(plan, schedule, one),
      ),
      overrides: overrides
        .filter((override) => override.schedule === schedule.id && override.end > at)
        .map((override) => overrideText(plan, schedule, override)),
    };
  });
}

function standingText(plan: OnCallPlan, schedule: Schedule, onCall: OnCall): string {
  const until = onCall.until === undefined ? "for good" : `until ${wallTime(onCall.until, schedule.zone)}`;
  if (onCall.kind === "gap") return `nobody is on call, ${until}`;
  const names = peopleOnCall(onCall)
    .map((id) => nameIn(plan, id))
    .join(" and ");
  const source = onCall.from.kind === "layer" ? onCall.from.name : onCall.from.kind;
  return `${names} (${source}), ${until}`;
}

function irregularityText(plan: OnCallPlan, { zone }: Schedule, { kind, start, end, people }: Irregularity): string {
  const when = `${wallTime(start, zone)} to ${wallTime(end, zone)}`;
  return kind === "gap"
    ? `gap: nobody from ${when}`
    : `overlap: ${people.map((id) => nameIn(plan, id)).join(" and ")} from ${when}`;
}

function overrideText(plan: OnCallPlan, { zone }: Schedule, { id, person, start, end, setBy }: ToldOverride): string {
  const when = `${wallTime(start, zone)} to ${wallTime(end, zone)}`;
  return `override ${id}: ${nameIn(plan, person)} from ${when}, set ${setBy === undefined ? "elsewhere" : `by ${setBy}`}`;
}

export function nameIn({ people }: Pick<OnCallPlan, "people">, id: PersonId): string {
  return people.find((person) => person.id === id)?.name ?? id;
}

/** `2026-03-29 09:00 Europe/Lisbon`. */
export function wallTime(at: Instant, zone: string): string {
  return `${formatLocalTime(localTimeAt(at, zone)).replace("T", " ")} ${zone}`;
}
