import { channelJson } from "../wire/channel.ts";
import { guildCreateJson } from "../wire/guild.ts";
import { memberJson } from "../wire/user.ts";
import { tellGuild } from "./dispatch.ts";
import { bits, PERMISSIONS } from "./permissions.ts";
import type { Permission } from "./permissions.ts";
import type { DirectChannel, Guild, GuildChannel, Overwrite, Role, User } from "./places.ts";
import type { World } from "./world.ts";

const EVERYONE = bits(
  "VIEW_CHANNEL",
  "SEND_MESSAGES",
  "SEND_MESSAGES_IN_THREADS",
  "CREATE_PUBLIC_THREADS",
  "READ_MESSAGE_HISTORY",
  "EMBED_LINKS",
  "ATTACH_FILES",
  "ADD_REACTIONS",
  "USE_APPLICATION_COMMANDS",
);

/** The bot may also mention @everyone: if it never does, that is its own doing. */
const BOT = EVERYONE | bits("MANAGE_MESSAGES", "MENTION_EVERYONE");

export function addGuild(world: World, name: string, at: number): Guild {
  const id = world.nextId(at);
  const bot: Role = { id: world.nextId(at), name: world.bot.name, permissions: BOT, mentionable: false, managed: true };
  const everyone: Role = { id, name: "@everyone", permissions: EVERYONE, mentionable: false, managed: false };
  const owner = addUser(world, `owner of ${name}`, at).id;
  const members = [
    { user: owner, roles: [], nick: undefined, joinedAt: at },
    { user: world.bot.id, roles: [bot.id], nick: undefined, joinedAt: at },
  ];
  const guild: Guild = { id, name, owner, roles: [everyone, bot], members };
  world.guilds.set(id, guild);
  tellGuild(world, id, "GUILD_CREATE", guildCreateJson(world, guild, false));
  return guild;
}

export function addUser(world: World, name: string, at: number): User {
  const user: User = { id: world.nextId(at), name, bot: false };
  world.users.set(user.id, user);
  return user;
}

/** Makes somebody a member. */
export function join(world: World, guildId: string, user: User, at: number): void {
  const guild = guildNamed(world, guildId);
  const member = { user: user.id, roles: [], nick: undefined, joinedAt: at };
  world.guilds.set(guild.id, { ...guild, members: [...guild.members, member] });
  tellGuild(world, guild.id, "GUILD_MEMBER_ADD", { ...memberJson(world, member), guild_id: guild.id }, "guildMembers");
}

/** Gives a member exactly these roles. */
export function giveRoles(world: World, guildId: string, user: string, roles: readonly string[]): void {
  const guild = guildNamed(world, guildId);
  const members = guild.members.map((member) => (member.user === user ? { ...member, roles } : member));
  world.guilds.set(guild.id, { ...guild, members });
  const member = members.find((one) => one.user === user);
  const intent = user === world.bot.id ? "guilds" : "guildMembers";
  if (member !== undefined)
    tellGuild(world, guild.id, "GUILD_MEMBER_UPDATE", { ...memberJson(world, member), guild_id: guild.id }, intent);
}

export function addRole(world: World, guildId: string, name: string, at: number): Role {
  const guild = guildNamed(world, guildId);
  const role: Role = { id: world.nextId(at), name, permissions: 0n, mentionable: true, managed: false };
  world.guilds.set(guild.id, { ...guild, roles: [...guild.roles, role] });
  return role;
}

export type ChannelPlan = {
  readonly name: string;
  readonly kind?: GuildChannel["kind"];
  readonly tags?: readonly string[];
};

export function addChannel(world: World, guild: string, plan: ChannelPlan, at: number): GuildChannel {
  const tags = (plan.tags ?? []).map((name) => ({ id: world.nextId(at), name }));
  const { name, kind = "text" } = plan;
  const channel: GuildChannel = { kind, id: world.nextId(at), guild, name, topic: undefined, overwrites: [], tags };
  world.channels.set(channel.id, channel);
  tellChange(world, channel, "CHANNEL_CREATE");
  return channel;
}

export function changeChannel(world: World, channel: GuildChannel, change: Partial<GuildChannel>): GuildChannel {
  const changed: GuildChannel = { ...channel, ...change };
  world.channels.set(channel.id, changed);
  tellChange(world, changed, "CHANNEL_UPDATE");
  return changed;
}

/** Threads go with their channel. */
export function deleteChannel(world: World, channel: GuildChannel): void {
  tellChange(world, channel, "CHANNEL_DELETE");
  for (const one of world.channels.values()) {
    if (one.id === channel.id || (one.kind === "thread" && one.parent === channel.id)) world.channels.delete(one.id);
  }
}

/** Allows or denies the bot something in one channel, over whatever its roles say. */
export function setForBot(world: World, channel: GuildChannel, permission: Permission, allowed: boolean): void {
  const bit = PERMISSIONS[permission];
  const own = channel.overwrites.find((one) => one.id === world.bot.id);
  const { allow, deny } = own ?? { allow: 0n, deny: 0n };
  const overwrite: Overwrite = {
    id: world.bot.id,
    kind: "member",
    allow: allowed ? allow | bit : allow & ~bit,
    deny: allowed ? deny & ~bit : deny | bit,
  };
  changeChannel(world, channel, { overwrites: [...channel.overwrites.filter((one) => one !== own), overwrite] });
}

/** The direct messages between the bot and somebody; there is one such channel each. */
export function openDirect(world: World, recipient: string, at: number): DirectChannel {
  const known = [...world.channels.values()].find((one) => one.kind === "dm" && one.recipient === recipient);
  if (known?.kind === "dm") return known;
  const channel: DirectChannel = { kind: "dm", id: world.nextId(at), recipient };
  world.channels.set(channel.id, channel);
  return channel;
}

function guildNamed(world: World, id: string): Guild {
  const guild = world.guilds.get(id);
  if (guild === undefined) throw new Error(`Cannot change guild ${id}: there is none of that id. Add it first.`);
  return guild;
}

/** Bots are told of every channel, also of those they may not look into. */
function tellChange(world: World, channel: GuildChannel, t: string): void {
  tellGuild(world, channel.guild, t, channelJson(world, channel));
}
