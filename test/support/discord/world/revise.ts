import { tellChannel } from "./dispatch.ts";
import { mentionsIn } from "./mentions.ts";
import type { Allowed } from "./mentions.ts";
import { FLAGS } from "./message.ts";
import type { Message, MessageContent } from "./message.ts";
import { recordPings } from "./pings.ts";
import { store, tellMessage, withIds } from "./post.ts";
import type { World } from "./world.ts";

/** Changes what a message says and keeps what it said before. Notifies nobody, unless it fills a "thinking…" answer. */
export function revise(
  world: World,
  message: Message,
  change: Partial<MessageContent>,
  allowed: Allowed,
  at: number,
): Message {
  const thinking = (message.flags & FLAGS.loading) !== 0;
  const revised = changed(world, message, change, allowed, at);
  store(world, revised);
  tellMessage(world, revised, "MESSAGE_UPDATE");
  if (thinking) recordPings(world, revised, allowed);
  return revised;
}

/** Takes a message back. It stays in the world, marked, so that tests can see it was there. */
export function remove(world: World, message: Message, at: number): Message {
  const removed: Message = { ...message, deletedAt: at };
  store(world, removed);
  if (message.onlyFor === undefined) tellRemoved(world, message);
  return removed;
}

/** The message of that id that people can still see. */
export function messageIn(world: World, channel: string, id: string): Message | undefined {
  const message = world.messages.get(channel)?.get(id);
  return message?.deletedAt === undefined ? message : undefined;
}

function changed(
  world: World,
  message: Message,
  change: Partial<MessageContent>,
  allowed: Allowed,
  at: number,
): Message {
  const next = { ...message, ...change, components: withIds(change.components ?? message.components) };
  const channel = world.channels.get(message.channel);
  const thinking = (message.flags & FLAGS.loading) !== 0;
  return {
    ...next,
    flags: message.flags & ~FLAGS.loading,
    editedAt: thinking ? message.editedAt : at,
    revisions: thinking ? message.revisions : [...message.revisions, contentOf(message)],
    mentions: channel === undefined ? message.mentions : mentionsIn(world, { ...next, channel, allowed }),
  };
}

function contentOf(message: Message): MessageContent {
  const { content, embeds, components, attachments } = message;
  return { content, embeds, components, attachments };
}

function tellRemoved(world: World, message: Message): void {
  const channel = world.channels.get(message.channel);
  const guild = channel === undefined || channel.kind === "dm" ? {} : { guild_id: channel.guild };
  const d = { id: message.id, channel_id: message.channel, ...guild };
  tellChannel(world, message.channel, {
    t: "MESSAGE_DELETE",
    d,
    guildIntent: "guildMessages",
    directIntent: "directMessages",
  });
}
