import type { AppRecord, Channel, Team, Token, User, UserGroup, World } from "./world.ts";

/** What a test says about the world; everything left out has a plausible value. */
export type Setting = {
  readonly app?: Partial<AppRecord>;
  readonly teams?: readonly (Partial<Team> & { readonly id: string; readonly installed?: boolean })[];
  readonly users?: readonly (Partial<User> & { readonly id: string })[];
  readonly channels?: readonly (Partial<Omit<Channel, "messages">> & { readonly id: string })[];
  readonly groups?: readonly UserGroup[];
  /** Scopes of the bot tokens. */
  readonly scopes?: readonly string[];
};

const ALL_SCOPES: readonly string[] = [
  "app_mentions:read channels:history channels:join channels:read chat:write commands files:read groups:history",
  "groups:read im:history im:read im:write mpim:history mpim:read mpim:write reactions:read reactions:write team:read",
  "usergroups:read users:read",
].flatMap((line) => line.split(" "));

/** One workspace T1 with the app in it, people U1 to U3 and the channel C1, unless the setting says otherwise. */
export function buildWorld(setting: Setting = {}): World {
  const teams = (setting.teams ?? [{ id: "T1" }]).map(buildTeam);
  const people = (setting.users ?? [{ id: "U1" }, { id: "U2" }, { id: "U3" }]).map((user) => buildUser(user, teams));
  const users = [...people, ...teams.flatMap(botOf)];
  const channels = (setting.channels ?? [{ id: "C1" }]).map((channel) => buildChannel(channel, users, teams));
  const tokens = teams
    .filter((team) => team.bot !== undefined)
    .map((team) => botToken(team, setting.scopes ?? ALL_SCOPES));
  const app = buildApp(setting.app ?? {});
  return {
    app,
    teams: byKey(teams, (team) => team.id),
    users: byKey(users, (user) => user.id),
    channels: byKey(channels, (channel) => channel.id),
    groups: byKey(setting.groups ?? [], (group) => group.id),
    tokens: byKey([...tokens, appToken(app)], (token) => token.value),
    files: new Map(),
    codes: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    pings: [],
    counters: new Map(),
  };
}

function buildApp(given: Partial<AppRecord>): AppRecord {
  return {
    id: "A1",
    clientId: "111.222",
    clientSecret: "fake-client-secret",
    signingSecret: "fake-signing-secret",
    verificationToken: "fake-verification-token",
    name: "kms",
    commands: ["/kms"],
    shortcuts: [],
    subscriptions: "all",
    rotatesTokens: false,
    ...given,
  };
}

function buildTeam(given: Partial<Team> & { readonly id: string; readonly installed?: boolean }): Team {
  const { installed = true, ...rest } = given;
  const bot = installed ? { user: `UBOT${given.id}`, botId: `B${given.id}` } : undefined;
  return { name: given.id, domain: given.id.toLowerCase(), bot, ...rest };
}

function buildUser(given: Partial<User> & { readonly id: string }, teams: readonly Team[]): User {
  return { team: teams[0]?.id ?? "T1", name: given.id.toLowerCase(), kind: "member", active: true, ...given };
}

function botOf(team: Team): readonly User[] {
  if (team.bot === undefined) return [];
  return [{ id: team.bot.user, team: team.id, name: "kms", kind: "bot", active: true }];
}

function buildChannel(
  given: Partial<Omit<Channel, "messages">> & { readonly id: string },
  users: readonly User[],
  teams: readonly Team[],
): Channel {
  const team = given.team ?? teams[0]?.id ?? "T1";
  const everybody = users.filter((user) => user.team === team && user.kind !== "deactivated").map((user) => user.id);
  return {
    name: given.id.toLowerCase(),
    kind: "public",
    archived: false,
    members: everybody,
    sharedWith: [],
    ...given,
    team,
    messages: new Map(),
    ephemerals: new Map(),
    threads: new Map(),
    deleted: [],
  };
}

/** Not shaped like a real token beyond its prefix, so that secret scanners stay quiet. */
export function botTokenOf(team: string): string {
  return `xoxb-fake-${team}`;
}

export const APP_TOKEN = "xapp-fake";

function botToken(team: Team, scopes: readonly string[]): Token {
  const user = team.bot?.user ?? "";
  return { ...NEVER_ENDING, value: botTokenOf(team.id), kind: "bot", team: team.id, user, scopes };
}

function appToken(app: AppRecord): Token {
  return { ...NEVER_ENDING, value: APP_TOKEN, kind: "app", team: "", user: app.id, scopes: ["connections:write"] };
}

const NEVER_ENDING = { revoked: false, expiresAt: undefined, refreshToken: undefined };

function byKey<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item> {
  return new Map(items.map((item) => [key(item), item]));
}
