import { placeNames } from "../directory/place-names.ts";
import type { Desk } from "../events/scene.ts";
import type { Posted } from "../store.ts";
import { sayRefused } from "./call-directly.ts";
import type { Incident } from "./incident.ts";
import { sendLines } from "./line.ts";
import { moveIncident } from "./move-incident.ts";
import { channelName } from "./plan.ts";
import { showAround } from "./show-incident.ts";

/** An incident's message stands now: those who follow it elsewhere can be told where. */
export async function afterPosting(desk: Desk, key: string): Promise<void> {
  const { posted, incident } = await incidentOf(desk, key);
  if (posted?.role !== "incident" || incident === undefined) return;
  await sendLines(desk, incident.escalation.id);
  await showAround(desk, incident);
}

/** The platform refused a message about an incident for good. Nobody must wait for what will never come. */
export async function afterRefusal(desk: Desk, key: string, refusal: Refusal): Promise<void> {
  const { posted, incident } = await incidentOf(desk, key);
  if (posted === undefined || incident === undefined) return;
  if (posted.role === "direct") await sayRefused(desk, incident, posted, refusal);
  if (posted.role === "incident") await comeHome(desk, incident, posted, refusal);
}

type Refusal = { readonly why: string; readonly advice: string };

async function incidentOf({ tx, tenant }: Desk, key: string) {
  const posted = await tx.posts(tenant).find(key);
  const incident = posted?.incident === undefined ? undefined : await tx.incidents(tenant).load(posted.incident);
  return { posted, incident };
}

/** The channel for incidents cannot be used: the incident stays where the error was seen, and says so. */
async function comeHome(desk: Desk, { escalation }: Incident, { place }: Posted, refusal: Refusal): Promise<void> {
  const file = await desk.tx.cases(desk.tenant).file(escalation.case);
  if (file === undefined || file.place.channel === place.channel) return;
  const channel = channelName(place);
  const names = await placeNames({ tx: desk.tx, tenant: desk.tenant }, [channel]);
  const text = `the channel ${names.get(channel) ?? place.channel} cannot be used: ${refusal.why}. ${refusal.advice}`;
  const home = { place: file.place, replyTo: file.replyTo };
  await moveIncident(desk, escalation.id, { kind: "note", text }, undefined, { home });
}
