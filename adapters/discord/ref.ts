import { createHash } from "node:crypto";
import type { AnswerHandle, MessageRef, Place, Tenant } from "../../src/app/platform.ts";
import { type Instant, instant, type Responder } from "../../src/core/resolution/responder.ts";
import { DISCORD_LIMITS } from "./limits.ts";

/**
 * A channel as far as we care. Discord's threads are channels of their own, and a thread that was started from a message
 * has that message's id. So `Place.thread` is both: the message a conversation hangs on, and the thread it may have become.
 */
export type ChannelFacts = {
  readonly id: string;
  readonly guild: string | undefined;
  readonly kind: "channel" | "direct" | "forum" | "thread" | "post";
  /** Of a thread, the channel it belongs to; of a forum post, the forum. */
  readonly parent: string | undefined;
  /** What people call the channel, of a thread or a post the one that it belongs to, as far as Discord told: `#ops`. */
  readonly name?: string | undefined;
};

/** Where nobody tells what a channel is, it is one of its guild's, or between two. */
export function guessed(id: string, guild: string | undefined): ChannelFacts {
  return { id, guild, parent: undefined, kind: guild === undefined ? "direct" : "channel" };
}

/** Where a message in that channel was said. `root`: the message it belongs to, where that is known. */
export function placeIn(facts: ChannelFacts, root?: string): Place {
  const { id, guild, kind, parent } = facts;
  const platform = "discord";
  if (guild === undefined || kind === "direct")
    return { platform, tenant: directTenant(id), channel: id, thread: root, kind: "direct" };
  if (kind === "post") return { platform, tenant: guild, channel: parent ?? id, thread: id, kind: "forum" };
  if (kind === "thread") return { platform, tenant: guild, channel: parent ?? id, thread: id, kind: "channel" };
  return { platform, tenant: guild, channel: id, thread: root, kind: kind === "forum" ? "forum" : "channel" };
}

/** What two say to each other is shown nowhere else. */
export function directTenant(channel: string): Tenant {
  return `direct:${channel}`;
}

/** The address of a message, as Discord's clients open it. */
export function messageUrl(tenant: Tenant, { channel, message }: MessageRef): string {
  return `https://discord.com/channels/${tenant.startsWith("direct:") ? "@me" : tenant}/${channel}/${message}`;
}

/** The same key gives the same nonce, so that Discord posts once however often it is asked. */
export function nonceOf(key: string): string {
  return createHash("sha256")
    .update(key)
    .digest("base64url")
    .slice(0, DISCORD_LIMITS.nonce - 1);
}

/** A short name for a text that is too long to be carried along. */
export function digestOf(text: string, length: number): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, length);
}

/** How an interaction is answered: `fill` puts the answer where "thinking…" stands, `add` adds a private message. */
export type Answering = { readonly how: "fill" | "add"; readonly interaction: string; readonly token: string };

/** The token lives 15 minutes from the interaction's birth, which its id tells. */
export function writeHandle({ how, interaction, token }: Answering): AnswerHandle {
  return { handle: `${how}:${interaction}:${token}`, until: instant(bornAt(interaction) + DISCORD_LIMITS.token) };
}

export function readHandle({ handle }: AnswerHandle): Answering | undefined {
  const [, how, interaction, token] = /^(fill|add):(\d+):(.+)$/s.exec(handle) ?? [];
  if (interaction === undefined || token === undefined) return undefined;
  return { how: how === "fill" ? "fill" : "add", interaction, token };
}

/** 2015-01-01: {@link https://discord.com/developers/docs/reference#snowflakes} */
const EPOCH = 1_420_070_400_000n;

/** When a thing with this id came to be. */
export function bornAt(id: string): Instant {
  return instant(Number((BigInt(id) >> 22n) + EPOCH));
}

/** The smallest id of that moment. */
export function idAt(at: number): string {
  return ((BigInt(Math.max(0, Math.floor(at))) - EPOCH) << 22n).toString();
}

/** Whether one id is later than another. */
export function isLater(one: string, other: string): boolean {
  return BigInt(one) > BigInt(other);
}

/** Whether it may stand for somebody on Discord. */
export function isSnowflake(id: string): boolean {
  return /^\d{5,20}$/.test(id);
}

/** For what nobody is told who did it. */
export const SOMEBODY: Responder = { id: "unknown", name: "somebody" };
