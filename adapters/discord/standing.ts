import { GuildMemberFlags } from "discord.js";
import { MEMBER, type Standing, UNTOLD } from "../../src/core/authorization/role.ts";

/** A membership as interactions, messages and the REST API tell it; only what we look at. */
export type MemberPayload = {
  readonly nick?: string | null;
  readonly roles?: readonly string[];
  readonly flags?: number;
};

/** Between two there are no roles: only what is granted to somebody's own id counts. */
export const ALONE: Standing = { ...MEMBER, groups: "unknown" };

/** Who somebody is in a guild. {@link https://discord.com/developers/docs/resources/guild#guild-member-object} */
export function standingIn(guild: string | undefined, member: MemberPayload | null | undefined): Standing {
  if (guild === undefined) return ALONE;
  if (member?.roles === undefined) return UNTOLD;
  const isGuest = ((member.flags ?? 0) & GuildMemberFlags.IsGuest) !== 0;
  return { groups: member.roles, membership: isGuest ? "guest" : "member" };
}
