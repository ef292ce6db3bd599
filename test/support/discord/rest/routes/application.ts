import { userJson, userJsonOf } from "../../wire/user.ts";
import type { World } from "../../world/world.ts";
import { json } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";

/** {@link https://discord.com/developers/docs/resources/application#application-object-application-flags} */
const CONTENT_GRANTED = 1 << 19;

/** The bot itself and where its gateway is. */
export const applicationRoutes: readonly Route[] = [
  { method: "GET", path: "/gateway", handle: (call) => json({ url: call.gateway.url }), open: true },
  { method: "GET", path: "/gateway/bot", handle: gatewayBot },
  { method: "GET", path: "/applications/@me", handle: (call) => json(applicationJson(call.world)) },
  { method: "GET", path: "/oauth2/applications/@me", handle: (call) => json(applicationJson(call.world)) },
  {
    method: "GET",
    path: "/users/@me",
    handle: (call) => json({ ...userJson(call.world.bot), verified: true, mfa_enabled: true }),
  },
  { method: "GET", path: "/users/@me/guilds", handle: guilds },
];

function applicationJson(world: World): { readonly [key: string]: unknown } {
  return {
    id: world.applicationId,
    name: world.bot.name,
    icon: null,
    description: "",
    bot: userJsonOf(world, world.bot.id),
    bot_public: false,
    bot_require_code_grant: false,
    verify_key: "",
    flags: world.seesContent ? CONTENT_GRANTED : 0,
  };
}

function gatewayBot(call: Call): Reply {
  const { total, remaining, resetAfter, concurrency } = call.gateway.sessionStarts();
  const limit = { total, remaining, reset_after: resetAfter, max_concurrency: concurrency };
  return json({ url: call.gateway.url, shards: call.gateway.shards, session_start_limit: limit });
}

function guilds(call: Call): Reply {
  return json(
    [...call.world.guilds.values()].map(({ id, name }) => ({
      id,
      name,
      icon: null,
      owner: false,
      permissions: "0",
      features: [],
    })),
  );
}
