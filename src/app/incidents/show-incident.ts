import type { Escalation } from "../../core/escalation/escalation.ts";
import { caseView } from "../../core/view/case-view.ts";
import { directView } from "../../core/view/direct-view.ts";
import type { View } from "../../core/view/view.ts";
import { incidentView } from "../../core/view/incident-view.ts";
import type { Desk } from "../events/scene.ts";
import { edit, post, showCase } from "../events/show.ts";
import { PRIORITY, type Posted } from "../store.ts";
import { choicesFor } from "./choices.ts";
import type { Incident } from "./incident.ts";
import { packetOf } from "./packet.ts";
import { addressOf, messageOf } from "./standing.ts";

/** How soon it must be seen; nobody is told when it cannot be: the incident's home is then another one. */
const SOON = { priority: PRIORITY.page, asker: undefined } as const;

/** Shows the incident as it is now: its own message always, the messages about it where its standing is another one. */
export async function showIncident(desk: Desk, incident: Incident, before: Escalation | undefined): Promise<void> {
  const { escalation, home } = incident;
  const about = { case: escalation.case, incident: escalation.id };
  const packet = await packetOf(desk, incident);
  const choices = await choicesFor(desk, incident);
  const view = incidentView(escalation, { packet, choices });
  const standing = await messageOf(desk, escalation.id);
  if (standing === undefined) await post(desk, about, view, { home, role: "incident" }, SOON);
  else await edit(desk, about, view, standing, SOON);
  if (before === undefined || hasTurned(before, escalation)) await showAround(desk, incident);
}

/** Whether those who follow it elsewhere would read something else. */
function hasTurned(before: Escalation, after: Escalation): boolean {
  return standingOf(before) !== standingOf(after);
}

function standingOf({ state, called, severity }: Escalation): string {
  return JSON.stringify([state, called, severity]);
}

/** Everything that tells of the incident besides its own message: what people were sent, and the cases it is about. */
export async function showAround(desk: Desk, incident: Incident): Promise<void> {
  await showDirects(desk, incident);
  for (const link of await desk.tx.incidents(desk.tenant).links(incident.escalation.id)) {
    await showCaseAgain(desk, link.case);
  }
}

async function showDirects(desk: Desk, incident: Incident): Promise<void> {
  const { escalation } = incident;
  const posts = await desk.tx.posts(desk.tenant).ofIncident(escalation.id);
  const directs = posts.filter(({ role }) => role === "direct");
  if (directs.length === 0) return;
  const view = await directViewOf(desk, incident);
  const about = { case: escalation.case, incident: escalation.id };
  for (const one of directs) await edit(desk, about, view, one, SOON);
}

/** What somebody who is called is sent. */
export async function directViewOf(desk: Desk, incident: Incident): Promise<View> {
  const { escalation } = incident;
  const url = await addressOf(desk, escalation.id);
  return directView(escalation, await packetOf(desk, incident), url);
}

/** Only where it is shown already: a private answer stays private. */
async function showCaseAgain(desk: Desk, id: Posted["case"]): Promise<void> {
  const { tx, tenant, parts } = desk;
  const standing = await tx.posts(tenant).ofCase(id);
  const known = await tx.cases(tenant).load(id);
  if (standing === undefined || known === undefined) return;
  const showing = { priority: PRIORITY.progress, asker: undefined };
  await showCase(desk, known, caseView(known, parts.articles), standing, showing);
}
