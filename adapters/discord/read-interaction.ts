import { ApplicationCommandOptionType, ApplicationCommandType, ComponentType, InteractionType } from "discord.js";
import type {
  APIApplicationCommandInteraction,
  APIApplicationCommandInteractionDataOption,
  APIChatInputApplicationCommandInteraction,
  APIInteraction,
  APIMessage,
  APIMessageApplicationCommandInteraction,
  APIMessageComponentInteraction,
  APIModalSubmitInteraction,
} from "discord.js";
import { assertNever } from "../../src/core/brand.ts";
import type { AnswerHandle, Delivery, MessageRef, PlatformEvent } from "../../src/app/platform.ts";
import { optionsOf, REMEMBER_MENU } from "./commands.ts";
import { type ReadId, readCustomId } from "./custom-id.ts";
import { plainLine } from "./text.ts";
import { wholeText } from "./message-text.ts";
import { responderOf } from "./read-message.ts";
import { bornAt, type ChannelFacts, placeIn, writeHandle } from "./ref.ts";
import { standingIn } from "./standing.ts";

/** What an interaction wants of us. */
export type Wish =
  /** Suggestions for what is being typed. */
  | { readonly kind: "complete"; readonly typed: string }
  /** The big box to paste into. */
  | { readonly kind: "paste" }
  /** Somebody asks; `files` are part of the question. */
  | {
      readonly kind: "ask";
      readonly text: string;
      readonly about: APIMessage | undefined;
      readonly files: APIMessage["attachments"];
    }
  /** A message is to be remembered. */
  | { readonly kind: "remember"; readonly message: APIMessage }
  /** A button or a menu's entry; `label` is what is written on it. */
  | {
      readonly kind: "press";
      readonly id: ReadId;
      readonly customId: string;
      readonly message: MessageRef;
      readonly label: string;
    }
  /** A button's form was filled in. */
  | { readonly kind: "fill"; readonly id: ReadId; readonly message: MessageRef | undefined; readonly typed: string }
  | { readonly kind: "unknown" };

/** The custom id of the box to paste into, and of the field in it. */
export const PASTE_FORM = "paste";
export const FIELD = "field";

export function readInteraction(interaction: APIInteraction): Wish {
  switch (interaction.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return { kind: "complete", typed: focusedIn(interaction.data.options) };
    case InteractionType.ApplicationCommand:
      return readCommand(interaction);
    case InteractionType.MessageComponent:
      return readPress(interaction);
    case InteractionType.ModalSubmit:
      return readModal(interaction);
    case InteractionType.Ping:
      return { kind: "unknown" };
  }
  return assertNever(interaction);
}

/** The event with who, when and where; the place is that of a text said there. */
export function deliveryOf(interaction: APIInteraction, facts: ChannelFacts, event: PlatformEvent): Delivery {
  const { id, member, guild_id: guild } = interaction;
  const user = member?.user ?? interaction.user;
  const by = user === undefined ? { id: "unknown", name: "somebody" } : responderOf(user, member);
  return {
    id,
    at: bornAt(id),
    place: placeIn(facts, rootOf(interaction)),
    by,
    standing: standingIn(guild, member),
    channelName: facts.name,
    event,
  };
}

/** Our answers reply to what they are about, so a click on one speaks about that. */
function rootOf(interaction: APIInteraction): string | undefined {
  return "message" in interaction ? interaction.message?.message_reference?.message_id : undefined;
}

/** What was asked fills the place of "thinking…"; a click's answer is added to what is there. */
export function handleOf({ id, token }: APIInteraction, how: "fill" | "add"): AnswerHandle {
  return writeHandle({ how, interaction: id, token });
}

function readCommand(interaction: APIApplicationCommandInteraction): Wish {
  if (isMessageMenu(interaction)) {
    const about = interaction.data.resolved.messages[interaction.data.target_id];
    if (interaction.data.name === REMEMBER_MENU && about !== undefined) return { kind: "remember", message: about };
    return { kind: "ask", text: about === undefined ? "" : wholeText(about), about, files: about?.attachments ?? [] };
  }
  return isSlash(interaction) ? readSlash(interaction) : { kind: "unknown" };
}

