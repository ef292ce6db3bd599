import { messageJson } from "../../wire/message.ts";
import { INTERACTION_LIMITS, responseOf } from "../../world/interaction.ts";
import type { Interaction } from "../../world/interaction.ts";
import type { Message } from "../../world/message.ts";
import { allowedMentions } from "../../world/mentions.ts";
import { messageIn, remove } from "../../world/revise.ts";
import { answerWith } from "../answer.ts";
import { json, NO_CONTENT, param } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { checkedBody, edit, flagsOf, newContent } from "../content.ts";
import { refuse } from "../errors.ts";

const PATH = "/webhooks/:application/:token";

/** Everything after the first answer to an interaction, for 15 minutes. */
export const webhookRoutes: readonly Route[] = [
  { method: "POST", path: PATH, handle: followUp, open: true },
  {
    method: "GET",
    path: `${PATH}/messages/:message`,
    handle: (call) => json(messageJson(call.world, ownMessage(call))),
    open: true,
  },
  { method: "PATCH", path: `${PATH}/messages/:message`, handle: change, open: true },
  { method: "DELETE", path: `${PATH}/messages/:message`, handle: erase, open: true },
];

/** Directly after "thinking…" it fills that message, whose being ephemeral or not was decided then. */
function followUp(call: Call): Reply {
  const interaction = answered(call);
  if (interaction.state.kind === "thinking")
    return json(messageJson(call.world, revised(call, original(call, interaction))));
  const body = checkedBody(call.body);
  const flags = flagsOf(body, "ephemeral", "componentsV2", "suppressNotifications");
  const draft = { ...newContent(call, body), flags, allowed: allowedMentions(body["allowed_mentions"]) };
  return json(messageJson(call.world, answerWith(call, interaction, draft)));
}

function change(call: Call): Reply {
  return json(messageJson(call.world, revised(call, ownMessage(call))));
}

function erase(call: Call): Reply {
  remove(call.world, ownMessage(call), call.at);
  return NO_CONTENT;
}

function revised(call: Call, message: Message): Message {
  const next = edit(call, message, call.body);
  const interaction = answered(call);
  const filled = interaction.state.kind === "thinking" && interaction.state.response === message.id;
  if (filled)
    call.world.interactions.set(interaction.id, { ...interaction, state: { kind: "replied", response: message.id } });
  return next;
}

/** `@original`, or a follow-up of the same interaction. */
function ownMessage(call: Call): Message {
  const interaction = answered(call);
  const id = param(call, "message");
  if (id === "@original") return original(call, interaction);
  const message = messageIn(call.world, interaction.channel, id);
  const own = message?.interaction === interaction.id || responseOf(interaction) === id;
  return message === undefined || !own ? refuse("unknownMessage") : message;
}

function original(call: Call, interaction: Interaction): Message {
  return messageIn(call.world, interaction.channel, responseOf(interaction) ?? "") ?? refuse("unknownMessage");
}

/** The interaction of the token. Before its first answer there is nothing to follow up on. */
function answered(call: Call): Interaction {
  const token = param(call, "token");
  const interaction = call.world.interactions.get(token.split(".")[0] ?? "");
  if (interaction?.token !== token || param(call, "application") !== call.world.applicationId)
    return refuse("unknownWebhook");
  if (call.at - interaction.at > INTERACTION_LIMITS.tokenMs) refuse("invalidWebhookToken");
  if (interaction.state.kind === "waiting" || interaction.state.kind === "failed") refuse("unknownWebhook");
  return interaction;
}
