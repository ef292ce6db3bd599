import type { JsonObject } from "../json.ts";
import type { Channel, DirectChannel, GuildChannel, Overwrite, Thread } from "../world/places.ts";
import type { World } from "../world/world.ts";
import { userJsonOf } from "./user.ts";

/** {@link https://discord.com/developers/docs/resources/channel#channel-object-channel-types} */
const TYPES = { text: 0, category: 4, announcement: 5, forum: 15 } as const;
const DIRECT = 1;
const PUBLIC_THREAD = 11;
const PRIVATE_THREAD = 12;

export function channelType(channel: Channel): number {
  if (channel.kind === "dm") return DIRECT;
  if (channel.kind === "thread") return channel.private ? PRIVATE_THREAD : PUBLIC_THREAD;
  return TYPES[channel.kind];
}

export function channelJson(world: World, channel: Channel): JsonObject {
  if (channel.kind === "dm") return directJson(world, channel);
  return channel.kind === "thread" ? threadJson(world, channel) : guildChannelJson(world, channel);
}

function directJson(world: World, channel: DirectChannel): JsonObject {
  const { id, recipient } = channel;
  return {
    id,
    type: channelType(channel),
    last_message_id: lastMessage(world, id),
    recipients: [userJsonOf(world, recipient)],
    flags: 0,
  };
}

function guildChannelJson(world: World, channel: GuildChannel): JsonObject {
  return {
    id: channel.id,
    type: channelType(channel),
    guild_id: channel.guild,
    name: channel.name,
    topic: channel.topic ?? null,
    position: 0,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    flags: 0,
    last_message_id: lastMessage(world, channel.id),
    permission_overwrites: channel.overwrites.map(overwriteJson),
    ...(channel.kind === "forum" ? { available_tags: channel.tags.map(tagJson), default_reaction_emoji: null } : {}),
  };
}

function threadJson(world: World, thread: Thread): JsonObject {
  const messages = [...(world.messages.get(thread.id)?.values() ?? [])];
  return {
    id: thread.id,
    type: channelType(thread),
    guild_id: thread.guild,
    parent_id: thread.parent,
    owner_id: thread.owner,
    name: thread.name,
    last_message_id: lastMessage(world, thread.id),
    message_count: messages.filter((message) => message.deletedAt === undefined).length,
    total_message_sent: messages.length,
    member_count: thread.members.length,
    rate_limit_per_user: 0,
    flags: 0,
    applied_tags: thread.tags,
    thread_metadata: metadataJson(thread),
    ...(thread.members.includes(world.bot.id) ? { member: threadMemberJson(thread, world.bot.id) } : {}),
  };
}

function metadataJson(thread: Thread): JsonObject {
  return {
    archived: thread.archived,
    locked: thread.locked,
    auto_archive_duration: thread.autoArchive,
    archive_timestamp: new Date(thread.archivedAt).toISOString(),
    create_timestamp: new Date(thread.createdAt).toISOString(),
    ...(thread.private ? { invitable: true } : {}),
  };
}

export function threadMemberJson(thread: Thread, user: string): JsonObject {
  return { id: thread.id, user_id: user, join_timestamp: new Date(thread.createdAt).toISOString(), flags: 1 };
}

function lastMessage(world: World, channel: string): string | null {
  return (
    [...(world.messages.get(channel)?.values() ?? [])].findLast((message) => message.onlyFor === undefined)?.id ?? null
  );
}

function overwriteJson(overwrite: Overwrite): JsonObject {
  const type = overwrite.kind === "role" ? 0 : 1;
  return { id: overwrite.id, type, allow: overwrite.allow.toString(), deny: overwrite.deny.toString() };
}

function tagJson(tag: { readonly id: string; readonly name: string }): JsonObject {
  return { ...tag, moderated: false, emoji_id: null, emoji_name: null };
}
