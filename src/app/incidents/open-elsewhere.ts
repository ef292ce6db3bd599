import type { Sighting } from "../../core/escalation/escalation.ts";
import { escalationId } from "../../core/escalation/ids.ts";
import { startEscalation } from "../../core/escalation/start-escalation.ts";
import type { Desk } from "../events/scene.ts";
import { newName } from "../names.ts";
import { carryOut } from "./carry-out.ts";
import type { Incident, Link } from "./incident.ts";
import { contextOf, policyNamed } from "./plan.ts";

/** What was split off goes on as an incident of its own, in its own thread. Others still join the one it came from. */
export async function openElsewhere(desk: Desk, from: Incident, { place }: Sighting): Promise<void> {
  const incidents = desk.tx.incidents(desk.tenant);
  const links = (await incidents.links(from.escalation.id)).filter((link) => link.place === place);
  const [first] = links;
  const home = first === undefined ? undefined : await desk.tx.cases(desk.tenant).file(first.case);
  if (first === undefined || home === undefined) return;
  const { policy, fingerprint, title = fingerprint, severity, timeline } = from.escalation;
  const by = timeline.at(-1)?.by ?? from.escalation.opened.by;
  const id = escalationId(newName(desk.parts.random).slice(0, 8));
  const wish = {
    id,
    case: first.case,
    fingerprint,
    title,
    severity,
    reason: `split off from ${from.escalation.id}`,
    place,
    by,
  };
  const started = startEscalation(wish, contextOf(desk, policyNamed(desk.parts.oncall?.(), policy), by));
  if (started.kind !== "moved") return;
  const { place: where, replyTo } = home;
  const incident: Incident = { escalation: started.escalation, home: { place: where, replyTo }, joins: undefined };
  await incidents.save(incident, 0);
  await relink(desk, links, incident);
  await carryOut(desk, { before: undefined, incident, effects: started.effects });
}

async function relink({ tx, tenant }: Desk, links: readonly Link[], { escalation }: Incident): Promise<void> {
  for (const link of links) await tx.incidents(tenant).link({ ...link, incident: escalation.id });
}
