import type { Place, Tenant } from "../../src/app/platform.ts";
import type { Instant } from "../../src/core/resolution/responder.ts";
import { type Json, textAt } from "./json.ts";
import { slackPlace } from "./ref.ts";

/** What a message is read with, besides itself. */
export type Around = {
  readonly tenant: Tenant;
  readonly bot: string | undefined;
  /** The app that the payload is told to: ours. */
  readonly app?: string | undefined;
  readonly isOfOrganisation: boolean;
  readonly now: Instant;
};

/** A parent names itself as its thread once it has replies; it still stands at the top of the channel. */
export function placeOf(event: Json, message: Json, channel: string, { tenant }: Around): Place {
  const thread = textAt(message, "thread_ts");
  const isParent = thread === textAt(message, "ts");
  return slackPlace(tenant, channel, isParent ? undefined : thread, isDirect(event, channel));
}

function isDirect(event: Json, channel: string): boolean {
  const type = textAt(event, "channel_type");
  return type === undefined ? channel.startsWith("D") : type === "im" || type === "app_home";
}
