import type { JsonObject } from "../json.ts";
import { INTENTS } from "../world/dispatch.ts";
import type { Dispatch } from "../world/dispatch.ts";
import { OP } from "./protocol.ts";

/** What a gateway connection can do. */
export type Link = {
  readonly send: (frame: object) => void;
  readonly close: (code: number, reason: string) => void;
  /** Breaks off without a close frame. */
  readonly cut: () => void;
  /** Sends something that is no JSON. */
  readonly babble: () => void;
};

/** One identified client; it outlives its connection until it is resumed or forgotten. */
export type Session = {
  readonly id: string;
  readonly intents: number;
  /** This shard, and how many there are. */
  readonly shard: readonly [number, number];
  sequence: number;
  /** The last frames sent, for a RESUME. */
  readonly buffer: Frame[];
  link: Link | undefined;
};

export type Frame = { readonly op: 0; readonly t: string; readonly s: number; readonly d: JsonObject };

/** Sends a dispatch, or keeps it for the resume. */
export function deliver(session: Session, t: string, d: JsonObject, bufferSize: number): void {
  session.sequence += 1;
  const frame: Frame = { op: OP.dispatch, t, s: session.sequence, d };
  session.buffer.push(frame);
  if (session.buffer.length > bufferSize) session.buffer.shift();
  session.link?.send(frame);
}

/** What came after `sequence`; undefined when some of it is no longer kept. */
export function missedSince(session: Session, sequence: number): readonly Frame[] | undefined {
  const missed = session.buffer.filter((frame) => frame.s > sequence);
  return missed.length === session.sequence - sequence ? missed : undefined;
}

/** What this session is told of a dispatch, undefined for nothing: by shard, intent and the content intent. */
export function heard(session: Session, dispatch: Dispatch): JsonObject | undefined {
  const [shard, count] = session.shard;
  if (shardOf(dispatch.guild, count) !== shard) return undefined;
  if (dispatch.intent !== undefined && !hasIntent(session, dispatch.intent)) return undefined;
  return hasIntent(session, "messageContent") ? dispatch.d : (dispatch.withoutContent ?? dispatch.d);
}

export function hasIntent(session: Session, intent: keyof typeof INTENTS): boolean {
  return (session.intents & INTENTS[intent]) !== 0;
}

/** {@link https://discord.com/developers/docs/events/gateway#sharding-sharding-formula} */
export function shardOf(guild: string | undefined, count: number): number {
  return guild === undefined ? 0 : Number((BigInt(guild) >> 22n) % BigInt(count));
}
