import { isObject } from "../json.ts";
import type { JsonObject } from "../json.ts";
import { FLAGS } from "../world/message.ts";
import type { Attachment, Message, MessageKind, Reaction } from "../world/message.ts";
import type { Guild } from "../world/places.ts";
import type { World } from "../world/world.ts";
import { channelJson, channelType } from "./channel.ts";
import { memberPart, userJsonOf } from "./user.ts";

/** {@link https://discord.com/developers/docs/resources/message#message-object-message-types} */
const TYPES: Record<MessageKind, number> = {
  plain: 0,
  "thread-created": 18,
  reply: 19,
  "command-answer": 20,
  "thread-starter": 21,
  "menu-answer": 23,
};

/** As REST answers it. */
export function messageJson(world: World, message: Message): JsonObject {
  return {
    id: message.id,
    channel_id: message.channel,
    type: TYPES[message.kind],
    author: userJsonOf(world, message.author),
    content: message.content,
    embeds: message.embeds.map((embed) => ({ type: "rich", ...embed })),
    components: message.components,
    attachments: message.attachments.map(attachmentJson),
    timestamp: new Date(message.at).toISOString(),
    edited_timestamp: message.editedAt === undefined ? null : new Date(message.editedAt).toISOString(),
    tts: false,
    pinned: false,
    flags: message.flags,
    mentions: message.mentions.users.map((id) => userJsonOf(world, id)),
    mention_roles: message.mentions.roles,
    mention_everyone: message.mentions.everyone,
    mention_channels: [],
    reactions: message.reactions.map((reaction) => reactionJson(world, reaction)),
    ...(message.author === world.bot.id ? { application_id: world.applicationId } : {}),
    ...(message.webhook === undefined ? {} : { webhook_id: message.webhook }),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...linksJson(world, message),
  };
}

/** As the gateway tells it: with the kind of channel, the guild and the author's membership. */
export function messageEventJson(world: World, message: Message): JsonObject {
  const channel = world.channels.get(message.channel);
  const guild = guildOf(world, message.channel);
  const member = guild?.members.find((one) => one.user === message.author);
  return {
    ...messageJson(world, message),
    ...(channel === undefined ? {} : { channel_type: channelType(channel) }),
    ...(guild === undefined ? {} : { guild_id: guild.id }),
    ...(member === undefined ? {} : { member: memberPart(member) }),
  };
}

/** What is left of a message for an application without the message-content intent. */
export function withoutContent(message: JsonObject): JsonObject {
  const bare = { ...message, content: "", embeds: [], components: [], attachments: [] };
  const original = message["referenced_message"];
  return isObject(original) ? { ...bare, referenced_message: withoutContent(original) } : bare;
}

/** Direct messages, its own and those that mention it are shown to every bot. */
export function showsContent(world: World, message: Message): boolean {
  const channel = world.channels.get(message.channel);
  const mine = message.author === world.bot.id;
  return mine || channel?.kind === "dm" || message.mentions.users.includes(world.bot.id);
}

export function guildOf(world: World, channelId: string): Guild | undefined {
  const channel = world.channels.get(channelId);
  return channel === undefined || channel.kind === "dm" ? undefined : world.guilds.get(channel.guild);
}

function linksJson(world: World, message: Message): JsonObject {
  const thread = world.channels.get(message.thread ?? "");
  return {
    ...(thread === undefined ? {} : { thread: channelJson(world, thread) }),
    ...referenceJson(world, message),
    ...interactionJson(world, message),
  };
}

function referenceJson(world: World, message: Message): JsonObject {
  if (message.replyTo === undefined) return {};
  const starter = message.kind === "thread-starter";
  const channel = world.channels.get(message.channel);
  const place = starter && channel?.kind === "thread" ? channel.parent : message.channel;
  const original = world.messages.get(place)?.get(message.replyTo);
  const gone = original === undefined || original.deletedAt !== undefined;
  const reference = { type: 0, message_id: message.replyTo, channel_id: place, guild_id: guildOf(world, place)?.id };
  return {
    message_reference: reference,
    referenced_message: gone ? null : withoutItsOwn(messageJson(world, original)),
  };
}

/** What a reply is about says what that was about, but does not show it. */
function withoutItsOwn(message: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(message).filter(([name]) => name !== "referenced_message"));
}

function interactionJson(world: World, message: Message): JsonObject {
  const interaction = world.interactions.get(message.interaction ?? "");
  if (interaction === undefined) return {};
  const type = { command: 2, menu: 2, autocomplete: 4, component: 3, modal: 5 }[interaction.kind];
  const user = userJsonOf(world, interaction.user);
  return {
    webhook_id: world.applicationId,
    interaction_metadata: { id: interaction.id, type, user, authorizing_integration_owners: {} },
  };
}

export function attachmentJson(attachment: Attachment): JsonObject {
  const { id, filename, size, url, contentType, description } = attachment;
  const optional = { ...(contentType ? { content_type: contentType } : {}), ...(description ? { description } : {}) };
  return { id, filename, size, url, proxy_url: url, ...optional };
}

function reactionJson(world: World, reaction: Reaction): JsonObject {
  return {
    count: reaction.users.length,
    count_details: { burst: 0, normal: reaction.users.length },
    me: reaction.users.includes(world.bot.id),
    me_burst: false,
    emoji: { id: null, name: reaction.emoji },
    burst_colors: [],
  };
}

/** Whether a message was posted with the components-v2 flag. */
export function isComponentsV2(message: Message): boolean {
  return (message.flags & FLAGS.componentsV2) !== 0;
}
