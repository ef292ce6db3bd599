import { Routes } from "discord.js";
import type { GatewayMessageReactionAddDispatchData } from "discord.js";
import { isMessage } from "./history.ts";
import { isPin, readReaction } from "./read-reaction.ts";
import { type Ear, insist } from "./take-message.ts";
import { withoutNulls } from "./without-nulls.ts";

/** Discord does not tell what the message says, so it is fetched. What people do not watch us for, they pin themselves. */
export async function takeReaction(ear: Ear, reaction: GatewayMessageReactionAddDispatchData): Promise<void> {
  const { desk } = ear;
  const { channel_id: channel, message_id: id } = reaction;
  if (!isPin(reaction, desk.identity.user)) return;
  const facts = await desk.places.find(channel);
  const message: unknown = withoutNulls(await desk.clients.posts.get(Routes.channelMessage(channel, id)));
  if (facts === undefined || !isMessage(message)) return;
  await insist(ear, channel, readReaction(reaction, message, facts, desk.clock.now()));
}
