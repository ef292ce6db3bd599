import type { JsonObject } from "../json.ts";
import { botMay } from "./permissions.ts";
import type { World } from "./world.ts";

/** One gateway event, and who may hear it. */
export type Dispatch = {
  readonly t: string;
  readonly d: JsonObject;
  /** What a session without the message-content intent gets instead. */
  readonly withoutContent: JsonObject | undefined;
  /** Undefined in direct messages, which belong to shard 0. */
  readonly guild: string | undefined;
  /** Undefined where every session hears it. */
  readonly intent: Intent | undefined;
};

/** {@link https://discord.com/developers/docs/events/gateway#list-of-intents} */
export const INTENTS = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildPresences: 1 << 8,
  guildMessages: 1 << 9,
  guildReactions: 1 << 10,
  directMessages: 1 << 12,
  directReactions: 1 << 13,
  messageContent: 1 << 15,
} as const;

export type Intent = keyof typeof INTENTS;

/** Queues an event about a guild as such. */
export function tellGuild(
  world: World,
  guild: string,
  t: string,
  d: JsonObject,
  intent: Intent | undefined = "guilds",
): void {
  world.dispatches.push({ t, d, guild, intent, withoutContent: undefined });
}

type ChannelEvent = {
  readonly t: string;
  readonly d: JsonObject;
  readonly guildIntent: Intent;
  readonly directIntent: Intent;
  readonly withoutContent?: JsonObject | undefined;
};

/** Queues an event about a channel, unless the bot cannot see the channel. */
export function tellChannel(world: World, channelId: string, event: ChannelEvent): void {
  const channel = world.channels.get(channelId);
  if (channel === undefined || !botMay(world, channel, "VIEW_CHANNEL")) return;
  const { t, d, withoutContent } = event;
  const base = { t, d, withoutContent };
  if (channel.kind === "dm") world.dispatches.push({ ...base, guild: undefined, intent: event.directIntent });
  else world.dispatches.push({ ...base, guild: channel.guild, intent: event.guildIntent });
}
