import type { Json } from "../json.ts";
import { nextId, nextTs } from "./ids.ts";
import { pingsOf } from "./pings.ts";
import { orRefuse } from "./refusal.ts";
import type { Author, Channel, Content, Message, World } from "./world.ts";

/** Text beyond this is cut off, with a warning. */
export const TEXT_CUT = 40_000;

export type Draft = Partial<Content> & {
  readonly author: Author;
  readonly threadTs?: string | undefined;
  readonly subtype?: string | undefined;
  readonly broadcast?: boolean;
  readonly to?: string | undefined;
  readonly unfurls?: boolean;
};

/** Puts a message into the channel, or in front of one person when it is ephemeral. */
export function post(world: World, channel: Channel, draft: Draft, now: number): Message {
  const message: Message = {
    ...contentOf(world, draft),
    channel: channel.id,
    ts: nextTs(world, now),
    author: draft.author,
    threadTs: rootOf(channel, draft.threadTs),
    subtype: draft.broadcast === true ? "thread_broadcast" : draft.subtype,
    broadcast: draft.broadcast ?? false,
    to: draft.to,
    edited: undefined,
    reactions: {},
    unfurls: draft.unfurls ?? true,
    before: [],
  };
  shelf(channel, message).set(message.ts, message);
  if (message.to === undefined) enlist(channel, message);
  if (message.to === undefined) world.pings.push(...pingsOf(world, channel, message));
  return message;
}

/** An edit in place; what it said before is kept. A ping that is new in the edit counts, to be on the safe side. */
export function rewrite(world: World, message: Message, changes: Partial<Content>, by: string, now: number): Message {
  const channel = orRefuse(world.channels.get(message.channel), "channel_not_found");
  const { text, blocks, attachments, files, metadata } = message;
  const before = { text, blocks, attachments, files, metadata };
  const changed: Message = {
    ...message,
    ...contentOf(world, { ...before, ...changes }),
    edited: { user: by, ts: nextTs(world, now) },
    before: [...message.before, before],
  };
  replace(channel, changed);
  const old = new Set(pingsOf(world, channel, message).map((ping) => ping.who));
  if (message.to === undefined) {
    world.pings.push(...pingsOf(world, channel, changed).filter((ping) => !old.has(ping.who)));
  }
  return changed;
}

/** A parent with replies leaves a tombstone; any other message is gone. */
export function remove(channel: Channel, message: Message): void {
  shelf(channel, message).delete(message.ts);
  channel.deleted.push(message);
  if (repliesTo(channel, message.ts).length === 0) return;
  const empty = { text: "This message was deleted.", blocks: [], attachments: [], files: [], metadata: undefined };
  channel.messages.set(message.ts, { ...message, ...empty, subtype: "tombstone", reactions: {} });
}

export function replace(channel: Channel, message: Message): void {
  shelf(channel, message).set(message.ts, message);
}

export function repliesTo(channel: Channel, ts: string): readonly Message[] {
  return (channel.threads.get(ts) ?? []).flatMap((reply) => channel.messages.get(reply) ?? []);
}

function enlist(channel: Channel, { threadTs, ts }: Message): void {
  if (threadTs !== undefined) channel.threads.set(threadTs, [...(channel.threads.get(threadTs) ?? []), ts]);
}

function shelf(channel: Channel, message: Message): Map<string, Message> {
  return message.to === undefined ? channel.messages : channel.ephemerals;
}

/** A reply to a reply lands in the thread of the parent. */
function rootOf(channel: Channel, threadTs: string | undefined): string | undefined {
  if (threadTs === undefined) return undefined;
  return channel.messages.get(threadTs)?.threadTs ?? threadTs;
}

function contentOf(world: World, draft: Partial<Content>): Content {
  return {
    text: (draft.text ?? "").slice(0, TEXT_CUT),
    blocks: (draft.blocks ?? []).map((block) => blockWithIds(world, block)),
    attachments: draft.attachments ?? [],
    files: draft.files ?? [],
    metadata: draft.metadata,
  };
}

const ACTIONABLE = ["accessory", "element"];

/** Slack makes up the ids that the app left out. */
export function blockWithIds(world: World, block: Json): Json {
  const named: { [key: string]: unknown } = { block_id: nextId(world, "b"), ...block };
  for (const key of ACTIONABLE) if (named[key] !== undefined) named[key] = withActionId(world, named[key]);
  if (block["type"] === "actions" && Array.isArray(named["elements"])) {
    named["elements"] = named["elements"].map((element: unknown) => withActionId(world, element));
  }
  return named;
}

function withActionId(world: World, element: unknown): unknown {
  if (typeof element !== "object" || element === null || ("type" in element && element.type === "image"))
    return element;
  return { action_id: nextId(world, "a"), ...element };
}
