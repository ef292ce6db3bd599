import { messageJson } from "../wire/message.ts";
import { COMMAND_TYPES, OPTION_TYPES } from "../world/command.ts";
import type { Command, CommandOption } from "../world/command.ts";
import type { Choice } from "../world/interaction.ts";
import { permissionsIn, userMay } from "../world/permissions.ts";
import type { Channel, User } from "../world/places.ts";
import { invoke } from "./invocation.ts";
import type { Invocation } from "./invocation.ts";
import { optionsJson, resolvedJson } from "./options.ts";
import type { OptionValue } from "./options.ts";
import { visibleMessage, visiblePlace } from "./scene.ts";
import type { MessageRef, Place, Scene } from "./scene.ts";

type OptionValues = Readonly<Record<string, OptionValue>>;

/** What people can do with application commands. Options are given by name. */
export type Commands = {
  /** `ana.types("/kms lookup", { query: "5389" }, "errors")` */
  readonly types: (command: string, options?: OptionValues, place?: Place) => Invocation;
  /** What is suggested while the last of these options is being typed. */
  readonly completes: (command: string, options: OptionValues, place?: Place) => Promise<readonly Choice[]>;
  /** Picks a command from the menu of a message. */
  readonly usesMenu: (name: string, message: MessageRef) => Invocation;
};

export function commands(scene: Scene, user: User, usualPlace: () => Place): Commands {
  return {
    types: (line, values = {}, place = usualPlace()) => {
      const channel = visiblePlace(scene, place, user);
      const data = typed(scene, user, channel, line, values, undefined);
      return invoke(scene, { kind: "command", user: user.id, channel: channel.id, data, message: undefined });
    },
    completes: (line, values, place = usualPlace()) => {
      const channel = visiblePlace(scene, place, user);
      const data = typed(scene, user, channel, line, values, Object.keys(values).at(-1));
      return invoke(scene, {
        kind: "autocomplete",
        user: user.id,
        channel: channel.id,
        data,
        message: undefined,
      }).choices();
    },
    usesMenu: (name, ref) => {
      const message = visibleMessage(scene, ref, user);
      if (message.onlyFor !== undefined)
        throw new Error(`${user.name} cannot use "${name}": there is no menu on an ephemeral message.`);
      const channel = visiblePlace(scene, ref.channel, user);
      const command = commandNamed(scene, user, channel, name, COMMAND_TYPES.message);
      const resolved = { messages: { [message.id]: messageJson(scene.world, message) } };
      const data = { ...head(command), target_id: message.id, resolved };
      return invoke(scene, { kind: "menu", user: user.id, channel: channel.id, data, message: undefined });
    },
  };
}

function typed(
  scene: Scene,
  user: User,
  channel: Channel,
  line: string,
  values: OptionValues,
  focused: string | undefined,
) {
  const [name = "", ...path] = line.replace(/^\//, "").split(/\s+/);
  const command = commandNamed(scene, user, channel, name, COMMAND_TYPES.slash);
  const leaf = descend(command.options, path, line);
  const given = optionsJson(scene, leaf, values, focused);
  return {
    ...head(command),
    options: nested(command.options, path, given),
    ...resolvedJson(scene, channel, leaf, given),
  };
}

/** The command as the person would find it in the list, or an error that tells which there are. */
function commandNamed(scene: Scene, user: User, channel: Channel, name: string, type: number): Command {
  const { world } = scene;
  const local = channel.kind === "dm" ? [] : (world.commands.get(channel.guild) ?? []);
  const offered = [...local, ...(world.commands.get("global") ?? [])].filter((one) => one.type === type);
  const command = offered.find((one) => one.name === name);
  if (command === undefined) {
    const names = offered.map((one) => one.name).join(", ") || "none";
    throw new Error(`${user.name} cannot use "${name}": there is no such command, only ${names}. Register it first.`);
  }
  if (!isOffered(scene, command, channel, user))
    throw new Error(`${user.name} cannot use "${name}": it is not offered to them here.`);
  return command;
}

function isOffered({ world }: Scene, command: Command, channel: Channel, user: User): boolean {
  const context = channel.kind === "dm" ? 1 : 0;
  if (command.contexts !== null && !command.contexts.includes(context)) return false;
  if (!userMay(world, channel, user.id, "USE_APPLICATION_COMMANDS")) return false;
  const needed = command.default_member_permissions;
  if (needed === null || channel.kind === "dm") return true;
  const permissions = permissionsIn(world, channel, user.id);
  const administers = userMay(world, channel, user.id, "ADMINISTRATOR");
  return administers || (needed !== "0" && (permissions & BigInt(needed)) === BigInt(needed));
}

/** Follows sub-command names to the options of the last one. */
function descend(options: readonly CommandOption[], path: readonly string[], line: string): readonly CommandOption[] {
  const subs = options.filter((one) => one.type <= OPTION_TYPES.group);
  const [name, ...rest] = path;
  const sub = subs.find((one) => one.name === name);
  if (sub !== undefined) return descend(sub.options ?? [], rest, line);
  if (subs.length === 0 && name === undefined) return options;
  const names = subs.map((one) => one.name).join(", ") || "nothing more";
  throw new Error(`Cannot type "${line}": here it goes on with ${names}.`);
}

/** Wraps the given options into the sub-command, and that into its group. */
function nested(
  options: readonly CommandOption[],
  path: readonly string[],
  given: readonly object[],
): readonly object[] {
  const [name, ...rest] = path;
  if (name === undefined) return given;
  const sub = options.find((one) => one.name === name);
  return [{ name, type: sub?.type, options: nested(sub?.options ?? [], rest, given) }];
}

function head({ id, name, type, guild_id: guild }: Command) {
  return { id, name, type, ...(guild === undefined ? {} : { guild_id: guild }) };
}
