import { isObject, listOf } from "../json.ts";
import { PERMISSIONS, permissionsIn } from "./permissions.ts";
import { flattened } from "./message.ts";
import type { Component, Mentions } from "./message.ts";
import type { Channel, Role } from "./places.ts";
import type { World } from "./world.ts";

/** What a sender asked for in `allowed_mentions`; undefined for nothing, which allows everything. */
export type Allowed = {
  readonly everyone: boolean;
  readonly users: true | readonly string[];
  readonly roles: true | readonly string[];
  readonly repliedUser: boolean;
};

const EVERYTHING: Allowed = { everyone: true, users: true, roles: true, repliedUser: true };

/** {@link https://discord.com/developers/docs/resources/message#allowed-mentions-object} */
export function allowedMentions(value: unknown): Allowed {
  if (!isObject(value)) return EVERYTHING;
  const parse = listOf(value["parse"]);
  const ids = (key: "users" | "roles") => (parse.includes(key) ? true : listOf(value[key]).map(String));
  return {
    everyone: parse.includes("everyone"),
    users: ids("users"),
    roles: ids("roles"),
    repliedUser: value["replied_user"] === true,
  };
}

export type Said = {
  readonly content: string;
  readonly components: readonly Component[];
  readonly author: string;
  readonly channel: Channel;
  readonly allowed: Allowed;
};

/** Whom a text mentions once the permissions of its author and the allow-list are applied. Embeds never mention anyone. */
export function mentionsIn(world: World, said: Said): Mentions {
  const text = withoutCode([said.content, ...textDisplays(said.components)].join("\n"));
  const mayPingAll = (permissionsIn(world, said.channel, said.author) & PERMISSIONS.MENTION_EVERYONE) !== 0n;
  return {
    users: named(text, /<@!?(\d+)>/g, said.allowed.users).filter((id) => world.users.has(id)),
    roles: named(text, /<@&(\d+)>/g, said.allowed.roles).filter(
      (id) => mayPingAll || role(world, said.channel, id)?.mentionable,
    ),
    everyone: said.allowed.everyone && mayPingAll && said.channel.kind !== "dm" && /@(everyone|here)/.test(text),
  };
}

function named(text: string, pattern: RegExp, allowed: true | readonly string[]): readonly string[] {
  const ids = new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ""));
  return [...ids].filter((id) => allowed === true || allowed.includes(id));
}

function role(world: World, channel: Channel, id: string): Role | undefined {
  return channel.kind === "dm" ? undefined : world.guilds.get(channel.guild)?.roles.find((one) => one.id === id);
}

function textDisplays(components: readonly Component[]): readonly string[] {
  return flattened(components).map((component) => component.content ?? "");
}

/** Nobody is mentioned inside code: fenced blocks first, then spans of equally many back-ticks. */
function withoutCode(text: string): string {
  return text.replaceAll(/```[\s\S]*?```/g, " ").replaceAll(/(?<!`)(`{1,2})(?!`)[\s\S]*?[^`]\1(?!`)/g, " ");
}
