import type { EscalationId } from "../../core/escalation/escalation.ts";
import type { CaseId } from "../../core/resolution/case.ts";
import type { View } from "../../core/view/view.ts";
import { withStanding } from "../../core/view/with-standing.ts";
import type { Desk } from "../events/scene.ts";
import { platformNamed } from "../parts.ts";
import type { PostedAt } from "../platform.ts";
import type { Posted } from "../store.ts";

/** The message of a case, with how its incident stands, if it has one. */
export async function asItStands(desk: Desk, id: CaseId, view: View): Promise<View> {
  const incidents = desk.tx.incidents(desk.tenant);
  const belongs = await incidents.ofCase(id);
  const incident = belongs === undefined ? undefined : await incidents.load(belongs);
  if (incident === undefined) return view;
  return withStanding(view, incident.escalation, await addressOf(desk, incident.escalation.id));
}

/** The incident's own message, where it is posted already. */
export async function messageOf({ tx, tenant }: Desk, id: EscalationId): Promise<Posted | undefined> {
  const posts = await tx.posts(tenant).ofIncident(id);
  return posts.find(({ role }) => role === "incident");
}

/** Where people find the incident. */
export async function addressOf(desk: Desk, id: EscalationId): Promise<string | undefined> {
  return linkTo(desk, await messageOf(desk, id));
}

/** The address of a message that stands. */
export function linkTo({ parts }: Pick<Desk, "parts">, post: Posted | undefined): string | undefined {
  if (post === undefined || !isSent(post)) return undefined;
  return platformNamed(parts, post.place.platform)?.linkTo?.(post.place.tenant, post.ref);
}

export function isSent(post: Posted): post is Posted & PostedAt {
  return post.ref !== undefined;
}
