import type { Channel, Guild, GuildChannel, Member, Overwrite } from "./places.ts";
import type { World } from "./world.ts";

/** {@link https://discord.com/developers/docs/topics/permissions#permissions-bitwise-permission-flags} */
export const PERMISSIONS = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
} as const;

export type Permission = keyof typeof PERMISSIONS;

export function bits(...names: readonly Permission[]): bigint {
  return names.reduce((sum, name) => sum | PERMISSIONS[name], 0n);
}

const ALL = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n);

/** What both sides of a direct message may do. */
const DIRECT =
  ALL &
  ~bits("ADMINISTRATOR", "MANAGE_CHANNELS", "MANAGE_GUILD", "MANAGE_MESSAGES", "MANAGE_THREADS", "MENTION_EVERYONE");

export function botMay(world: World, channel: Channel, permission: Permission): boolean {
  return userMay(world, channel, world.bot.id, permission);
}

export function userMay(world: World, channel: Channel, user: string, permission: Permission): boolean {
  return (permissionsIn(world, channel, user) & PERMISSIONS[permission]) !== 0n;
}

/** A thread has the permissions of its parent. Without VIEW_CHANNEL there are none at all. */
export function permissionsIn(world: World, channel: Channel, user: string): bigint {
  if (channel.kind === "dm") return user === channel.recipient || user === world.bot.id ? DIRECT : 0n;
  const place = channel.kind === "thread" ? world.channels.get(channel.parent) : channel;
  const guild = world.guilds.get(channel.guild);
  const member = guild?.members.find((one) => one.user === user);
  if (guild === undefined || member === undefined || place === undefined || !("overwrites" in place)) return 0n;
  const permissions = overwritten(base(guild, member), place, member);
  return (permissions & PERMISSIONS.VIEW_CHANNEL) === 0n ? 0n : permissions;
}

/** What a member may do in a guild before any channel has its say. */
function base(guild: Guild, member: Member): bigint {
  const own = guild.roles.filter((role) => role.id === guild.id || member.roles.includes(role.id));
  const granted = own.reduce((sum, role) => sum | role.permissions, 0n);
  return guild.owner === member.user || (granted & PERMISSIONS.ADMINISTRATOR) !== 0n ? ALL : granted;
}

/** @everyone first, then all roles together, then the member: the later one wins. */
function overwritten(granted: bigint, channel: GuildChannel, member: Member): bigint {
  if ((granted & PERMISSIONS.ADMINISTRATOR) !== 0n) return ALL;
  const layers = [
    channel.overwrites.filter((one) => one.id === channel.guild),
    channel.overwrites.filter((one) => member.roles.includes(one.id)),
    channel.overwrites.filter((one) => one.id === member.user),
  ];
  return layers.reduce(applied, granted);
}

function applied(granted: bigint, layer: readonly Overwrite[]): bigint {
  const deny = layer.reduce((sum, one) => sum | one.deny, 0n);
  const allow = layer.reduce((sum, one) => sum | one.allow, 0n);
  return (granted & ~deny) | allow;
}
