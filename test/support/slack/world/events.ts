import { compact, type Json } from "../json.ts";
import { SCOPE_NOUNS } from "./access.ts";
import { nextTs } from "./ids.ts";
import { marksIn } from "./markup.ts";
import { wireMessage } from "./wire.ts";
import type { Channel, Message, Team, World } from "./world.ts";

type Publish = (team: string, event: Json) => void;

/** Tells every installation that sits in the channel. A mention is told twice: as `app_mention` and as `message`. */
export function announcePost(world: World, message: Message, publish: Publish): void {
  const channel = world.channels.get(message.channel);
  if (channel === undefined || message.to !== undefined) return;
  const said = {
    ...wireMessage(world, message),
    ...homeOf(world, channel, message),
    channel: channel.id,
    event_ts: message.ts,
    ...parentOf(channel, message),
  };
  for (const team of listeners(world, channel)) {
    publish(team.id, { ...said, channel_type: channelType(channel) });
    if (channel.kind !== "im" && mentions(message, team)) publish(team.id, { ...said, type: "app_mention" });
  }
}

export function announceEdit(world: World, before: Message, after: Message, now: number, publish: Publish): void {
  const message = { ...wireMessage(world, after), source_team: world.users.get(after.author.user)?.team };
  announceHidden(world, after, now, publish, {
    subtype: "message_changed",
    message,
    previous_message: wireMessage(world, before),
  });
}

export function announceDeletion(world: World, message: Message, now: number, publish: Publish): void {
  const previous = wireMessage(world, message);
  announceHidden(world, message, now, publish, {
    subtype: "message_deleted",
    deleted_ts: message.ts,
    previous_message: previous,
  });
}

export function announceReaction(
  world: World,
  message: Message,
  name: string,
  user: string,
  type: string,
  now: number,
  publish: Publish,
): void {
  const item = { type: "message", channel: message.channel, ts: message.ts };
  const event = { type, user, reaction: name, item, item_user: message.author.user, event_ts: nextTs(world, now) };
  const channel = world.channels.get(message.channel);
  for (const team of channel === undefined ? [] : listeners(world, channel)) publish(team.id, event);
}

function announceHidden(world: World, message: Message, now: number, publish: Publish, what: Json): void {
  const channel = world.channels.get(message.channel);
  if (channel === undefined || message.to !== undefined) return;
  const ts = nextTs(world, now);
  const event = {
    type: "message",
    ...what,
    channel: channel.id,
    hidden: true,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  };
  for (const team of listeners(world, channel)) publish(team.id, event);
}

function listeners(world: World, channel: Channel): readonly Team[] {
  return [...world.teams.values()].filter((team) => team.bot !== undefined && channel.members.includes(team.bot.user));
}

function mentions(message: Message, team: Team): boolean {
  return (
    message.author.user !== team.bot?.user && marksIn(message.text).some((mark) => mark.target === `@${team.bot?.user}`)
  );
}

/** Where a channel is shared, events say which workspace the author is from. */
function homeOf(world: World, channel: Channel, message: Message): Json {
  const team = world.users.get(message.author.user)?.team;
  return channel.sharedWith.length > 0 ? { user_team: team, source_team: team } : {};
}

function parentOf(channel: Channel, message: Message): Json {
  const parent = message.threadTs === undefined ? undefined : channel.messages.get(message.threadTs);
  return compact({ parent_user_id: parent?.author.user });
}

/** `channel`, `group`, `im` or `mpim`. */
function channelType(channel: Channel): string {
  return SCOPE_NOUNS[channel.kind].replace(/s$/, "");
}
