import type { Delivery, Tenant } from "../../src/app/platform.ts";
import type { Instant } from "../../src/core/resolution/responder.ts";
import { type Heard, NOTHING_MISSING } from "./heard.ts";
import { type Json, objectAt, textAt } from "./json.ts";
import { instantOfTs, slackPlace, slackRef } from "./ref.ts";
import { standingInEnvelope } from "./standing.ts";

/** The sign that adds a message to the incident's timeline: 📌. */
const PIN = "pushpin";

/**
 * A sign on a message. Slack tells neither what the message says nor whose thread it is in, so both are fetched. However
 * many people put the sign there, it is one delivery.
 * {@link https://docs.slack.dev/reference/events/reaction_added}
 */
export function readReaction(event: Json, tenant: Tenant, isOfOrganisation: boolean, now: Instant): Heard {
  const item = objectAt(event, "item");
  const [user, channel, ts] = [textAt(event, "user"), textAt(item, "channel"), textAt(item, "ts")];
  if (event["reaction"] !== PIN || item["type"] !== "message") return { kind: "nothing" };
  if (user === undefined || channel === undefined || ts === undefined) return { kind: "nothing" };
  const author = { id: textAt(event, "item_user") ?? "", name: textAt(event, "item_user") ?? "somebody" };
  const delivery: Delivery = {
    id: `pinned:${channel}:${ts}:${user}`,
    at: instantOfTs(textAt(event, "event_ts"), now),
    place: slackPlace(tenant, channel, undefined),
    by: { id: user, name: user },
    standing: standingInEnvelope(tenant, undefined, isOfOrganisation),
    event: { kind: "remembered", message: slackRef(channel, ts), text: "", author, by: "sign", answer: undefined },
  };
  return { kind: "delivery", delivery, missing: { ...NOTHING_MISSING, message: ts } };
}
