import { Client, GatewayIntentBits, Options } from "discord.js";
import { addressOf } from "./api.ts";
import type { DiscordConfig } from "./config.ts";

/**
 * A client for the gateway alone: what it hears is read from the packets, so almost nothing is kept in its caches.
 * One process serves all shards that Discord asks for; a shard takes 2,500 guilds, and one process many shards.
 */
export function clientOf({ apiUrl }: Pick<DiscordConfig, "apiUrl">, watch: boolean): Client {
  return new Client({
    intents: intentsOf(watch),
    shards: "auto",
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, ...NO_CACHES }),
    sweepers: { ...Options.DefaultSweeperSettings, threads: { interval: HOUR, lifetime: HOUR } },
    allowedMentions: { parse: [], repliedUser: false },
    rest: addressOf(apiUrl),
  });
}

/** Seconds. */
const HOUR = 3_600;

/** The least that does the work. What is written is told only to those who watch. */
function intentsOf(watch: boolean): readonly GatewayIntentBits[] {
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  return [Guilds, GuildMessages, DirectMessages, ...(watch ? [MessageContent] : [])];
}

const NO_CACHES = {
  ApplicationEmojiManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  DMMessageManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildForumThreadManager: 0,
  GuildInviteManager: 0,
  GuildMemberManager: 0,
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  GuildTextThreadManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: 0,
  VoiceStateManager: 0,
} as const;
