import type { MessageRef, Place, Tenant } from "../../src/app/platform.ts";
import { type Instant, instant } from "../../src/core/resolution/responder.ts";

/**
 * A workspace; where the app is installed for a whole organisation, the organisation. People of all its workspaces meet in
 * one channel there, and Slack names now one workspace, now another, so only the organisation holds them together.
 */
export function tenantOf(team: string | undefined, enterprise: string | undefined): Tenant | undefined {
  return enterprise ?? team;
}

/** Whether the tenant is an organisation: such ids begin with E, those of workspaces with T. */
export function isOrganisation(tenant: Tenant): boolean {
  return tenant.startsWith("E");
}

/** {@link https://docs.slack.dev/reference/objects/conversation-object}: one-to-one conversations have ids with D. */
export function slackPlace(
  tenant: Tenant,
  channel: string,
  thread: string | undefined,
  isDirect = channel.startsWith("D"),
): Place {
  return { platform: "slack", tenant, channel, thread, kind: isDirect ? "direct" : "channel" };
}

/** Where a post goes: the thread that is named, or the one under the message that is answered. */
export function threadOf(place: Place, replyTo: string | undefined): string | undefined {
  return place.thread ?? replyTo;
}

export function slackRef(channel: string, message: string): MessageRef {
  return { channel, message };
}

/** A ts is seconds since 1970 with six digits behind the point, and a message's name within its channel. */
export function instantOfTs(ts: string | undefined, now: Instant): Instant {
  const milliseconds = Math.floor(Number(ts ?? "") * 1_000);
  return Number.isSafeInteger(milliseconds) && milliseconds > 0 ? instant(milliseconds) : now;
}

/** A message as Slack's web client opens it: the only address that is made of ids alone. */
export function slackLink(tenant: Tenant, { channel, message }: MessageRef): string {
  const ids = [tenant, channel, "thread", `${channel}-${message}`].map(encodeURIComponent);
  return `https://app.slack.com/client/${ids.join("/")}`;
}
