import type { JsonObject } from "../json.ts";
import { attachmentJson, guildOf } from "../wire/message.ts";
import { channelInCall } from "../wire/interaction.ts";
import { memberJson, roleJson, userJson } from "../wire/user.ts";
import { OPTION_TYPES } from "../world/command.ts";
import type { CommandOption } from "../world/command.ts";
import type { Channel } from "../world/places.ts";
import { placeOf, userNamed } from "./scene.ts";
import type { Scene } from "./scene.ts";
import { upload } from "./speech.ts";
import type { FileDraft } from "./speech.ts";

/** What a person gives for an option: text, number, tick, the name of a person or channel, or a file. */
export type OptionValue = string | number | boolean | FileDraft;

/** The options as Discord sends them; refused where Discord's own client would not let them be sent. */
export function optionsJson(
  scene: Scene,
  known: readonly CommandOption[],
  values: Readonly<Record<string, OptionValue>>,
  focused: string | undefined,
): readonly JsonObject[] {
  const missing = focused === undefined ? known.filter((one) => one.required === true && !(one.name in values)) : [];
  if (missing.length > 0)
    throw new Error(`Cannot send the command: ${missing.map((one) => one.name).join(", ")} must be filled in.`);
  return Object.entries(values).map(([name, value]) => optionJson(scene, known, name, value, name === focused));
}

function optionJson(
  scene: Scene,
  known: readonly CommandOption[],
  name: string,
  value: OptionValue,
  focused: boolean,
): JsonObject {
  const option = known.find((one) => one.name === name);
  if (option === undefined)
    throw new Error(`Cannot fill in "${name}": the options are ${known.map((one) => one.name).join(", ") || "none"}.`);
  if (focused) {
    if (option.autocomplete !== true) throw new Error(`Cannot complete "${name}": it has no autocomplete.`);
    return { name, type: option.type, value: typeof value === "object" ? value.name : String(value), focused: true };
  }
  const objection = objectionTo(option, value);
  if (objection !== undefined) throw new Error(`Cannot send "${name}": ${objection}.`);
  return { name, type: option.type, value: valueJson(scene, option, value) };
}

/** What Discord's client says before it sends anything. */
function objectionTo(option: CommandOption, value: OptionValue): string | undefined {
  const { choices = [], min_value: min, max_value: max, min_length: shortest = 0, max_length: longest = 6000 } = option;
  if (choices.length > 0 && !choices.some((one) => one.value === value)) return "it is not one of the choices";
  const numeric = option.type === OPTION_TYPES.integer || option.type === OPTION_TYPES.number;
  if (numeric && typeof value !== "number") return "it is not a number";
  if (typeof value === "number" && (value < (min ?? value) || value > (max ?? value))) return "it is out of range";
  if (typeof value === "string" && (value.length < shortest || value.length > longest))
    return "its length does not fit";
  return undefined;
}

function valueJson(scene: Scene, { type }: CommandOption, value: OptionValue): unknown {
  if (typeof value === "object") return upload(scene.world, value, scene.clock.now()).id;
  if (type === OPTION_TYPES.user || type === OPTION_TYPES.mentionable) return userNamed(scene.world, String(value)).id;
  if (type === OPTION_TYPES.channel) return placeOf(scene, String(value)).id;
  if (type === OPTION_TYPES.role) return roleNamed(scene, String(value));
  return value;
}

export function roleNamed({ world }: Scene, name: string): string {
  const roles = [...world.guilds.values()].flatMap((guild) => guild.roles);
  const role = roles.find((one) => one.id === name || one.name === name);
  if (role === undefined)
    throw new Error(`Cannot find role "${name}": there are ${roles.map((one) => one.name).join(", ")}.`);
  return role.id;
}

/** The people, roles, channels and files that options name by id. */
export function resolvedJson(
  scene: Scene,
  channel: Channel,
  known: readonly CommandOption[],
  given: readonly JsonObject[],
): JsonObject {
  const ids = given.filter(
    (one) => Number(one["type"]) >= OPTION_TYPES.user && one["type"] !== OPTION_TYPES.number && known.length > 0,
  );
  return ids.length === 0
    ? {}
    : {
        resolved: resolvedOf(
          scene,
          channel,
          ids.map((one) => String(one["value"])),
        ),
      };
}

/** Discord's `resolved` for some ids, whatever they are ids of. */
export function resolvedOf({ world }: Scene, place: Channel, ids: readonly string[]): JsonObject {
  const guild = guildOf(world, place.id);
  const collect = (find: (id: string) => JsonObject | undefined): JsonObject =>
    Object.fromEntries(
      ids.flatMap((id) => [find(id)].flatMap((one) => (one === undefined ? [] : [[id, one] as const]))),
    );
  return {
    users: collect((id) => map(world.users.get(id), userJson)),
    members: collect((id) =>
      map(
        guild?.members.find((one) => one.user === id),
        (one) => ({ ...memberJson(world, one), permissions: "0" }),
      ),
    ),
    roles: collect((id) =>
      guild === undefined
        ? undefined
        : map(
            guild.roles.find((one) => one.id === id),
            (one) => roleJson(guild, one),
          ),
    ),
    channels: collect((id) => map(world.channels.get(id), (one) => channelInCall(world, one, world.bot.id))),
    attachments: collect((id) =>
      map(world.files.get(id), (file) => {
        const url = `${world.origin}/attachments/${id}/${encodeURIComponent(file.filename)}`;
        return attachmentJson({ ...file, size: file.bytes.length, url, description: undefined });
      }),
    ),
  };
}

function map<T>(value: T | undefined, to: (value: T) => JsonObject): JsonObject | undefined {
  return value === undefined ? undefined : to(value);
}
