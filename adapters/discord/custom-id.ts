import type { TokenOf } from "../../src/app/platform.ts";
import type { Button, Confirm, Input, View } from "../../src/core/view/view.ts";
import { digestOf } from "./ref.ts";

/** What is asked before a button acts. */
export type Form = {
  readonly title: string;
  readonly confirm: Confirm | undefined;
  readonly input: Input | undefined;
};

/** Something to be remembered before the message is sent, because a button's id has no room for it. */
type Keep = { readonly key: string; readonly value: string };

/** What a button's id says; `form` is the key under which its form is remembered. */
export type ReadId = { readonly token: string; readonly form: string | undefined };

/**
 * The id of the view's `nth` button: `<nth>[~<form>]:<token>`. All that a click needs is in it and in the store, so it
 * works after a restart. A form is too long for it and is remembered under its digest.
 */
export function writeCustomId(button: Button, nth: number, tokenOf: TokenOf): string {
  const token = tokenOf(button.action);
  const keep = keepOf(button);
  const mark = keep === undefined ? "" : `~${keep.key.slice(FORM_KEY.length)}`;
  return `${nth.toString(36)}${mark}:${token}`;
}

/** What must be remembered of a view's buttons before it is sent. */
export function keepsOf({ blocks }: View): readonly Keep[] {
  const buttons = blocks.flatMap((block) => (block.kind === "buttons" ? [...block.buttons, ...block.more] : []));
  return buttons.flatMap((button) => keepOf(button) ?? []);
}

/** Undefined for ids that are not ours. */
export function readCustomId(customId: string): ReadId | undefined {
  const [, form, token] = /^[0-9a-z]+(?:~([\w-]+))?:([\s\S]+)$/.exec(customId) ?? [];
  if (token === undefined) return undefined;
  return { token, form: form === undefined ? undefined : `${FORM_KEY}${form}` };
}

/** The form that was remembered. */
export function readForm(json: string): Form | undefined {
  const value: unknown = JSON.parse(json);
  return isForm(value) ? value : undefined;
}

/** What to ask where nobody remembers: the button's own words are what is left. */
export function plainForm(label: string): Form {
  return { title: label, confirm: undefined, input: { label: "What should be noted?", required: true, initial: "" } };
}

const FORM_KEY = "discord:form:";
const DIGEST = 12;

function keepOf({ label, confirm, input }: Button): Keep | undefined {
  if (confirm === undefined && input === undefined) return undefined;
  const value = JSON.stringify({ title: label, confirm, input } satisfies Form);
  return { key: `${FORM_KEY}${digestOf(value, DIGEST)}`, value };
}

function isForm(value: unknown): value is Form {
  return typeof value === "object" && value !== null && "title" in value && typeof value.title === "string";
}
