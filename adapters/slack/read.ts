import type { Instant } from "../../src/core/resolution/responder.ts";
import type { Envelope, Heard } from "./heard.ts";
import { isJson, objectAt, objectsAt, textAt, type Json } from "./json.ts";
import { readCommandPayload } from "./read-command.ts";
import { readInteraction } from "./read-interaction.ts";
import { readMessage } from "./read-message.ts";
import { readReaction } from "./read-reaction.ts";
import { instantOfTs, tenantOf } from "./ref.ts";

/** What Slack's payload means to us. Pure; whatever it is, it never throws. */
export function read({ kind, payload }: Envelope, now: Instant): Heard {
  if (!isJson(payload)) return { kind: "nothing" };
  switch (kind) {
    case "events_api":
      return readEvent(payload, now);
    case "slash_commands":
      return readCommandPayload(payload, now);
    case "interactive":
      return readInteraction(payload, now);
  }
  return { kind: "nothing" };
}

/** {@link https://docs.slack.dev/apis/events-api#event-type-structure} */
function readEvent(payload: Json, now: Instant): Heard {
  const event = objectAt(payload, "event");
  const tenant = eventTenant(payload);
  if (tenant === undefined) return { kind: "nothing" };
  if (payload["type"] === "app_rate_limited") return { kind: "held-back", tenant };
  switch (event["type"]) {
    case "message":
    case "app_mention":
      return readMessage(event, {
        tenant,
        bot: botUser(payload),
        app: textAt(payload, "api_app_id"),
        isOfOrganisation: enterpriseOf(payload) !== undefined,
        now,
      });
    case "reaction_added":
      return readReaction(event, tenant, enterpriseOf(payload) !== undefined, now);
    case "app_home_opened":
      return readHome(event, tenant);
    case "app_uninstalled":
      return { kind: "removed", tenant, at: timeOf(payload, now) };
    case "tokens_revoked":
      return hasRevokedBot(event) ? { kind: "removed", tenant, at: timeOf(payload, now) } : { kind: "nothing" };
    default:
      return { kind: "nothing" };
  }
}

function readHome(event: Json, tenant: string): Heard {
  const user = textAt(event, "user");
  if (user === undefined || event["tab"] !== "home") return { kind: "nothing" };
  return { kind: "home", tenant, by: { id: user, name: user } };
}

/** {@link https://docs.slack.dev/reference/events/tokens_revoked} */
function hasRevokedBot(event: Json): boolean {
  const bots = objectAt(event, "tokens")["bot"];
  return Array.isArray(bots) && bots.length > 0;
}

/** `event_time` is in whole seconds. */
function timeOf(payload: Json, now: Instant): Instant {
  const seconds = payload["event_time"];
  return typeof seconds === "number" ? instantOfTs(String(seconds), now) : now;
}

/** The installation that is told, which in a shared channel is not the author's workspace. */
function eventTenant(payload: Json): string | undefined {
  const [authorization = {}] = objectsAt(payload, "authorizations");
  const named = ["context_team_id", "team_id"].map((key) => textAt(payload, key));
  const team = textAt(authorization, "team_id") ?? named.find((id) => id !== undefined);
  const enterprise = enterpriseOf(payload);
  const isOrgWide = authorization["is_enterprise_install"] === true || payload["is_enterprise_install"] === true;
  return tenantOf(team, isOrgWide ? enterprise : undefined);
}

function enterpriseOf(payload: Json): string | undefined {
  const [authorization = {}] = objectsAt(payload, "authorizations");
  return textAt(authorization, "enterprise_id") ?? textAt(payload, "enterprise_id");
}

function botUser(payload: Json): string | undefined {
  const bot = objectsAt(payload, "authorizations").find((authorization) => authorization["is_bot"] === true);
  return bot === undefined ? undefined : textAt(bot, "user_id");
}
