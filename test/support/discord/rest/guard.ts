import { permissionsIn, PERMISSIONS } from "../world/permissions.ts";
import type { Permission } from "../world/permissions.ts";
import type { Channel, Guild, Thread } from "../world/places.ts";
import type { Message } from "../world/message.ts";
import { messageIn } from "../world/revise.ts";
import { param } from "./call.ts";
import type { Call } from "./call.ts";
import { refuse } from "./errors.ts";

/** The channel of the path, if the bot can see it. */
export function channelOf(call: Call): Channel {
  const channel = call.world.channels.get(param(call, "channel"));
  if (channel === undefined) return refuse("unknownChannel");
  if (!may(call, channel, "VIEW_CHANNEL")) refuse("missingAccess");
  return channel;
}

/** The message of the path. Ephemeral ones do not exist for the bot token. */
export function messageOf(call: Call, channel: Channel): Message {
  const message = messageIn(call.world, channel.id, param(call, "message"));
  return message === undefined || message.onlyFor !== undefined ? refuse("unknownMessage") : message;
}

export function guildOfPath(call: Call): Guild {
  return call.world.guilds.get(param(call, "guild")) ?? refuse("unknownGuild");
}

export function threadOf(call: Call): Thread {
  const channel = channelOf(call);
  return channel.kind === "thread" ? channel : refuse("notOnThisChannel");
}

export function may(call: Call, channel: Channel, permission: Permission): boolean {
  return (permissionsIn(call.world, channel, call.world.bot.id) & PERMISSIONS[permission]) !== 0n;
}

export function need(call: Call, channel: Channel, ...permissions: readonly Permission[]): void {
  if (permissions.some((permission) => !may(call, channel, permission))) refuse("missingPermissions");
}

/** Posting wakes an archived thread, unless it is locked. */
export function needWritable(call: Call, channel: Channel): void {
  if (channel.kind === "forum" || channel.kind === "category") refuse("notInNonText");
  need(call, channel, channel.kind === "thread" ? "SEND_MESSAGES_IN_THREADS" : "SEND_MESSAGES");
  if (channel.kind !== "thread" || !channel.locked || may(call, channel, "MANAGE_THREADS")) return;
  refuse(channel.archived ? "archivedThread" : "lockedThread");
}

/** Everything but posting is refused in an archived thread. */
export function needAwake(channel: Channel): void {
  if (channel.kind === "thread" && channel.archived) refuse("archivedThread");
}
