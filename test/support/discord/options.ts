import type { ChannelPlan } from "./world/build.ts";

export type DiscordOptions = {
  /** Milliseconds since 1970; the machine's clock unless given. A constant one stands still until `advance`. */
  readonly now?: () => number;
  readonly token?: string;
  readonly botName?: string;
  /** The first guild; more come with `addGuild`. */
  readonly guild?: string;
  /** Text channels by name, or plans of others. */
  readonly channels?: readonly (string | ChannelPlan)[];
  /** Privileged intents granted in the developer portal. */
  readonly messageContent?: boolean;
  readonly members?: boolean;
  readonly presences?: boolean;
  /** `off` lets a test post faster than Discord would; the global rate is then off as well. */
  readonly rates?: "on" | "off";
  /** So many 401, 403 and 429 in 10 minutes are a ban. */
  readonly invalidLimit?: number;
  /** Milliseconds. */
  readonly heartbeatInterval?: number;
  /** How many dispatches are kept for a RESUME. */
  readonly bufferSize?: number;
  /** IDENTIFYs in a day, and in 5 s. */
  readonly identifyLimit?: number;
  readonly concurrency?: number;
  /** How many shards the bot is told to use. */
  readonly shards?: number;
  /**
   * Not Discord, but something like it: it leaves out what it may, says null where Discord says nothing, has no
   * rate-limit headers, no threads and no reactions, and sends events nobody knows.
   */
  readonly lean?: boolean;
};

export const DEFAULTS = {
  now: Date.now,
  token: "fake-bot-token",
  botName: "kms",
  guild: "ops",
  channels: ["general"],
  messageContent: true,
  members: false,
  presences: false,
  rates: "on",
  invalidLimit: 10_000,
  heartbeatInterval: 41_250,
  bufferSize: 1_000,
  identifyLimit: 1_000,
  concurrency: 16,
  shards: 1,
  lean: false,
} as const satisfies Required<DiscordOptions>;
