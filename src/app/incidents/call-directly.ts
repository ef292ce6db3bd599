import type { Person } from "../../core/escalation/policy.ts";
import type { Desk } from "../events/scene.ts";
import { post, withdraw } from "../events/show.ts";
import type { Place } from "../platform.ts";
import { PRIORITY, type Posted } from "../store.ts";
import type { Incident } from "./incident.ts";
import { sayInThread } from "./line.ts";
import { idOn } from "./plan.ts";
import { directViewOf } from "./show-incident.ts";

const SOON = { priority: PRIORITY.page, asker: undefined } as const;

/** A direct message to somebody. Who is called once more gets a new one, because an edit wakes nobody. */
export async function callDirectly(desk: Desk, incident: Incident, to: Person): Promise<void> {
  const { escalation, home } = incident;
  const user = idOn(home.place.platform, to);
  if (user === undefined) return sayUnknown(desk, incident, to);
  await withdrawOld(desk, incident, user);
  const { platform, tenant } = home.place;
  const place: Place = { platform, tenant, channel: user, thread: undefined, kind: "person" };
  const about = { case: escalation.case, incident: escalation.id };
  const view = await directViewOf(desk, incident);
  await post(desk, about, view, { home: { place, replyTo: undefined }, role: "direct" }, SOON);
}

async function withdrawOld(desk: Desk, { escalation }: Incident, user: string): Promise<void> {
  const posts = await desk.tx.posts(desk.tenant).ofIncident(escalation.id);
  const old = posts.filter(({ role, place }) => role === "direct" && place.channel === user);
  for (const one of old) await withdraw(desk, one);
}

function sayUnknown(desk: Desk, incident: Incident, { name }: Person): Promise<void> {
  const { platform } = incident.home.place;
  const text = `${name} has no ${platform} id, so no direct message was sent. Add ${platform} under people in oncall.yaml.`;
  return sayInThread(desk, incident, text, { people: [], priority: PRIORITY.page });
}

/** The platform refused a direct message for good: the thread is told, so that nobody relies on it. */
export async function sayRefused(
  desk: Desk,
  incident: Incident,
  { place }: Posted,
  { why, advice }: { readonly why: string; readonly advice: string },
): Promise<void> {
  const person = desk.parts.oncall?.()?.people.find((one) => idOn(place.platform, one) === place.channel);
  const text = `${person?.name ?? place.channel} cannot be sent a direct message: ${why}. ${advice}`;
  await sayInThread(desk, incident, text, { people: [], priority: PRIORITY.page });
}
