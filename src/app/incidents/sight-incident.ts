import { isClosed } from "../../core/escalation/escalation.ts";
import { errorOf } from "../../core/escalation/hand-off.ts";
import type { Case, CaseId } from "../../core/resolution/case.ts";
import type { Desk } from "../events/scene.ts";
import type { Place } from "../platform.ts";
import { moveIncident } from "./move-incident.ts";
import { channelName } from "./plan.ts";

/** An error is shown for the first time: where an open incident is about it, its case belongs to that and is counted there. */
export async function sightIncident(desk: Desk, known: Case, { channel, platform }: Place): Promise<void> {
  const incidents = desk.tx.incidents(desk.tenant);
  const fingerprint = errorOf(known);
  if (fingerprint === undefined || (await desk.tx.posts(desk.tenant).ofCase(known.id)) !== undefined) return;
  const id = await incidents.openWith(fingerprint);
  if (id === undefined || (await incidents.ofCase(known.id)) !== undefined) return;
  const place = channelName({ channel, platform });
  await incidents.link({ case: known.id, incident: id, place });
  await moveIncident(desk, id, { kind: "seen", place, count: 1 }, undefined);
}

/** The same error once more where its case is: it counts for the incident, too. */
export async function countSighting(desk: Desk, id: CaseId, { channel, platform }: Place): Promise<void> {
  const incidents = desk.tx.incidents(desk.tenant);
  const belongs = await incidents.ofCase(id);
  const incident = belongs === undefined ? undefined : await incidents.load(belongs);
  if (incident === undefined || isClosed(incident.escalation)) return;
  const place = channelName({ channel, platform });
  await moveIncident(desk, incident.escalation.id, { kind: "seen", place, count: 1 }, undefined);
}
