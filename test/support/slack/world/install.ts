import { nextId } from "./ids.ts";
import { LIFETIMES } from "./lifetimes.ts";
import { orRefuse, refuse } from "./refusal.ts";
import type { Team, Token, World } from "./world.ts";

/** {@link https://docs.slack.dev/authentication/using-token-rotation} */
const ROTATES_AFTER = 12 * 60 * 60_000;

type Granted = { readonly token: Token; readonly installer: string };

/** Somebody agreed in the browser: the code that the redirect brings. */
export function newInstallCode(
  world: World,
  team: string,
  installer: string,
  scopes: readonly string[],
  now: number,
): string {
  const code = nextId(world, "code.");
  world.codes.set(code, { team, installer, scopes, expiresAt: now + LIFETIMES.code, used: false });
  return code;
}

/** Gives a new bot token for a code. The bot joins no channel by itself. */
export function install(world: World, code: string, now: number): Granted {
  const record = orRefuse(world.codes.get(code), "invalid_code");
  if (record.used) refuse("code_already_used");
  if (now > record.expiresAt) refuse("invalid_code");
  world.codes.set(code, { ...record, used: true });
  const team = installedIn(world, orRefuse(world.teams.get(record.team), "invalid_code"));
  return { token: newToken(world, team, record.scopes, now), installer: record.installer };
}

/** A refresh token is good once; the access token it replaces stays good until it runs out. */
export function rotate(world: World, refreshToken: string, now: number): Granted {
  const old = [...world.tokens.values()].find((token) => token.refreshToken === refreshToken && !token.revoked);
  if (old === undefined) return refuse("invalid_refresh_token");
  world.tokens.set(old.value, { ...old, refreshToken: undefined });
  const team = orRefuse(world.teams.get(old.team), "team_not_found");
  return { token: newToken(world, team, old.scopes, now), installer: "" };
}

export function revoke(world: World, token: Token): void {
  world.tokens.set(token.value, { ...token, revoked: true });
}

/** Where the app is for a whole organisation, installing it in one workspace installs it in all. */
function installedIn(world: World, team: Team): Team {
  if (team.isOrgWide !== true) return withBot(world, team, team.id);
  const sisters = [...world.teams.values()].filter(({ enterprise }) => enterprise === team.enterprise);
  for (const sister of sisters) withBot(world, sister, team.enterprise ?? team.id);
  return world.teams.get(team.id) ?? team;
}

function withBot(world: World, team: Team, named: string): Team {
  if (team.bot !== undefined) return team;
  const installed = { ...team, bot: { user: `UBOT${named}`, botId: `B${named}` } };
  world.teams.set(team.id, installed);
  const bot = { id: installed.bot.user, team: team.id, name: world.app.name, kind: "bot", active: true } as const;
  world.users.set(bot.id, bot);
  return installed;
}

function newToken(world: World, team: Team, scopes: readonly string[], now: number): Token {
  const rotates = world.app.rotatesTokens;
  const token: Token = {
    value: nextId(world, rotates ? "xoxe.xoxb-fake-" : "xoxb-fake-"),
    kind: "bot",
    team: team.id,
    user: team.bot?.user ?? "",
    scopes,
    revoked: false,
    expiresAt: rotates ? now + ROTATES_AFTER : undefined,
    refreshToken: rotates ? nextId(world, "xoxe-fake-") : undefined,
  };
  world.tokens.set(token.value, token);
  return token;
}

/** Revokes every token of the workspace. The bot's messages stay. */
export function uninstall(world: World, team: string): void {
  for (const token of world.tokens.values()) if (token.team === team) revoke(world, token);
}
