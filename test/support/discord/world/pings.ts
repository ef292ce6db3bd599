import { userMay } from "./permissions.ts";
import type { Allowed } from "./mentions.ts";
import type { Message } from "./message.ts";
import type { Channel } from "./places.ts";
import type { World } from "./world.ts";

/** Somebody was really notified: by a mention that was allowed, or as the author of the message replied to. */
export type Ping = {
  readonly message: string;
  readonly author: string;
  readonly by: "mention" | "reply" | "role" | "everyone";
  /** The ids of the people notified. */
  readonly users: readonly string[];
};

/** Records whom a new message notifies. Edits notify nobody, except the one that fills a "thinking…" answer. */
export function recordPings(world: World, message: Message, allowed: Allowed): void {
  const channel = world.channels.get(message.channel);
  if (channel === undefined) return;
  for (const { by, users } of candidates(world, message, channel, allowed)) {
    const notified = users.filter((user) => user !== message.author && sees(world, message, channel, user));
    if (notified.length > 0) world.pings.push({ message: message.id, author: message.author, by, users: notified });
  }
}

type Candidates = { readonly by: Ping["by"]; readonly users: readonly string[] };

function candidates(world: World, message: Message, channel: Channel, allowed: Allowed): readonly Candidates[] {
  const members = channel.kind === "dm" ? [] : (world.guilds.get(channel.guild)?.members ?? []);
  const ofRoles = members.filter((member) => member.roles.some((role) => message.mentions.roles.includes(role)));
  const replied = allowed.repliedUser ? repliedTo(world, message) : [];
  return [
    { by: "mention", users: message.mentions.users.filter((user) => !replied.includes(user)) },
    { by: "role", users: ofRoles.map((member) => member.user) },
    { by: "everyone", users: message.mentions.everyone ? members.map((member) => member.user) : [] },
    { by: "reply", users: replied },
  ];
}

function repliedTo(world: World, message: Message): readonly string[] {
  const original = world.messages.get(message.channel)?.get(message.replyTo ?? "");
  return original === undefined ? [] : [original.author];
}

function sees(world: World, message: Message, channel: Channel, user: string): boolean {
  return message.onlyFor === undefined ? userMay(world, channel, user, "VIEW_CHANNEL") : message.onlyFor === user;
}
