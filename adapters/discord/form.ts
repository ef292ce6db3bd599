import { ComponentType, SelectMenuDefaultValueType, TextInputStyle } from "discord.js";
import type { APILabelComponent, APIModalInteractionResponseCallbackData } from "discord.js";
import { shortened } from "../../src/core/view/rich.ts";
import type { View } from "../../src/core/view/view.ts";
import { type Form, keepsOf, plainForm, readForm } from "./custom-id.ts";
import type { Memory } from "./desk.ts";
import { escaped, words } from "./text.ts";
import { DISCORD_LIMITS } from "./limits.ts";
import { FIELD, PASTE_FORM } from "./read-interaction.ts";

/** Remembers the forms of a view before it is sent. They are named by what they say, so each is kept once. */
export async function remember(memory: Memory, view: View): Promise<void> {
  for (const { key, value } of keepsOf(view)) if ((await memory.get(key)) === undefined) await memory.set(key, value);
}

/** The form of a button; where it was forgotten, one made of the button's own words. */
export async function formOf(memory: Memory, key: string, label: string): Promise<Form> {
  const json = await memory.get(key).catch(() => undefined);
  return (json === undefined ? undefined : readForm(json)) ?? plainForm(label);
}

/**
 * Discord has no "are you sure?": the form is it. Where nothing else is to be typed, the word that says yes is; so a
 * confirmation never depends on a message that vanishes, and works in one step.
 */
export function modalOf(
  { title, confirm, input }: Form,
  customId: string,
  by: string,
): APIModalInteractionResponseCallbackData {
  const label = input?.label ?? `Type “${confirm?.yes ?? "yes"}” to go on`;
  const question =
    confirm === undefined ? [] : [{ type: ComponentType.TextDisplay, content: asked(confirm.text) } as const];
  return {
    custom_id: customId,
    title: words(confirm?.title ?? title, DISCORD_LIMITS.modalTitle),
    components: [
      ...question,
      input?.isPerson === true ? personField(label, by) : field(label, input?.required ?? true, input?.initial ?? ""),
    ],
  };
}

/** The box for an error that is too long for an option. */
export function pasteModal(): APIModalInteractionResponseCallbackData {
  return {
    custom_id: PASTE_FORM,
    title: "Match an error",
    components: [field("Paste the whole error", true, "")],
  };
}

/** Whether the form was filled in so that the button may act. */
export function isConfirmed({ confirm, input }: Form, typed: string): boolean {
  if (confirm === undefined || input !== undefined) return true;
  return ["yes", confirm.yes.trim().toLowerCase()].includes(typed.trim().toLowerCase());
}

function field(label: string, required: boolean, initial: string) {
  const value = shortened(initial, DISCORD_LIMITS.inputValue);
  return {
    type: ComponentType.Label,
    label: words(label, DISCORD_LIMITS.inputLabel),
    component: {
      type: ComponentType.TextInput,
      custom_id: FIELD,
      style: TextInputStyle.Paragraph,
      required,
      max_length: DISCORD_LIMITS.inputValue,
      ...(value === "" ? {} : { value }),
    },
  } as const;
}

/** Whoever opens it is chosen already: to take something over is the commonest case. */
function personField(label: string, by: string): APILabelComponent {
  const self = { id: by, type: SelectMenuDefaultValueType.User as const };
  return {
    type: ComponentType.Label,
    label: words(label, DISCORD_LIMITS.inputLabel),
    component: { type: ComponentType.UserSelect, custom_id: FIELD, required: true, default_values: [self] },
  };
}

function asked(text: string): string {
  return shortened(escaped(text), DISCORD_LIMITS.text) || "Are you sure?";
}
