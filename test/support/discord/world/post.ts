import { messageEventJson, showsContent, withoutContent } from "../wire/message.ts";
import { tellChannel } from "./dispatch.ts";
import { mentionsIn } from "./mentions.ts";
import type { Allowed } from "./mentions.ts";
import { flattened } from "./message.ts";
import type { Component, Mentions, Message, MessageContent } from "./message.ts";
import { recordPings } from "./pings.ts";
import { joinThread, wake } from "./threads.ts";
import type { World } from "./world.ts";

/** A new message, before it has an id. */
export type Draft = Partial<MessageContent> & {
  readonly channel: string;
  readonly author: string;
  readonly allowed: Allowed;
  readonly id?: string;
} & Partial<Pick<Message, "kind" | "flags" | "nonce" | "replyTo" | "onlyFor" | "interaction" | "webhook">>;

/** Stores a message, tells the gateway, wakes its thread and records whom it notifies. */
export function post(world: World, draft: Draft, at: number): Message {
  const message = drafted(world, draft, at);
  store(world, message);
  if (message.nonce !== undefined) world.nonces.set(String(message.nonce), message);
  if (message.onlyFor === undefined) announce(world, message, draft.allowed, at);
  else recordPings(world, message, draft.allowed);
  return message;
}

export function store(world: World, message: Message): void {
  const messages = world.messages.get(message.channel) ?? new Map<string, Message>();
  messages.set(message.id, message);
  world.messages.set(message.channel, messages);
}

/** Tells the gateway what became of a message. Nobody is told of ephemeral ones. */
export function tellMessage(world: World, message: Message, t: "MESSAGE_CREATE" | "MESSAGE_UPDATE"): void {
  if (message.onlyFor !== undefined) return;
  const d = messageEventJson(world, message);
  tellChannel(world, message.channel, {
    t,
    d,
    guildIntent: "guildMessages",
    directIntent: "directMessages",
    withoutContent: showsContent(world, message) ? undefined : withoutContent(d),
  });
}

function announce(world: World, message: Message, allowed: Allowed, at: number): void {
  wake(world, message.channel, at);
  for (const user of message.mentions.users) joinThread(world, message.channel, user);
  tellMessage(world, message, "MESSAGE_CREATE");
  recordPings(world, message, allowed);
}

function drafted(world: World, draft: Draft, at: number): Message {
  const { allowed, channel: id, content = "", components = [], ...rest } = draft;
  const channel = world.channels.get(id);
  if (channel === undefined)
    throw new Error(`Cannot post into channel ${id}: there is none of that id. Create it first.`);
  const numbered = withIds(components);
  return {
    id: world.nextId(at),
    kind: "plain",
    embeds: [],
    attachments: [],
    flags: 0,
    nonce: undefined,
    replyTo: undefined,
    onlyFor: undefined,
    interaction: undefined,
    ...rest,
    channel: id,
    content,
    components: numbered,
    at,
    editedAt: undefined,
    deletedAt: undefined,
    revisions: [],
    thread: undefined,
    reactions: [],
    mentions: withReplied(
      world,
      draft,
      mentionsIn(world, { content, components, author: draft.author, channel, allowed }),
    ),
  };
}

/** A reply counts as a mention of the author replied to, unless that is switched off. */
function withReplied(world: World, { channel, replyTo, allowed }: Draft, mentions: Mentions): Mentions {
  const original = allowed.repliedUser ? world.messages.get(channel)?.get(replyTo ?? "") : undefined;
  return original === undefined ? mentions : { ...mentions, users: [...new Set([...mentions.users, original.author])] };
}

/** Discord numbers the components that came without an id: 1, 2, 3 … in reading order. */
export function withIds(components: readonly Component[]): readonly Component[] {
  const taken = new Set(flattened(components).map((component) => component.id));
  let last = 0;
  const next = (): number => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const numbered = (component: Component): Component => ({
    ...component,
    id: component.id ?? next(),
    ...(component.components === undefined ? {} : { components: component.components.map(numbered) }),
    ...(component.accessory === undefined ? {} : { accessory: numbered(component.accessory) }),
    ...(component.component === undefined ? {} : { component: numbered(component.component) }),
  });
  return components.map(numbered);
}
