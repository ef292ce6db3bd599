import type { JsonObject } from "../json.ts";
import type { Guild, Member, Role, User } from "../world/places.ts";
import type { World } from "../world/world.ts";

export function userJson(user: User): JsonObject {
  return {
    id: user.id,
    username: user.name,
    global_name: user.bot ? null : user.name,
    discriminator: user.bot ? "0001" : "0",
    avatar: null,
    bot: user.bot,
    public_flags: 0,
  };
}

/** The user of an id, also of one that left. */
export function userJsonOf(world: World, id: string): JsonObject {
  return userJson(world.users.get(id) ?? { id, name: "Deleted User", bot: false });
}

export function memberJson(world: World, member: Member): JsonObject {
  return { ...memberPart(member), user: userJsonOf(world, member.user) };
}

/** As messages carry it: without the user, who is their author. */
export function memberPart(member: Member): JsonObject {
  return {
    nick: member.nick ?? null,
    avatar: null,
    roles: member.roles,
    joined_at: new Date(member.joinedAt).toISOString(),
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

export function roleJson(guild: Guild, role: Role): JsonObject {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: guild.roles.indexOf(role),
    permissions: role.permissions.toString(),
    managed: role.managed,
    mentionable: role.mentionable,
    flags: 0,
  };
}

/** As interactions carry it: with what the member may do in the channel. */
export function memberInChannel(world: World, member: Member, permissions: bigint): JsonObject {
  return { ...memberJson(world, member), permissions: permissions.toString() };
}
