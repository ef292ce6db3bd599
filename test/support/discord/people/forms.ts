import { COMPONENT } from "../validate/components.ts";
import { flattened } from "../world/message.ts";
import type { Component } from "../world/message.ts";
import type { Modal } from "../world/interaction.ts";
import type { User } from "../world/places.ts";
import { invoke } from "./invocation.ts";
import type { Invocation } from "./invocation.ts";
import type { Scene } from "./scene.ts";

/** What people fill in, by the label above the field or by its custom id. */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** Sends a form. Fields that are not named keep what they came with. */
export function submit(scene: Scene, user: User, modal: Modal, values: FormValues): Invocation {
  if (modal.user !== user.id)
    throw new Error(`${user.name} cannot submit "${modal.title}": it is open on somebody else's screen.`);
  const fields = fieldsOf(modal.components);
  const unknown = Object.keys(values).filter((key) => !fields.some((field) => isNamed(field, key)));
  if (unknown.length > 0)
    throw new Error(
      `Cannot fill in ${unknown.join(", ")}: the fields are ${fields.map((one) => one.label).join(", ")}.`,
    );
  const components = modal.components.map((component) => filled(component, (field) => valueFor(fields, field, values)));
  close(scene, modal);
  const data = { custom_id: modal.customId, components };
  return invoke(scene, { kind: "modal", user: user.id, channel: modal.channel, data, message: modal.message });
}

/** A field and the label it stands under. */
type Field = { readonly label: string; readonly component: Component };

function fieldsOf(components: readonly Component[]): readonly Field[] {
  return flattened(components).flatMap((one) => {
    if (one.component !== undefined) return [{ label: one.label ?? "", component: one.component }];
    return one.type === COMPONENT.textInput && one.label !== undefined ? [{ label: one.label, component: one }] : [];
  });
}

function isNamed({ label, component }: Field, key: string): boolean {
  return label === key || component.custom_id === key;
}

function valueFor(fields: readonly Field[], component: Component, values: FormValues): string | readonly string[] {
  const field = fields.find((one) => one.component === component);
  const key = Object.keys(values).find((one) => field !== undefined && isNamed(field, one));
  const value = key === undefined ? (component.value ?? "") : (values[key] ?? "");
  const text = typeof value === "boolean" ? "" : value;
  const objection = objectionTo(component, text);
  if (objection !== undefined) throw new Error(`Cannot submit "${field?.label ?? ""}": ${objection}.`);
  return text;
}

function objectionTo(
  { type, required = true, min_length: min = 0, max_length: max = 4000 }: Component,
  value: string | readonly string[],
) {
  if (required && value.length === 0) return "it must be filled in";
  if (type !== COMPONENT.textInput || value.length === 0) return undefined;
  if (value.length < min) return `it needs at least ${min} characters`;
  return value.length > max ? `it takes at most ${max} characters` : undefined;
}

/** A component as a submitted form carries it: what it is, and what was filled in. */
function filled(component: Component, valueOf: (field: Component) => string | readonly string[]): object {
  const { type, id, custom_id } = component;
  if (component.components !== undefined)
    return { type, id, components: component.components.map((one) => filled(one, valueOf)) };
  if (component.component !== undefined) return { type, id, component: filled(component.component, valueOf) };
  if (type === COMPONENT.textDisplay) return { type, id };
  if (type === COMPONENT.textInput) return { type, id, custom_id, value: valueOf(component) };
  return { type, id, custom_id, values: optionValues(component, [valueOf(component)].flat()) };
}

function optionValues(component: Component, labels: readonly string[]): readonly string[] {
  const picked = labels.filter((label) => label !== "");
  return picked.map((label) => component.options?.find((option) => option.label === label)?.value ?? label);
}

function close(scene: Scene, modal: Modal): void {
  const opener = scene.world.interactions.get(modal.from);
  if (opener?.state.kind !== "modal") return;
  scene.world.interactions.set(opener.id, { ...opener, state: { kind: "modal", modal: { ...modal, open: false } } });
}
