import { tellChannel } from "./dispatch.ts";
import type { Message, Reaction } from "./message.ts";
import { messageIn } from "./revise.ts";
import { store } from "./post.ts";
import { memberJson } from "../wire/user.ts";
import { guildOf } from "../wire/message.ts";
import type { World } from "./world.ts";

export function react(world: World, message: Message, user: string, emoji: string): void {
  if (message.reactions.some((one) => one.emoji === emoji && one.users.includes(user))) return;
  const known = message.reactions.some((one) => one.emoji === emoji);
  const grown = (one: Reaction): Reaction => (one.emoji === emoji ? { emoji, users: [...one.users, user] } : one);
  const reactions = known ? message.reactions.map(grown) : [...message.reactions, { emoji, users: [user] }];
  store(world, { ...message, reactions });
  tell(world, message, "MESSAGE_REACTION_ADD", user, emoji);
}

export function unreact(world: World, message: Message, user: string, emoji: string): void {
  const without = (one: Reaction): Reaction =>
    one.emoji === emoji ? { emoji, users: one.users.filter((id) => id !== user) } : one;
  const reactions = message.reactions.map(without).filter((one) => one.users.length > 0);
  store(world, { ...message, reactions });
  tell(world, message, "MESSAGE_REACTION_REMOVE", user, emoji);
}

/** Removes one emoji, or all of them, whoever added them. */
export function clearReactions(world: World, message: Message, emoji: string | undefined): void {
  for (const reaction of message.reactions.filter((one) => emoji === undefined || one.emoji === emoji)) {
    for (const user of reaction.users)
      unreact(world, messageIn(world, message.channel, message.id) ?? message, user, reaction.emoji);
  }
}

function tell(world: World, message: Message, t: string, user: string, emoji: string): void {
  if (message.onlyFor !== undefined) return;
  const guild = guildOf(world, message.channel);
  const member = guild?.members.find((one) => one.user === user);
  const d = {
    user_id: user,
    channel_id: message.channel,
    message_id: message.id,
    message_author_id: message.author,
    emoji: { id: null, name: emoji },
    burst: false,
    type: 0,
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    ...(member === undefined ? {} : { member: memberJson(world, member) }),
  };
  tellChannel(world, message.channel, { t, d, guildIntent: "guildReactions", directIntent: "directReactions" });
}
