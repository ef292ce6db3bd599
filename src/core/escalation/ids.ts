import type { EscalationId } from "./escalation.ts";
import type { PolicyId } from "./policy.ts";
import type { PersonId, ScheduleId } from "./schedule.ts";

/** How people, schedules and policies may be named: lower-case letters, digits, dashes and underscores. */
export const PLAN_ID = /^[a-z0-9][a-z0-9_-]{0,39}$/;

/** For ids known to be well-formed; throws where that was a mistake. */
export function personId(text: string): PersonId {
  return isPersonId(text) ? text : fail(text);
}

/** For ids known to be well-formed; throws where that was a mistake. */
export function scheduleId(text: string): ScheduleId {
  return isScheduleId(text) ? text : fail(text);
}

/** For ids known to be well-formed; throws where that was a mistake. */
export function policyId(text: string): PolicyId {
  return isPolicyId(text) ? text : fail(text);
}

/** For names that a case gave; throws where there is none. */
export function escalationId(text: string): EscalationId {
  return isEscalationId(text) ? text : fail(text);
}

export function isEscalationId(text: string): text is EscalationId {
  return text !== "";
}

function isPersonId(text: string): text is PersonId {
  return PLAN_ID.test(text);
}

function isScheduleId(text: string): text is ScheduleId {
  return PLAN_ID.test(text);
}

function isPolicyId(text: string): text is PolicyId {
  return PLAN_ID.test(text);
}

function fail(text: string): never {
  throw new Error(
    `Cannot use "${text}" as an id: ids have lower-case letters, digits, dashes and underscores. Check it with the schema first.`,
  );
}
