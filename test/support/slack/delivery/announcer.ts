import type { Publish } from "../api/method.ts";
import type { Limiter, Rate } from "../api/rates.ts";
import { type Json, stringAt } from "../json.ts";
import { SCOPE_NOUNS } from "../world/access.ts";
import { nextId } from "../world/ids.ts";
import type { World } from "../world/world.ts";
import type { Envelope } from "./envelope.ts";

/** {@link https://docs.slack.dev/apis/events-api#rate_limiting}: what is more is not delivered at all. */
const EVENTS: Rate = { perMinute: 500, burst: 30_000 };

/** Puts events into envelopes, for installations that subscribed to them and may read them. */
export function announcer(
  world: World,
  now: () => number,
  limit: Limiter,
  deliver: (envelope: Envelope) => unknown,
): Publish {
  return (team, event) => {
    const { bot, enterprise = null, isOrgWide = false } = world.teams.get(team) ?? {};
    if (bot === undefined || !wanted(world, team, event)) return;
    if (limit(`${team} events`, EVENTS) > 0) return;
    const payload = {
      token: world.app.verificationToken,
      team_id: team,
      context_team_id: team,
      ...(enterprise === null ? {} : { enterprise_id: enterprise, context_enterprise_id: enterprise }),
      api_app_id: world.app.id,
      event,
      type: "event_callback",
      event_id: nextId(world, "Ev"),
      event_time: Math.floor(now() / 1000),
      authorizations: [
        { enterprise_id: enterprise, team_id: team, user_id: bot.user, is_bot: true, is_enterprise_install: isOrgWide },
      ],
      is_ext_shared_channel: (world.channels.get(stringAt(event, "channel") ?? "")?.sharedWith.length ?? 0) > 0,
    };
    deliver({ kind: "events_api", payload });
  };
}

function wanted(world: World, team: string, event: Json): boolean {
  const { subscriptions } = world.app;
  const type = stringAt(event, "type") ?? "";
  const channel = world.channels.get(stringAt(event, "channel") ?? "");
  const noun = channel === undefined ? "" : SCOPE_NOUNS[channel.kind];
  const name = type === "message" ? `message.${noun}` : type;
  const scope = type === "message" ? `${noun}:history` : SCOPES[type];
  return (
    (subscriptions === "all" || subscriptions.includes(name)) && (scope === undefined || isGranted(world, team, scope))
  );
}

const SCOPES: { readonly [type: string]: string } = {
  app_mention: "app_mentions:read",
  reaction_added: "reactions:read",
  reaction_removed: "reactions:read",
};

function isGranted(world: World, team: string, scope: string): boolean {
  return [...world.tokens.values()].some(
    (token) => token.team === team && !token.revoked && token.scopes.includes(scope),
  );
}
