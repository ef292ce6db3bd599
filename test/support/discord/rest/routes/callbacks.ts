import { isObject, listOf, numberOf } from "../../json.ts";
import type { JsonObject } from "../../json.ts";
import { choices } from "../../validate/command.ts";
import { modalBody } from "../../validate/modal.ts";
import { problem, shape, under } from "../../validate/check.ts";
import { INTERACTION_TYPES } from "../../wire/interaction.ts";
import { messageJson } from "../../wire/message.ts";
import { INTERACTION_LIMITS, isChoice } from "../../world/interaction.ts";
import type { Interaction, InteractionKind, InteractionState } from "../../world/interaction.ts";
import { isComponent } from "../../world/message.ts";
import type { Message } from "../../world/message.ts";
import { allowedMentions } from "../../world/mentions.ts";
import { messageIn } from "../../world/revise.ts";
import { json, NO_CONTENT, param } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { checkedBody, edit, flagsOf, newContent } from "../content.ts";
import { demand, refuse } from "../errors.ts";
import { answerWith } from "../answer.ts";

/** {@link https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-interaction-callback-type} */
const CALLBACK = { reply: 4, think: 5, update: 6, change: 7, complete: 8, modal: 9 } as const;

/** The first answer to an interaction. */
export const callbackRoutes: readonly Route[] = [
  { method: "POST", path: "/interactions/:interaction/:token/callback", handle: answer, open: true },
];

type Answer = (call: Call, interaction: Interaction, data: JsonObject) => InteractionState;

const ANSWERS: Readonly<Record<number, Answer>> = {
  [CALLBACK.reply]: (call, interaction, data) => {
    const body = checkedBody(data);
    const flags = flagsOf(body, "ephemeral", "componentsV2", "suppressNotifications");
    const message = answerWith(call, interaction, {
      ...newContent(call, body),
      flags,
      allowed: allowedMentions(body["allowed_mentions"]),
    });
    return { kind: "replied", response: message.id };
  },
  [CALLBACK.think]: (call, interaction, data) => {
    const flags = flagsOf(data, "ephemeral") | 128;
    return { kind: "thinking", response: answerWith(call, interaction, { flags, allowed: allowedMentions({}) }).id };
  },
  [CALLBACK.update]: (call, interaction) => ({ kind: "updating", response: clicked(call, interaction).id }),
  [CALLBACK.change]: (call, interaction, data) => {
    return { kind: "updated", response: edit(call, clicked(call, interaction), data).id };
  },
  [CALLBACK.complete]: (_, __, data) => {
    demand(under("data", shape({ choices }, { required: ["choices"] })(data)));
    return { kind: "completed", choices: listOf(data["choices"]).filter(isChoice) };
  },
  [CALLBACK.modal]: (_, interaction, data) => {
    demand(under("data", modalBody(data)));
    const { user, channel, id: from, message } = interaction;
    const components = listOf(data["components"]).filter(isComponent);
    const modal = {
      customId: String(data["custom_id"]),
      title: String(data["title"]),
      components,
      user,
      channel,
      from,
      message,
      open: true,
    };
    return { kind: "modal", modal };
  },
};

function answer(call: Call): Reply {
  const interaction = waiting(call);
  const body: JsonObject = isObject(call.body) ? call.body : {};
  const type = numberOf(body["type"], 0);
  const give = typesFor(interaction).includes(type) ? ANSWERS[type] : undefined;
  if (give === undefined)
    return refuse("invalidForm", [
      problem("INTERACTION_CALLBACK_TYPE_INVALID", `Not valid for this interaction: ${type}.`, "type"),
    ]);
  const state = give(call, interaction, isObject(body["data"]) ? body["data"] : {});
  call.world.interactions.set(interaction.id, { ...interaction, state });
  return call.query.get("with_response") === "true" ? json(responseJson(call, interaction, type, state)) : NO_CONTENT;
}

/** Unknown after 3 s, and answered only once. */
function waiting(call: Call): Interaction {
  const interaction = call.world.interactions.get(param(call, "interaction"));
  if (interaction === undefined || interaction.token !== param(call, "token")) return refuse("unknownInteraction");
  if (interaction.state.kind === "failed") refuse("unknownInteraction");
  if (interaction.state.kind !== "waiting") refuse("alreadyAcknowledged");
  if (call.at - interaction.at > INTERACTION_LIMITS.firstAnswerMs) refuse("unknownInteraction");
  return interaction;
}

/** Only what was clicked can be updated, only typing be completed, and no form opens another. */
function typesFor(interaction: Interaction): readonly number[] {
  const { reply, think, update, change, complete, modal } = CALLBACK;
  const onMessage = interaction.message === undefined ? [] : [update, change];
  const types: Record<InteractionKind, readonly number[]> = {
    command: [reply, think, modal],
    menu: [reply, think, modal],
    autocomplete: [complete],
    component: [reply, think, modal, update, change],
    modal: [reply, think, ...onMessage],
  };
  return types[interaction.kind];
}

function clicked(call: Call, interaction: Interaction): Message {
  return messageIn(call.world, interaction.channel, interaction.message ?? "") ?? refuse("unknownMessage");
}

function responseJson(call: Call, interaction: Interaction, type: number, state: InteractionState): object {
  const response = "response" in state ? messageIn(call.world, interaction.channel, state.response) : undefined;
  const message = response === undefined ? {} : { message: messageJson(call.world, response) };
  const told =
    response === undefined
      ? {}
      : { response_message_id: response.id, response_message_loading: state.kind === "thinking" };
  return {
    interaction: { id: interaction.id, type: INTERACTION_TYPES[interaction.kind], ...told },
    resource: { type, ...message },
  };
}
