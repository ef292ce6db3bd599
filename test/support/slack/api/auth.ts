import { type Json, stringAt } from "../json.ts";
import { install, revoke, rotate } from "../world/install.ts";
import { nextId } from "../world/ids.ts";
import { refuse } from "../world/refusal.ts";
import type { Token } from "../world/world.ts";
import type { Call, Method } from "./method.ts";

/** Tokens, installing and sockets. */
export const AUTH = {
  "auth.test": { tier: "free", tokens: ["bot", "user", "app"], scopes: [], args: {}, run: test },
  "auth.revoke": { tier: 3, tokens: ["bot", "user"], scopes: [], args: { test: "flag" }, run: revokeOwn },
  "apps.connections.open": { tier: 1, tokens: ["app"], scopes: ["connections:write"], args: {}, run: openConnection },
  "oauth.v2.access": {
    tier: 4,
    tokens: ["none"],
    scopes: [],
    args: {
      client_id: "text",
      client_secret: "text",
      code: "text",
      redirect_uri: "text",
      grant_type: "text",
      refresh_token: "text",
      code_verifier: "text",
    },
    run: access,
  },
} as const satisfies { readonly [name: string]: Method };

function test(call: Call): Json {
  const { world, token } = call;
  if (token.kind === "app") return { app_name: world.app.name, app_id: world.app.id };
  const team = world.teams.get(token.team);
  return {
    url: `https://${team?.domain}.slack.com/`,
    team: team?.name,
    team_id: token.team,
    user: world.users.get(token.user)?.name,
    user_id: token.user,
    ...(token.kind === "bot" ? { bot_id: team?.bot?.botId } : {}),
    is_enterprise_install: team?.isOrgWide === true,
    ...(team?.enterprise === undefined ? {} : { enterprise_id: team.enterprise }),
  };
}

function revokeOwn(call: Call): Json {
  if (call.args["test"] === true) return { revoked: false };
  revoke(call.world, call.token);
  return { revoked: true };
}

/** The ticket is good for one socket. */
function openConnection(call: Call): Json {
  const ticket = nextId(call.world, "ticket");
  return { url: `${call.origin.replace("http", "ws")}/link/?ticket=${ticket}&app_id=${call.world.app.id}` };
}

/** {@link https://docs.slack.dev/reference/methods/oauth.v2.access} */
function access(call: Call): Json {
  const { world, args, now } = call;
  if (stringAt(args, "client_id") !== world.app.clientId) refuse("invalid_client_id");
  if (stringAt(args, "client_secret") !== world.app.clientSecret) refuse("bad_client_secret");
  const granted =
    stringAt(args, "grant_type") === "refresh_token"
      ? rotate(world, stringAt(args, "refresh_token") ?? "", now)
      : install(world, stringAt(args, "code") ?? "", now);
  return { ...grantOf(call, granted.token), authed_user: { id: granted.installer } };
}

function grantOf(call: Call, token: Token): Json {
  const team = call.world.teams.get(token.team);
  const rotation =
    token.expiresAt === undefined
      ? {}
      : { refresh_token: token.refreshToken, expires_in: Math.floor((token.expiresAt - call.now) / 1000) };
  return {
    app_id: call.world.app.id,
    access_token: token.value,
    token_type: "bot",
    scope: token.scopes.join(","),
    bot_user_id: token.user,
    team: team?.isOrgWide === true ? null : { id: token.team, name: team?.name },
    enterprise: team?.enterprise === undefined ? null : { id: team.enterprise, name: team.enterprise },
    is_enterprise_install: team?.isOrgWide === true,
    ...rotation,
  };
}