function readSlash({ data }: APIChatInputApplicationCommandInteraction): Wish {
  const [sub] = data.options ?? [];
  const values = valuesOf(sub);
  const file = Object.values(data.resolved?.attachments ?? {});
  if (sub?.name === "paste" && file.length === 0) return { kind: "paste" };
  const words = sub === undefined || ["lookup", "paste"].includes(sub.name) ? values : [sub.name, ...values];
  return { kind: "ask", text: words.join(" "), about: undefined, files: file };
}

/** The typed options of a sub-command in the order they are defined in; files are not text. */
function valuesOf(sub: APIApplicationCommandInteractionDataOption | undefined): readonly string[] {
  if (sub?.type !== ApplicationCommandOptionType.Subcommand) return [];
  const order = optionsOf(sub.name);
  const options = (sub.options ?? []).toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  return options.flatMap((option) =>
    option.type === ApplicationCommandOptionType.Attachment || !("value" in option) ? [] : [String(option.value)],
  );
}

function focusedIn(options: readonly APIApplicationCommandInteractionDataOption[]): string {
  const [sub] = options;
  const inside = sub !== undefined && "options" in sub ? (sub.options ?? []) : options;
  const focused = inside.find((option) => "focused" in option && option.focused === true);
  return focused !== undefined && "value" in focused ? String(focused.value) : "";
}

function readPress({ data, message }: APIMessageComponentInteraction): Wish {
  const picked = data.component_type === ComponentType.StringSelect ? data.values[0] : data.custom_id;
  const id = readCustomId(picked ?? "");
  if (id === undefined || picked === undefined) return { kind: "unknown" };
  return { kind: "press", id, customId: picked, message: refTo(message), label: labelIn(message.components, picked) };
}

function readModal({ data, message }: APIModalSubmitInteraction): Wish {
  const typed = chosenIn(data) ?? typedIn(data.components);
  if (data.custom_id === PASTE_FORM) return { kind: "ask", text: typed, about: undefined, files: [] };
  const id = readCustomId(data.custom_id);
  if (id === undefined) return { kind: "unknown" };
  return { kind: "fill", id, message: message === undefined ? undefined : refTo(message), typed };
}

function refTo({ channel_id: channel, id: message }: APIMessage): MessageRef {
  return { channel, message };
}

/** What is written on the component with this id, however deep it stands. */
function labelIn(within: unknown, customId: string): string {
  if (Array.isArray(within)) return within.map((one) => labelIn(one, customId)).find((label) => label !== "") ?? "";
  if (typeof within !== "object" || within === null) return "";
  const isIt =
    ("custom_id" in within && within.custom_id === customId) || ("value" in within && within.value === customId);
  if (isIt && "label" in within) return String(within.label);
  return labelIn(
    ["components" in within ? within.components : [], "options" in within ? within.options : []],
    customId,
  );
}

/** The person who was chosen, their name on a second line; undefined where the form asks for words. */
function chosenIn({ components, resolved }: APIModalSubmitInteraction["data"]): string | undefined {
  const id = pickedIn(components);
  if (id === undefined) return undefined;
  const { global_name: name, username } = resolved?.users?.[id] ?? { global_name: null, username: "" };
  return `${id}\n${plainLine(name ?? username)}`;
}

function pickedIn(within: unknown): string | undefined {
  if (Array.isArray(within)) return within.map(pickedIn).find((id) => id !== undefined);
  if (typeof within !== "object" || within === null) return undefined;
  if ("custom_id" in within && within.custom_id === FIELD && "values" in within && Array.isArray(within.values)) {
    return within.values.find((value) => typeof value === "string");
  }
  return "component" in within ? pickedIn(within.component) : undefined;
}

/** The field's text, whether it stands in a label or in a row. */
function typedIn(within: unknown): string {
  if (Array.isArray(within)) return within.map(typedIn).find((text) => text !== "") ?? "";
  if (typeof within !== "object" || within === null) return "";
  if ("custom_id" in within && within.custom_id === FIELD && "value" in within) return String(within.value);
  return typedIn(["components" in within ? within.components : [], "component" in within ? within.component : []]);
}

function isMessageMenu(
  interaction: APIApplicationCommandInteraction,
): interaction is APIMessageApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.Message;
}

function isSlash(
  interaction: APIApplicationCommandInteraction,
): interaction is APIChatInputApplicationCommandInteraction {
  return interaction.data.type === ApplicationCommandType.ChatInput;
}
