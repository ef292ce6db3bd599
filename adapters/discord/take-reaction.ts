import { Routes } from "discord.js";
import type { GatewayMessageReactionAddDispatchData } from "discord.js";
import type { Delivery } from "../../src/app/platform.ts";
import { isMessage } from "./history.ts";
import { responderOf } from "./read-message.ts";
import { type ChannelFacts, placeIn } from "./ref.ts";
import { remembering } from "./remembering.ts";
import { standingIn } from "./standing.ts";
import { type Ear, insist } from "./take-message.ts";
import { withoutNulls } from "./without-nulls.ts";

/** The sign that adds a message to the incident's timeline. */
const PIN = "📌";

/** Discord does not tell what the message says, so it is fetched. What people do not watch us for, they pin themselves. */
export async function takeReaction(ear: Ear, reaction: GatewayMessageReactionAddDispatchData): Promise<void> {
  const { desk } = ear;
  const { channel_id: channel, message_id: id, user_id: user, emoji } = reaction;
  if (emoji.name !== PIN || user === desk.identity.user) return;
  const facts = await desk.places.find(channel);
  const message: unknown = withoutNulls(await desk.api.rest.get(Routes.channelMessage(channel, id)));
  if (facts === undefined || !isMessage(message)) return;
  const delivery = deliveryOf(ear, reaction, facts, message.message_reference?.message_id);
  await insist(ear, channel, { ...delivery, event: remembering(message, "sign", undefined) });
}

function deliveryOf(
  { desk }: Ear,
  { message_id: id, user_id: user, member, guild_id: guild }: GatewayMessageReactionAddDispatchData,
  facts: ChannelFacts,
  root: string | undefined,
): Omit<Delivery, "event"> {
  const by = member?.user === undefined ? { id: user, name: user } : responderOf(member.user, member);
  const standing = standingIn(guild, member);
  const place = placeIn(facts, root);
  return { id: `${id}:pinned:${user}`, at: desk.clock.now(), place, by, standing, channelName: facts.name };
}
