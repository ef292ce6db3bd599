import type { GatewayMessageReactionAddDispatchData } from "discord.js";
import type { Delivery } from "../../src/app/platform.ts";
import type { Instant } from "../../src/core/resolution/responder.ts";
import { type MessagePayload, responderOf } from "./read-message.ts";
import { type ChannelFacts, placeIn } from "./ref.ts";
import { remembering } from "./remembering.ts";
import { standingIn } from "./standing.ts";

/** The sign that adds a message to the incident's timeline. */
const PIN = "📌";

/** Whether the sign is for us, as far as it tells without its message. */
export function isPin({ emoji, user_id: user }: GatewayMessageReactionAddDispatchData, me: string): boolean {
  return emoji.name === PIN && user !== me;
}

/** A sign on a message, which has to be there. However often the same person puts it there, it is one delivery. */
export function readReaction(
  { message_id: id, user_id: user, member, guild_id: guild }: GatewayMessageReactionAddDispatchData,
  message: MessagePayload,
  facts: ChannelFacts,
  now: Instant,
): Delivery {
  return {
    id: `${id}:pinned:${user}`,
    at: now,
    place: placeIn(facts, message.message_reference?.message_id),
    by: member?.user === undefined ? { id: user, name: user } : responderOf(member.user, member),
    standing: standingIn(guild, member),
    channelName: facts.name,
    event: remembering(message, "sign", undefined),
  };
}
