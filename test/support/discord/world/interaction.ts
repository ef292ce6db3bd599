import { isObject } from "../json.ts";
import type { JsonObject } from "../json.ts";
import type { Component } from "./message.ts";

/** Something a person did that the bot has to answer. */
export type Interaction = {
  readonly id: string;
  /** Begins with the id and a dot. */
  readonly token: string;
  readonly kind: InteractionKind;
  readonly user: string;
  readonly channel: string;
  readonly at: number;
  /** Discord's `data`: the command and its options, the component, the modal's values. */
  readonly data: JsonObject;
  /** The message whose component was used, also where a modal came from. */
  readonly message: string | undefined;
  readonly state: InteractionState;
};

export type InteractionKind = "command" | "menu" | "autocomplete" | "component" | "modal";

export type InteractionState =
  | { readonly kind: "waiting" }
  /** Nobody answered within 3 s: the person reads "The application did not respond". */
  | { readonly kind: "failed" }
  | { readonly kind: "thinking"; readonly response: string }
  | { readonly kind: "replied"; readonly response: string }
  /** A deferred update: the clicked message is the one to edit. */
  | { readonly kind: "updating"; readonly response: string }
  | { readonly kind: "updated"; readonly response: string }
  | { readonly kind: "completed"; readonly choices: readonly Choice[] }
  | { readonly kind: "modal"; readonly modal: Modal };

export type Choice = { readonly name: string; readonly value: string | number };

/** A form that is open on one person's screen. */
export type Modal = {
  readonly customId: string;
  readonly title: string;
  readonly components: readonly Component[];
  readonly user: string;
  readonly channel: string;
  /** The interaction that opened it. */
  readonly from: string;
  readonly message: string | undefined;
  /** False once it was submitted. */
  readonly open: boolean;
};

/** {@link https://discord.com/developers/docs/interactions/receiving-and-responding} */
export const INTERACTION_LIMITS = { firstAnswerMs: 3_000, tokenMs: 15 * 60_000 } as const;

/** The message that `@original` names, if there is one yet. */
export function responseOf(interaction: Interaction): string | undefined {
  return "response" in interaction.state ? interaction.state.response : undefined;
}

/** Enough of a look at something that the validators have let through. */
export function isChoice(value: unknown): value is Choice {
  return isObject(value) && typeof value["name"] === "string";
}
