import { isObject, listOf, numberOf, textOf } from "../../json.ts";
import type { JsonObject } from "../../json.ts";
import { commandBody, commandList } from "../../validate/command.ts";
import { isCommandOption } from "../../world/command.ts";
import type { Command } from "../../world/command.ts";
import { json, NO_CONTENT, param } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { demand, refuse } from "../errors.ts";
import { guildOfPath } from "../guard.ts";

const GLOBAL = "/applications/:application/commands";
const GUILD = "/applications/:application/guilds/:guild/commands";

/** Registering commands, for all guilds or for one. */
export const commandRoutes: readonly Route[] = [GLOBAL, GUILD].flatMap((path): readonly Route[] => [
  { method: "GET", path, handle: (call) => json(commandsOf(call)) },
  { method: "PUT", path, handle: overwrite },
  { method: "POST", path, handle: create },
  { method: "GET", path: `${path}/:command`, handle: (call) => json(commandOf(call)) },
  { method: "PATCH", path: `${path}/:command`, handle: edit },
  { method: "DELETE", path: `${path}/:command`, handle: remove },
]);

function overwrite(call: Call): Reply {
  demand(commandList(call.body));
  const before = commandsOf(call);
  const commands = listOf(call.body)
    .filter(isObject)
    .map((body) => registered(call, body, namesake(before, body)));
  call.world.commands.set(scopeOf(call), commands);
  return json(commands);
}

/** A command of the same name and type is replaced. */
function create(call: Call): Reply {
  demand(commandBody(call.body));
  const body = bodyOf(call);
  const before = commandsOf(call);
  const known = namesake(before, body);
  const command = registered(call, body, known);
  const commands = [...before.filter((one) => one !== known), command];
  demand(commandList(commands));
  call.world.commands.set(scopeOf(call), commands);
  return json(command, known === undefined ? 201 : 200);
}

function edit(call: Call): Reply {
  const command = commandOf(call);
  const changed = registered(call, { ...command, ...bodyOf(call) }, command);
  demand(commandBody(changed));
  call.world.commands.set(
    scopeOf(call),
    commandsOf(call).map((one) => (one === command ? changed : one)),
  );
  return json(changed);
}

function remove(call: Call): Reply {
  const command = commandOf(call);
  call.world.commands.set(
    scopeOf(call),
    commandsOf(call).filter((one) => one !== command),
  );
  return NO_CONTENT;
}

function commandsOf(call: Call): readonly Command[] {
  if (param(call, "application") !== call.world.applicationId) refuse("missingAccess");
  return call.world.commands.get(scopeOf(call)) ?? [];
}

function commandOf(call: Call): Command {
  return commandsOf(call).find((one) => one.id === param(call, "command")) ?? refuse("unknownCommand");
}

function scopeOf(call: Call): string {
  return call.params["guild"] === undefined ? "global" : guildOfPath(call).id;
}

function namesake(commands: readonly Command[], body: JsonObject): Command | undefined {
  return commands.find((one) => one.name === body["name"] && one.type === numberOf(body["type"], 1));
}

function bodyOf(call: Call): JsonObject {
  return isObject(call.body) ? call.body : {};
}

function registered(call: Call, body: JsonObject, known: Command | undefined): Command {
  const { guild } = call.params;
  return {
    id: known?.id ?? call.world.nextId(call.at),
    version: call.world.nextId(call.at),
    type: numberOf(body["type"], 1),
    name: String(body["name"]),
    description: textOf(body["description"]) ?? "",
    options: listOf(body["options"]).filter(isCommandOption),
    default_member_permissions: textOf(body["default_member_permissions"]) ?? null,
    contexts: Array.isArray(body["contexts"])
      ? listOf(body["contexts"]).filter((one) => typeof one === "number")
      : null,
    application_id: call.world.applicationId,
    nsfw: false,
    ...(guild === undefined ? {} : { guild_id: guild }),
  };
}
