import type { Instant, Responder } from "../resolution/responder.ts";
import type { OnCallPlan } from "./policy.ts";
import type { ScheduleId, Shift } from "./schedule.ts";

/** Somebody takes a schedule over for a while, because somebody said so in a chat. */
export type Override = Shift & {
  /** Short enough to be typed. */
  readonly id: string;
  readonly schedule: ScheduleId;
  /** Who set it, and when. */
  readonly by: Responder;
  readonly at: Instant;
};

/** The plan with what was said in chats. The latest word counts: it goes before the file's overrides and before earlier ones. */
export function withOverrides(plan: OnCallPlan, overrides: readonly Override[]): OnCallPlan {
  if (overrides.length === 0) return plan;
  const inOrder = overrides.toSorted((a, b) => a.at - b.at);
  return {
    ...plan,
    schedules: plan.schedules.map((schedule) => ({
      ...schedule,
      overrides: inOrder
        .filter((override) => override.schedule === schedule.id && override.end > override.start)
        .reduce<readonly Shift[]>(
          (before, { person, start, end }) => [
            ...before.flatMap((shift) => leftOf(shift, start, end)),
            { person, start, end },
          ],
          schedule.overrides,
        ),
    })),
  };
}

/** What is left of a shift outside a while. */
function leftOf(shift: Shift, start: Instant, end: Instant): readonly Shift[] {
  const before = { ...shift, end: start < shift.end ? start : shift.end };
  const after = { ...shift, start: end > shift.start ? end : shift.start };
  return [before, after].filter((part) => part.start < part.end);
}
