import { COMPONENT } from "../validate/components.ts";
import { flattened } from "../world/message.ts";
import type { Component, Message } from "../world/message.ts";
import type { User } from "../world/places.ts";
import { invoke } from "./invocation.ts";
import type { Invocation } from "./invocation.ts";
import { resolvedOf, roleNamed } from "./options.ts";
import { placeOf, userNamed, visibleMessage, visiblePlace } from "./scene.ts";
import type { MessageRef, Scene } from "./scene.ts";

/** What people can do with components, by what is written on them: on the message as it is, else as they still had it. */
export type Clicks = {
  readonly clicks: (message: MessageRef | Message, label: string) => Invocation;
  /** Picks from the menu that offers all of these: labels of options, or names where Discord lists people, roles, channels. */
  readonly selects: (message: MessageRef | Message, picks: string | readonly string[]) => Invocation;
};

export function clicks(scene: Scene, user: User): Clicks {
  return {
    clicks: (ref, label) => {
      const message = visibleMessage(scene, ref, user);
      const button = buttonNamed(onScreen(message, ref, [label]), label, user);
      return use(scene, user, message, button, {});
    },
    selects: (ref, picks) => {
      const message = visibleMessage(scene, ref, user);
      const labels = typeof picks === "string" ? [picks] : picks;
      const menu = menuOffering(onScreen(message, ref, labels), labels, user);
      return use(scene, user, message, menu, picked(scene, user, message, menu, labels));
    },
  };
}

/** What somebody saw a moment ago can still be clicked. */
function onScreen(message: Message, ref: MessageRef | Message, labels: readonly string[]): Message {
  const there = labelsOn(message);
  return "components" in ref && !labels.every((label) => there.includes(label)) ? ref : message;
}

/** The words on everything that can be clicked or picked, in its order. */
export function labelsOn(message: Message): readonly string[] {
  return flattened(message.components).flatMap((one) => {
    if (one.type === COMPONENT.button) return [faceOf(one)];
    return (one.options ?? []).map(({ label }) => label);
  });
}

function use(scene: Scene, user: User, message: Message, component: Component, more: object): Invocation {
  const { custom_id, type, id } = component;
  const data = { custom_id, component_type: type, id, ...more };
  return invoke(scene, { kind: "component", user: user.id, channel: message.channel, data, message: message.id });
}

/** A button is known by its label, or by its emoji if it has no label. */
function buttonNamed(message: Message, label: string, user: User): Component {
  const buttons = flattened(message.components).filter((one) => one.type === COMPONENT.button);
  const button = buttons.find((one) => faceOf(one) === label);
  if (button === undefined)
    throw new Error(
      `${user.name} cannot click "${label}": the buttons are ${buttons.map(faceOf).join(", ") || "none"}.`,
    );
  if (button.disabled === true) throw new Error(`${user.name} cannot click "${label}": it is disabled.`);
  if (button.custom_id === undefined)
    throw new Error(`${user.name} cannot click "${label}": it is a link to ${button.url ?? "nowhere"}.`);
  return button;
}

function faceOf(button: Component): string {
  return button.label ?? button.emoji?.name ?? "";
}

function menuOffering(message: Message, labels: readonly string[], user: User): Component {
  const menus = flattened(message.components).filter((one) => isMenu(one) && one.disabled !== true);
  const menu = menus.find(
    (one) =>
      one.options === undefined || labels.every((label) => one.options?.some((option) => option.label === label)),
  );
  const offered = menus.flatMap((one) => one.options ?? []).map((option) => option.label);
  if (menu === undefined)
    throw new Error(
      `${user.name} cannot select ${labels.join(", ")}: the options are ${offered.join(", ") || "none"}.`,
    );
  const { min_values: min = 1, max_values: max = 1 } = menu;
  if (labels.length < min || labels.length > max)
    throw new Error(`${user.name} cannot select ${labels.length}: it takes ${min} to ${max}.`);
  return menu;
}

function isMenu({ type }: Component): boolean {
  return type === COMPONENT.stringSelect || (type >= COMPONENT.userSelect && type <= COMPONENT.channelSelect);
}

function picked(scene: Scene, user: User, message: Message, menu: Component, labels: readonly string[]): object {
  if (menu.options !== undefined) {
    return { values: labels.map((label) => menu.options?.find((option) => option.label === label)?.value) };
  }
  const values = labels.map((label) => idOf(scene, menu.type, label));
  return { values, resolved: resolvedOf(scene, visiblePlace(scene, message.channel, user), values) };
}

function idOf(scene: Scene, type: number, name: string): string {
  switch (type) {
    case COMPONENT.roleSelect:
      return roleNamed(scene, name);
    case COMPONENT.channelSelect:
      return placeOf(scene, name).id;
    default:
      return userNamed(scene.world, name).id;
  }
}
