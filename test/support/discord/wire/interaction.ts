import type { JsonObject } from "../json.ts";
import type { Interaction, InteractionKind } from "../world/interaction.ts";
import { permissionsIn } from "../world/permissions.ts";
import type { Channel } from "../world/places.ts";
import type { World } from "../world/world.ts";
import { channelJson } from "./channel.ts";
import { guildOf, messageJson } from "./message.ts";
import { memberInChannel, userJsonOf } from "./user.ts";

/** {@link https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object-interaction-type} */
export const INTERACTION_TYPES: Record<InteractionKind, number> = {
  command: 2,
  menu: 2,
  component: 3,
  autocomplete: 4,
  modal: 5,
};

/** What the gateway hands to the bot. The content of messages is in it whatever the intents. */
export function interactionJson(world: World, interaction: Interaction): JsonObject {
  const channel = world.channels.get(interaction.channel);
  const message = world.messages.get(interaction.channel)?.get(interaction.message ?? "");
  return {
    id: interaction.id,
    application_id: world.applicationId,
    type: INTERACTION_TYPES[interaction.kind],
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: interaction.channel,
    locale: "en-US",
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
    ...(channel === undefined ? {} : { channel: channelInCall(world, channel, interaction.user) }),
    ...(message === undefined ? {} : { message: messageJson(world, message) }),
    ...caller(world, interaction, channel),
  };
}

function caller(world: World, interaction: Interaction, channel: Channel | undefined): JsonObject {
  const guild = guildOf(world, interaction.channel);
  const member = guild?.members.find((one) => one.user === interaction.user);
  if (guild === undefined || member === undefined || channel === undefined) return directCaller(world, interaction);
  return {
    guild_id: guild.id,
    guild: { id: guild.id, locale: "en-US", features: [] },
    guild_locale: "en-US",
    member: memberInChannel(world, member, permissionsIn(world, channel, member.user)),
    app_permissions: permissionsIn(world, channel, world.bot.id).toString(),
    context: 0,
    authorizing_integration_owners: { "0": guild.id },
  };
}

function directCaller(world: World, interaction: Interaction): JsonObject {
  const user = userJsonOf(world, interaction.user);
  return { user, context: 1, app_permissions: "0", authorizing_integration_owners: { "0": "0" } };
}

export function channelInCall(world: World, channel: Channel, user: string): JsonObject {
  return { ...channelJson(world, channel), permissions: permissionsIn(world, channel, user).toString() };
}
