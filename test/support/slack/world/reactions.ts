import { replace } from "./messages.ts";
import { refuse } from "./refusal.ts";
import type { Message, World } from "./world.ts";

/** Different emoji on one message. */
const MOST = 50;

export function react(world: World, message: Message, name: string, user: string): Message {
  if (!/^[a-z0-9_+:'-]+$/.test(name)) refuse("invalid_name");
  const users = message.reactions[name] ?? [];
  if (users.includes(user)) refuse("already_reacted");
  if (users.length === 0 && Object.keys(message.reactions).length >= MOST) refuse("too_many_emoji");
  return withReactions(world, message, { ...message.reactions, [name]: [...users, user] });
}

export function unreact(world: World, message: Message, name: string, user: string): Message {
  const users = message.reactions[name] ?? [];
  if (!users.includes(user)) refuse("no_reaction");
  const { [name]: _, ...others } = message.reactions;
  const left = users.filter((other) => other !== user);
  return withReactions(world, message, left.length > 0 ? { ...others, [name]: left } : others);
}

function withReactions(world: World, message: Message, reactions: Message["reactions"]): Message {
  const changed = { ...message, reactions };
  const channel = world.channels.get(message.channel);
  if (channel !== undefined) replace(channel, changed);
  return changed;
}
