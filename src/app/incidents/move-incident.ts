import { advanceEscalation } from "../../core/escalation/advance-escalation.ts";
import type { EscalationEvent, EscalationId } from "../../core/escalation/escalation.ts";
import type { EscalationAdvance } from "../../core/escalation/escalation-outcome.ts";
import type { Responder } from "../../core/resolution/responder.ts";
import type { Desk } from "../events/scene.ts";
import type { Incident } from "./incident.ts";
import { carryOut } from "./carry-out.ts";
import { contextOf, policyNamed } from "./plan.ts";

/** How often somebody else may be faster before we give up; each time somebody did get on. */
const MOST_ATTEMPTS = 50;

/** What became of it; undefined where there is no such incident. */
export type MovedIncident = { readonly incident: Incident; readonly advance: EscalationAdvance };

/**
 * Something happens to an incident: one conditional write, and then all that follows from it. When somebody was faster,
 * it looks at what they left and decides anew.
 */
export async function moveIncident(
  desk: Desk,
  id: EscalationId,
  event: EscalationEvent,
  by: Responder | undefined,
  change: Partial<Pick<Incident, "home">> = {},
): Promise<MovedIncident | undefined> {
  for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
    const before = await desk.tx.incidents(desk.tenant).load(id);
    if (before === undefined) return undefined;
    const advance = advanced(desk, before, event, by);
    if (advance.kind !== "moved") return { incident: before, advance };
    const incident = { ...before, ...change, escalation: advance.escalation };
    if (!(await isSaved(desk, incident, before))) continue;
    await carryOut(desk, { before: before.escalation, incident, effects: advance.effects });
    return { incident, advance };
  }
  throw new Error(`Cannot change incident ${id}: others were faster ${MOST_ATTEMPTS} times. Try again in a moment.`);
}

function advanced(
  desk: Desk,
  { escalation }: Incident,
  event: EscalationEvent,
  by: Responder | undefined,
): EscalationAdvance {
  const policy = policyNamed(desk.parts.oncall?.(), escalation.policy);
  return advanceEscalation(escalation, event, contextOf(desk, policy, by));
}

async function isSaved({ tx, tenant }: Desk, next: Incident, before: Incident): Promise<boolean> {
  return (await tx.incidents(tenant).save(next, before.escalation.revision)) === "saved";
}
