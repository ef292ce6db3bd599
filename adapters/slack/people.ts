import { type Clock, withinTime } from "../../src/app/clock.ts";
import type { Tenant } from "../../src/app/platform.ts";
import { remember } from "../../src/app/remember.ts";
import { type Membership, type Standing, UNTOLD } from "../../src/core/authorization/role.ts";
import type { Clients } from "./clients.ts";
import { errorCodeOf } from "./error-code.ts";
import { objectAt, objectsAt, textAt } from "./json.ts";
import { isOrganisation } from "./ref.ts";
import { type Report, reasonOf } from "./report.ts";
import { groupsByUser, membershipIn } from "./standing.ts";
import type { Tokens } from "./tokens.ts";

/** Who people are to their workspace. */
export type People = {
  /** Whatever Slack does not tell in time is unknown. Never rejects. */
  readonly standingOf: (tenant: Tenant, user: string) => Promise<Standing>;
};

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
  const failed = complaints(asking);
  const memberships = remember({
    ...TIMES,
    clock,
    most: 10_000,
    lookUp: (key) => membershipOf(asking, key),
    failed: failed("users:read", "who is a guest"),
  });
  const groups = remember({
    ...TIMES,
    clock,
    most: 1_000,
    lookUp: (tenant) => groupsIn(asking, tenant),
    failed: failed("usergroups:read", "who is in which group"),
  });
  const look = async (tenant: Tenant, user: string): Promise<Standing> => {
    const [membership = "unknown", inGroups] = await Promise.all([
      memberships.get(`${tenant} ${user}`),
      groups.get(tenant),
    ]);
    return { membership, groups: inGroups === undefined ? "unknown" : (inGroups.get(user) ?? []) };
  };
  return {
    standingOf: async (...whose) => {
      const standing = await withinTime(clock, PATIENCE, look(...whose));
      return standing === "too late" ? UNTOLD : standing;
    },
  };
}

async function membershipOf({ clients, tokens }: Asking, key: string): Promise<Membership> {
  const [tenant = "", user = ""] = key.split(" ");
  try {
    const answer = await clients.clicks.users.info({ token: await tokenFor(tokens, tenant), user });
    return membershipIn(objectAt({ ...answer }, "user"), tenant);
  } catch (error) {
    if (NOT_OURS.has(errorCodeOf(error) ?? "")) return "stranger";
    throw error;
  }
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

async function tokenFor(tokens: Tokens, tenant: Tenant): Promise<string> {
  const token = await tokens.tokenFor(tenant);
  if (token === undefined) throw new Error("the app is not installed there");
  return token;
}

/** How often the same complaint is repeated, at most (milliseconds). */
const COMPLAIN = 60 * MINUTE;

/** Says once an hour what Slack refuses, and the way out. */
function complaints({ clock, report }: Asking) {
  return (scope: string, what: string) => {
    let quietUntil = 0;
    return (error: unknown): void => {
      if (clock.now() < quietUntil) return;
      quietUntil = clock.now() + COMPLAIN;
      const advice =
        errorCodeOf(error) === "missing_scope"
          ? `Add the scope ${scope} to the app and install it again`
          : "It is asked again in a minute";
      report({
        level: "warn",
        text: `Cannot ask Slack ${what}: ${reasonOf(error)}. ${advice}; until then only what oncall.yaml grants to somebody's own id counts.`,
      });
    };
  };
}
