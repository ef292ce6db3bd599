import { type Clock, withinTime } from "../../src/app/clock.ts";
import type { Tenant } from "../../src/app/platform.ts";
import { remember } from "../../src/app/remember.ts";
import { type Membership, type Standing, UNTOLD } from "../../src/core/authorization/role.ts";
import type { Clients } from "./clients.ts";
import { complaints } from "./complaints.ts";
import { errorCodeOf } from "./error-code.ts";
import { type Json, objectAt, objectsAt, textAt } from "./json.ts";
import { isUserId } from "./links.ts";
import { isOrganisation } from "./ref.ts";
import type { Report } from "./report.ts";
import { groupsByUser, membershipIn } from "./standing.ts";
import type { Tokens } from "./tokens.ts";

/** Who people are to their workspace. */
export type People = {
  /** Whatever Slack does not tell in time is unknown. Never rejects. */
  readonly whoIs: (tenant: Tenant, user: string) => Promise<Known>;
  /** What people call them; undefined where Slack does not tell in time. Never rejects. */
  readonly nameOf: (tenant: Tenant, user: string) => Promise<string | undefined>;
};

type Known = { readonly standing: Standing; readonly name: string | undefined };

export type Asking = {
  readonly clients: Clients;
  readonly tokens: Tokens;
  readonly clock: Clock;
  readonly report: Report;
};

const MINUTE = 60_000;

/** Milliseconds. Somebody who was taken out of a group keeps its rights for `fresh`, and for `lasting` while Slack is away. */
const TIMES = { fresh: 5 * MINUTE, lasting: 60 * MINUTE, pause: MINUTE } as const;

/** Slack wants its answer within three seconds, and what was said has to be stored before (milliseconds). */
const PATIENCE = 1_500;

export function people(asking: Asking): People {
  const { clock } = asking;
  const users = remember({
    ...TIMES,
    clock,
    most: 10_000,
    lookUp: (key) => userOf(asking, key),
    failed: complaints(asking, { what: "who is a guest", scope: "users:read", meanwhile: MEANWHILE }),
  });
  const groups = remember({
    ...TIMES,
    clock,
    most: 1_000,
    lookUp: (tenant) => groupsIn(asking, tenant),
    failed: complaints(asking, { what: "who is in which group", scope: "usergroups:read", meanwhile: MEANWHILE }),
  });
  const look = async (tenant: Tenant, user: string): Promise<Known> => {
    const [found, inGroups] = await Promise.all([users.get(`${tenant} ${user}`), groups.get(tenant)]);
    const { membership = "unknown", name } = found ?? {};
    return { name, standing: { membership, groups: inGroups === undefined ? "unknown" : (inGroups.get(user) ?? []) } };
  };
  return {
    whoIs: async (...whose) => {
      const known = await withinTime(clock, PATIENCE, look(...whose));
      return known === "too late" ? { standing: UNTOLD, name: undefined } : known;
    },
    nameOf: async (tenant, user) => {
      if (!isUserId(user)) return undefined;
      const known = await withinTime(clock, PATIENCE, users.get(`${tenant} ${user}`));
      return known === "too late" ? undefined : known?.name;
    },
  };
}

const MEANWHILE = "only what oncall.yaml grants to somebody's own id counts";

type User = { readonly membership: Membership; readonly name?: string | undefined };

async function userOf({ clients, tokens }: Asking, key: string): Promise<User> {
  const [tenant = "", user = ""] = key.split(" ");
  try {
    const answer = await clients.clicks.users.info({ token: await tokenFor(tokens, tenant), user });
    const told = objectAt({ ...answer }, "user");
    return { membership: membershipIn(told, tenant), name: nameIn(told) };
  } catch (error) {
    if (NOT_OURS.has(errorCodeOf(error) ?? "")) return { membership: "stranger" };
    throw error;
  }
}

/** As Slack's own clients show it. {@link https://docs.slack.dev/reference/objects/user-object} */
function nameIn(user: Json): string | undefined {
  const profile = objectAt(user, "profile");
  const shown = textAt(profile, "display_name") ?? textAt(profile, "real_name");
  return shown ?? textAt(user, "real_name") ?? textAt(user, "name");
}

/** Slack knows nobody of that id whom this workspace may see. */
const NOT_OURS: ReadonlySet<string> = new Set(["user_not_found", "user_not_visible"]);

/** All groups with their people in one call, so that a hundred clicks ask once. */
async function groupsIn({ clients, tokens }: Asking, tenant: Tenant): Promise<ReadonlyMap<string, readonly string[]>> {
  const token = await tokenFor(tokens, tenant);
  const teams = isOrganisation(tenant) ? await teamsOf(clients, token) : [{}];
  const answers = await Promise.all(
    teams.map((team) => clients.clicks.usergroups.list({ token, include_users: true, ...team })),
  );
  return groupsByUser({ usergroups: answers.flatMap((answer) => objectsAt({ ...answer }, "usergroups")) });
}

/** The workspaces of an organisation that the app serves; each has groups of its own. */
async function teamsOf({ clicks }: Clients, token: string): Promise<readonly { readonly team_id: string }[]> {
  const answer = await clicks.auth.teams.list({ token, limit: 100 });
  return objectsAt({ ...answer }, "teams").flatMap((team) => {
    const id = textAt(team, "id");
    return id === undefined ? [] : [{ team_id: id }];
  });
}

export async function tokenFor(tokens: Tokens, tenant: Tenant): Promise<string> {
  const token = await tokens.tokenFor(tenant);
  if (token === undefined) throw new Error("the app is not installed there");
  return token;
}
