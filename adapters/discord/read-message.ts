import { ChannelType, MessageType } from "discord.js";
import type { APIMessage, APIUser } from "discord.js";
import { readCommand } from "../../src/app/command.ts";
import type { Delivery } from "../../src/app/platform.ts";
import { type Standing, UNTOLD } from "../../src/core/authorization/role.ts";
import { type Instant, instant, type Responder } from "../../src/core/resolution/responder.ts";
import { bornAt, type ChannelFacts, placeIn, SOMEBODY } from "./ref.ts";
import type { MemberPayload } from "./standing.ts";

/** A message as the gateway and the REST API both tell it; only what we look at. */
export type MessagePayload = Pick<APIMessage, "id" | "channel_id" | "author"> & {
  readonly type?: MessageType;
  readonly content?: string;
  readonly edited_timestamp?: string | null;
  readonly attachments?: APIMessage["attachments"];
  readonly mentions?: APIMessage["mentions"];
  readonly guild_id?: string;
  readonly webhook_id?: string;
  readonly nonce?: string | number;
  readonly member?: MemberPayload;
  readonly referenced_message?: APIMessage | null;
  readonly message_reference?: APIMessage["message_reference"];
  readonly message_snapshots?: APIMessage["message_snapshots"];
  readonly embeds?: APIMessage["embeds"];
  readonly application_id?: string;
  readonly interaction_metadata?: APIMessage["interaction_metadata"];
};

/** What a message is read with: where it is, who we are, what its files say, and what was said before in its thread. */
export type Surroundings = {
  readonly facts: ChannelFacts;
  readonly me: string;
  /** Who the author is to the guild. */
  readonly standing: Standing;
  readonly files: readonly string[];
  readonly before: readonly string[];
};

/** A person's message; undefined for those of bots, webhooks and Discord itself. Saying nothing but our name asks for help. */
export function readMessage(payload: MessagePayload, around: Surroundings): Delivery | undefined {
  const text = [...around.before, textOf(payload, around)].join("\n");
  if (!isOfPerson(payload) || (text.trim() === "" && !isAddressed(payload, around))) return undefined;
  return {
    id: `${payload.id}:said`,
    at: bornAt(payload.id),
    place: placeIn(around.facts, rootOf(payload, around)),
    by: responderOf(payload.author, payload.member),
    standing: around.standing,
    channelName: around.facts.name,
    event: { kind: "said", message: payload.id, text, addressed: isAddressed(payload, around) },
  };
}

/** What a person made of their message; undefined where Discord itself changed it, by a preview or a thread. */
export function readEdit(payload: MessagePayload, around: Surroundings): Delivery | undefined {
  const edited = payload.edited_timestamp;
  if (!isOfPerson(payload) || edited === null || edited === undefined) return undefined;
  return {
    id: `${payload.id}:edited:${edited}`,
    at: instant(Math.floor(Date.parse(edited))),
    place: placeIn(around.facts, rootOf(payload, around)),
    by: responderOf(payload.author, payload.member),
    standing: around.standing,
    event: { kind: "edited", message: payload.id, text: textOf(payload, around) },
  };
}

/** Discord does not say who deleted it. */
export function readDeletion(message: string, facts: ChannelFacts, at: Instant): Delivery {
  return {
    id: `${message}:deleted`,
    at,
    place: placeIn(facts),
    by: SOMEBODY,
    standing: UNTOLD,
    event: { kind: "deleted", message },
  };
}

/** Whether a message may be meant for us, as far as it tells without its files. */
export function isWorthReading(payload: MessagePayload, me: string): boolean {
  if (!isOfPerson(payload)) return false;
  const { content = "", attachments = [] } = payload;
  return content !== "" || attachments.length > 0 || isMentioned(payload, me);
}

/** A mention in a thread is about everything that was said there, unless it says what it wants. */
export function asksAboutThread(payload: MessagePayload, me: string): boolean {
  const wish = withoutMention(payload.content ?? "", me);
  return isMentioned(payload, me) && (wish === "" || readCommand(wish).kind === "match");
}

export function responderOf(user: APIUser, member?: { readonly nick?: string | null }): Responder {
  return { id: user.id, name: member?.nick ?? user.global_name ?? user.username };
}

/** A channel as the gateway and the REST API tell it; only what we look at. */
export type ChannelPayload = {
  readonly id: string;
  readonly type: number;
  readonly guild_id?: string;
  readonly parent_id?: string | null;
  readonly last_message_id?: string | null;
  readonly name?: string | null;
};

/** What kind of channel it is. Only the parent tells a forum's post from a thread, so it should be known before. */
export function factsOf(channel: ChannelPayload, peek: (id: string) => ChannelFacts | undefined): ChannelFacts {
  const { id, type, guild_id: guild } = channel;
  const name = typeof channel.name === "string" && channel.name !== "" ? { name: `#${channel.name}` } : {};
  const none = { id, guild, parent: undefined, ...name };
  if (DIRECT.has(type)) return { ...none, guild: undefined, kind: "direct", name: "a direct message" };
  if (FORUMS.has(type)) return { ...none, kind: "forum" };
  if (!THREADS.has(type)) return { ...none, kind: "channel" };
  const parent = channel.parent_id ?? undefined;
  const above = parent === undefined ? undefined : peek(parent);
  return { id, guild, kind: above?.kind === "forum" ? "post" : "thread", parent, name: above?.name };
}

const DIRECT = new Set<number>([ChannelType.DM, ChannelType.GroupDM]);
const FORUMS = new Set<number>([ChannelType.GuildForum, ChannelType.GuildMedia]);
const THREADS = new Set<number>([ChannelType.PublicThread, ChannelType.PrivateThread, ChannelType.AnnouncementThread]);

/** Files count as part of what was said; so does the message that a mention of us replies to, or one that is passed on. */
function textOf(payload: MessagePayload, { me, files }: Surroundings): string {
  const own = withoutMention(payload.content ?? "", me);
  const shared = payload.message_snapshots?.map(({ message }) => message.content) ?? [];
  const about = payload.referenced_message;
  const quoted = isMentioned(payload, me) && about !== null && about !== undefined && about.author.id !== me;
  return [own, ...shared, ...files, ...(quoted ? [about.content] : [])].filter((part) => part !== "").join("\n");
}

function withoutMention(text: string, me: string): string {
  return text.replaceAll(new RegExp(String.raw`<@!?${me}>\s*`, "g"), "").trim();
}

function isOfPerson({ author, webhook_id: webhook, type = MessageType.Default }: MessagePayload): boolean {
  const isPlain = type === MessageType.Default || type === MessageType.Reply;
  return isPlain && webhook === undefined && author.bot !== true && author.system !== true;
}

function isAddressed(payload: MessagePayload, { facts, me }: Surroundings): boolean {
  return facts.kind === "direct" || isMentioned(payload, me);
}

/** A reply pings the bot as well, and is meant for it as well. */
export function isMentioned({ mentions = [], content = "" }: MessagePayload, me: string): boolean {
  return content.includes(`<@${me}>`) || content.includes(`<@!${me}>`) || mentions.some(({ id }) => id === me);
}

/** Who answers our answer speaks about what that was about. */
function rootOf({ referenced_message: about }: MessagePayload, { me }: Surroundings): string | undefined {
  if (about === null || about === undefined || about.author.id !== me) return undefined;
  return about.message_reference?.message_id ?? about.id;
}
