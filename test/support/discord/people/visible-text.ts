import { COMPONENT } from "../validate/components.ts";
import { FLAGS, flattened } from "../world/message.ts";
import type { Component, Embed, Message } from "../world/message.ts";
import type { World } from "../world/world.ts";

/**
 * What a person reads, line by line: text, embeds, components. Mentions are names; `[Done]` is a button or menu
 * that can be used, `(Done)` one that cannot; `📎 a.log` is a file. A deleted message is empty.
 */
export function visibleText(world: World, message: Message): string {
  if (message.deletedAt !== undefined) return "";
  if ((message.flags & FLAGS.loading) !== 0) return "thinking…";
  const lines = [
    message.content,
    ...message.embeds.flatMap(embedLines),
    ...flattened(message.components).flatMap(componentLines),
    ...message.attachments.map((attachment) => `📎 ${attachment.filename}`),
  ];
  return withNames(world, lines.filter((line) => line !== "").join("\n"));
}

function embedLines({ author, title, description, fields = [], footer }: Embed): readonly string[] {
  const shown = [
    author?.name,
    title,
    description,
    ...fields.flatMap((field) => [field.name, field.value]),
    footer?.text,
  ];
  return shown.filter((line) => line !== undefined);
}

function componentLines(component: Component): readonly string[] {
  const { type, content, label, emoji, placeholder, options = [], disabled = false } = component;
  if (content !== undefined) return [content];
  if (type === COMPONENT.button) return [framed([emoji?.name, label].filter(Boolean).join(" "), disabled)];
  if (type === COMPONENT.stringSelect)
    return [framed(placeholder ?? "Make a selection", disabled), ...options.map((option) => `- ${option.label}`)];
  return placeholder === undefined ? [] : [framed(placeholder, disabled)];
}

function framed(text: string, disabled: boolean): string {
  return disabled ? `(${text})` : `[${text}]`;
}

function withNames(world: World, text: string): string {
  const roles = [...world.guilds.values()].flatMap((guild) => guild.roles);
  const place = (id: string): string | undefined => {
    const channel = world.channels.get(id);
    return channel !== undefined && "name" in channel ? channel.name : undefined;
  };
  return text
    .replaceAll(/<@!?(\d+)>/g, (all, id: string) => named("@", world.users.get(id)?.name, all))
    .replaceAll(/<@&(\d+)>/g, (all, id: string) => named("@", roles.find((role) => role.id === id)?.name, all))
    .replaceAll(/<#(\d+)>/g, (all, id: string) => named("#", place(id), all));
}

function named(sign: string, name: string | undefined, otherwise: string): string {
  return name === undefined ? otherwise : `${sign}${name}`;
}
