import { Routes } from "discord.js";
import { type Clock, withinTime } from "../../src/app/clock.ts";
import { remember } from "../../src/app/remember.ts";
import { type Standing, UNTOLD } from "../../src/core/authorization/role.ts";
import type { Api } from "./api.ts";
import { type Report, reasonOf } from "./report.ts";
import { CODE, isRefusal } from "./sent.ts";
import { type MemberPayload, standingIn } from "./standing.ts";

/** Who people are to a guild, where what we read does not say: messages that are read back come without it. */
export type Members = {
  /** Whatever Discord does not tell in time is unknown. Never rejects. */
  readonly standingOf: (guild: string, user: string) => Promise<Standing>;
};

const MINUTE = 60_000;

/** Milliseconds. */
const TIMES = { fresh: MINUTE, lasting: 60 * MINUTE, pause: MINUTE } as const;
const PATIENCE = 5_000;

export function members(api: Api, clock: Clock, report: Report): Members {
  const known = remember({
    ...TIMES,
    clock,
    most: 10_000,
    lookUp: (key) => look(api, key),
    failed: (error) =>
      report({
        level: "warn",
        text: `Cannot ask Discord who somebody is: ${reasonOf(error)}. Only what oncall.yaml grants to their own id counts.`,
      }),
  });
  return {
    standingOf: async (guild, user) => {
      const standing = await withinTime(clock, PATIENCE, known.get(`${guild} ${user}`));
      return standing === undefined || standing === "too late" ? UNTOLD : standing;
    },
  };
}

async function look({ rest }: Api, key: string): Promise<Standing> {
  const [guild = "", user = ""] = key.split(" ");
  try {
    const member: unknown = await rest.get(Routes.guildMember(guild, user));
    return isMember(member) ? standingIn(guild, member) : UNTOLD;
  } catch (error) {
    if (isRefusal(error, CODE.unknownMember, CODE.unknownUser)) return { groups: [], membership: "stranger" };
    throw error;
  }
}

function isMember(value: unknown): value is MemberPayload {
  return typeof value === "object" && value !== null && "roles" in value && Array.isArray(value.roles);
}
