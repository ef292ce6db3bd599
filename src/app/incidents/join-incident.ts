import type { EscalationId } from "../../core/escalation/escalation.ts";
import type { CaseId } from "../../core/resolution/case.ts";
import type { Responder } from "../../core/resolution/responder.ts";
import type { Desk } from "../events/scene.ts";
import { moveIncident } from "./move-incident.ts";
import { sayInCase } from "./say-in-case.ts";

/** A case with the same error. */
type Joining = { readonly case: CaseId; readonly place: string; readonly by: Responder };

/** Lets a case join an open incident: it is counted there, nobody is called again, and its thread is told. False where the incident is over. */
export async function joinIncident(desk: Desk, id: EscalationId, { case: of, place, by }: Joining): Promise<boolean> {
  const moved = await moveIncident(desk, id, { kind: "seen", place, count: 1 }, by);
  if (moved?.advance.kind !== "moved") return false;
  await desk.tx.incidents(desk.tenant).link({ case: of, incident: id, place });
  await sayJoined(desk, of, id);
  return true;
}

/** Says in the thread of a case that its error is an incident elsewhere. */
export function sayJoined(desk: Desk, of: CaseId, id: EscalationId): Promise<void> {
  return sayInCase(desk, of, "The people on call know this error already. ", id);
}
