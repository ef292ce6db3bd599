import { isObject, listOf, numberOf, textOf } from "../../json.ts";
import type { JsonObject } from "../../json.ts";
import { channelChange, threadChange } from "../../validate/thread.ts";
import { channelJson } from "../../wire/channel.ts";
import { userJson } from "../../wire/user.ts";
import { changeChannel, deleteChannel, openDirect } from "../../world/build.ts";
import { changeThread, deleteThread } from "../../world/threads.ts";
import type { GuildChannel, Thread } from "../../world/places.ts";
import { json, NO_CONTENT, param } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { demand, refuse } from "../errors.ts";
import { channelOf, need, needWritable, may } from "../guard.ts";

/** Channels as such, threads and direct messages among them. */
export const channelRoutes: readonly Route[] = [
  { method: "GET", path: "/channels/:channel", handle: (call) => json(channelJson(call.world, channelOf(call))) },
  { method: "PATCH", path: "/channels/:channel", handle: change },
  { method: "DELETE", path: "/channels/:channel", handle: remove },
  { method: "POST", path: "/channels/:channel/typing", handle: type },
  { method: "POST", path: "/users/@me/channels", handle: direct },
  { method: "GET", path: "/users/:user", handle: user },
];

function change(call: Call): Reply {
  const channel = channelOf(call);
  if (channel.kind === "dm") return refuse("notOnThisChannel");
  const changed = channel.kind === "thread" ? changedThread(call, channel) : changedChannel(call, channel);
  return json(channelJson(call.world, changed));
}

function changedChannel(call: Call, channel: GuildChannel): GuildChannel {
  need(call, channel, "MANAGE_CHANNELS");
  const body = bodyOf(call);
  demand(channelChange(body));
  const { name, topic } = channel;
  return changeChannel(call.world, channel, {
    name: textOf(body["name"]) ?? name,
    topic: textOf(body["topic"]) ?? topic,
  });
}

/** Its owner may rename and archive a thread; locking takes MANAGE_THREADS; an archived one can only be woken. */
function changedThread(call: Call, thread: Thread): Thread {
  const body = bodyOf(call);
  demand(threadChange(body));
  const manages = may(call, thread, "MANAGE_THREADS");
  const wakes = body["archived"] === false;
  if (thread.archived && !wakes && !(manages && "locked" in body)) refuse("archivedThread");
  if ("locked" in body && body["locked"] !== thread.locked && !manages) refuse("missingPermissions");
  if (thread.locked && !manages) refuse("missingPermissions");
  if (thread.owner !== call.world.bot.id && !manages && !(wakes && Object.keys(body).length === 1))
    refuse("missingPermissions");
  return changeThread(call.world, thread, threadSettings(body, thread), call.at);
}

function threadSettings(body: JsonObject, thread: Thread): Partial<Thread> {
  const flagged = (key: "archived" | "locked"): boolean => (body[key] === undefined ? thread[key] : body[key] === true);
  return {
    name: textOf(body["name"]) ?? thread.name,
    archived: flagged("archived"),
    locked: flagged("locked"),
    autoArchive: numberOf(body["auto_archive_duration"], thread.autoArchive),
    tags: "applied_tags" in body ? listOf(body["applied_tags"]).map(String) : thread.tags,
  };
}

function remove(call: Call): Reply {
  const channel = channelOf(call);
  if (channel.kind === "dm") return json(channelJson(call.world, channel));
  need(call, channel, channel.kind === "thread" ? "MANAGE_THREADS" : "MANAGE_CHANNELS");
  if (channel.kind === "thread") deleteThread(call.world, channel);
  else deleteChannel(call.world, channel);
  return json(channelJson(call.world, channel));
}

function type(call: Call): Reply {
  const channel = channelOf(call);
  needWritable(call, channel);
  call.world.typing.push({ channel: channel.id, user: call.world.bot.id, at: call.at });
  return NO_CONTENT;
}

function direct(call: Call): Reply {
  const recipient = call.world.users.get(String(bodyOf(call)["recipient_id"]));
  if (recipient === undefined) return refuse("unknownUser");
  if (recipient.bot) refuse("cannotMessageUser");
  return json(channelJson(call.world, openDirect(call.world, recipient.id, call.at)));
}

function user(call: Call): Reply {
  return json(userJson(call.world.users.get(param(call, "user")) ?? refuse("unknownUser")));
}

function bodyOf(call: Call): JsonObject {
  return isObject(call.body) ? call.body : {};
}
