import type { MessageRef, Place, Tenant } from "../../src/app/platform.ts";
import { type Instant, instant } from "../../src/core/resolution/responder.ts";

/**
 * A workspace; where the app is installed for a whole organisation, the organisation and the workspace. The organisation
 * is part of the name, so that the token is found without asking anything but the name.
 */
export function tenantOf(team: string, enterprise: string | undefined): Tenant {
  return enterprise === undefined ? team : `${enterprise}/${team}`;
}

/** Under which key the installation of a tenant is kept. */
export function installationKey(tenant: Tenant): string {
  return tenant.split("/")[0] ?? tenant;
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
  const team = tenant.split("/").at(-1) ?? tenant;
  const ids = [team, channel, "thread", `${channel}-${message}`].map(encodeURIComponent);
  return `https://app.slack.com/client/${ids.join("/")}`;
}
