import { MessageType } from "discord.js";
import type { Delivery } from "../../src/app/platform.ts";
import { instant } from "../../src/core/resolution/responder.ts";
import { UNTOLD } from "../../src/core/authorization/role.ts";
import type { Desk } from "./desk.ts";
import { isOfMachine, wholeText } from "./message-text.ts";
import { type MessagePayload, responderOf } from "./read-message.ts";
import { bornAt, type ChannelFacts, placeIn } from "./ref.ts";

/**
 * What a webhook or another bot posted in a channel, undefined for everything else; `edited`: when it wrote it anew. Nothing of ours, no answer to a command,
 * and no reply, where bots that answer each other would never end. Another instance of us says nothing that is read here:
 * its messages are made of components.
 */
export function readAlert(
  payload: MessagePayload,
  facts: ChannelFacts,
  me: Desk["identity"],
  edited?: string,
): Delivery | undefined {
  const text = wholeText(payload);
  if (facts.kind !== "channel" || text.trim() === "" || !isAlert(payload, me)) return undefined;
  return {
    id: edited === undefined ? `${payload.id}:alerted` : `${payload.id}:alerted:${edited}`,
    at: edited === undefined ? bornAt(payload.id) : instant(Math.floor(Date.parse(edited))),
    place: placeIn(facts),
    by: responderOf(payload.author),
    standing: UNTOLD,
    channelName: facts.name,
    event: { kind: "alerted", message: payload.id, text, ...(edited === undefined ? {} : { isEdit: true as const }) },
  };
}

/** Whether it may be an alert, as far as it tells without its channel. */
export function isAlert(payload: MessagePayload, { user, application }: Desk["identity"]): boolean {
  const { author, type = MessageType.Default, application_id: app, message_reference: about } = payload;
  const isOwn = author.id === user || (app !== undefined && app === application);
  const isAnswer = about !== undefined || payload.interaction_metadata !== undefined;
  return isOfMachine(payload) && type === MessageType.Default && !isOwn && !isAnswer && author.system !== true;
}
