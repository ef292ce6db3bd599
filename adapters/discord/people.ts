import { Routes } from "discord.js";
import { type Clock, withinTime } from "../../src/app/clock.ts";
import type { Tenant } from "../../src/app/platform.ts";
import { remember } from "../../src/app/remember.ts";
import { type Standing, UNTOLD } from "../../src/core/authorization/role.ts";
import type { Clients } from "./clients.ts";
import { directTenant, isSnowflake } from "./ref.ts";
import { type Report, reasonOf } from "./report.ts";
import { CODE, isRefusal } from "./sent.ts";
import { ALONE, type MemberPayload, standingIn } from "./standing.ts";

/** Who people are to their guild, where what we read does not say: messages that are read back come without it. */
export type People = {
  /** Whatever Discord does not tell in time is unknown. Never rejects. */
  readonly whoIs: (tenant: Tenant, user: string) => Promise<Known>;
  /** What people call them; undefined where Discord does not tell in time. Never rejects. */
  readonly nameOf: (tenant: Tenant, user: string) => Promise<string | undefined>;
};

type Known = { readonly standing: Standing; readonly name: string | undefined };

type Asking = { readonly clients: Clients; readonly clock: Clock; readonly report: Report };

const MINUTE = 60_000;

/** Milliseconds. */
const TIMES = { fresh: MINUTE, lasting: 60 * MINUTE, pause: MINUTE } as const;
const PATIENCE = 5_000;

export function people({ clients, clock, report }: Asking): People {
  const known = remember({
    ...TIMES,
    clock,
    most: 10_000,
    lookUp: (key) => look(clients, key),
    failed: (error) =>
      report({
        level: "warn",
        text: `Cannot ask Discord who somebody is: ${reasonOf(error)}. Only what oncall.yaml grants to their own id counts.`,
      }),
  });
  const whoIs = async (tenant: Tenant, user: string): Promise<Known> => {
    const found = await withinTime(clock, PATIENCE, known.get(`${tenant} ${user}`));
    return found === undefined || found === "too late" ? { standing: UNTOLD, name: undefined } : found;
  };
  return { whoIs, nameOf: async (tenant, user) => (isSnowflake(user) ? (await whoIs(tenant, user)).name : undefined) };
}

async function look({ posts }: Clients, key: string): Promise<Known> {
  const [tenant = "", user = ""] = key.split(" ");
  try {
    if (tenant.startsWith(directTenant("")))
      return { standing: ALONE, name: nameIn({ user: await posts.get(Routes.user(user)) }) };
    const member: unknown = await posts.get(Routes.guildMember(tenant, user));
    return { standing: isMember(member) ? standingIn(tenant, member) : UNTOLD, name: nameIn(member) };
  } catch (error) {
    if (!isRefusal(error, CODE.unknownMember, CODE.unknownUser)) throw error;
    return { standing: { groups: [], membership: "stranger" }, name: undefined };
  }
}

function isMember(value: unknown): value is MemberPayload {
  return typeof value === "object" && value !== null && "roles" in value && Array.isArray(value.roles);
}

/** As Discord's own clients show it. {@link https://discord.com/developers/docs/resources/user#user-object} */
function nameIn(member: unknown): string | undefined {
  const user = at(member, "user");
  return [at(member, "nick"), at(user, "global_name"), at(user, "username")].find((name) => typeof name === "string");
}

function at(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
