import type { JsonObject } from "../json.ts";
import { botMay } from "../world/permissions.ts";
import type { Channel, Guild } from "../world/places.ts";
import type { World } from "../world/world.ts";
import { channelJson } from "./channel.ts";
import { memberJson, roleJson } from "./user.ts";

/** As REST answers it. */
export function guildJson(guild: Guild): JsonObject {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.owner,
    icon: null,
    splash: null,
    banner: null,
    description: null,
    features: [],
    emojis: [],
    stickers: [],
    roles: guild.roles.map((role) => roleJson(guild, role)),
    preferred_locale: "en-US",
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    afk_channel_id: null,
    afk_timeout: 300,
    application_id: null,
    vanity_url_code: null,
  };
}

/** As the gateway tells it: all channels, the threads the bot can see, and of the members only the bot unless it may list them. */
export function guildCreateJson(world: World, guild: Guild, withMembers: boolean): JsonObject {
  const seen = [...world.channels.values()].filter(
    (channel) => isIn(guild, channel) && botMay(world, channel, "VIEW_CHANNEL"),
  );
  const members = guild.members.filter((member) => withMembers || member.user === world.bot.id);
  const bot = guild.members.find((member) => member.user === world.bot.id);
  return {
    ...guildJson(guild),
    joined_at: new Date(bot?.joinedAt ?? 0).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.length,
    members: members.map((member) => memberJson(world, member)),
    channels: seen.filter((channel) => channel.kind !== "thread").map((channel) => channelJson(world, channel)),
    threads: seen
      .filter((channel) => channel.kind === "thread" && !channel.archived)
      .map((channel) => channelJson(world, channel)),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

function isIn(guild: Guild, channel: Channel): boolean {
  return channel.kind !== "dm" && channel.guild === guild.id;
}
