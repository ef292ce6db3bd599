import { isObject, listOf, numberOf, textOf } from "../../json.ts";
import type { JsonObject } from "../../json.ts";
import { THREAD_LIMITS, threadBody } from "../../validate/thread.ts";
import { REQUIRED, problem, under } from "../../validate/check.ts";
import { messageBody } from "../../validate/message.ts";
import { channelJson, threadMemberJson } from "../../wire/channel.ts";
import { messageJson } from "../../wire/message.ts";
import { allowedMentions } from "../../world/mentions.ts";
import type { GuildChannel, Thread } from "../../world/places.ts";
import { post, store } from "../../world/post.ts";
import { startThreadOn } from "../../world/start-thread.ts";
import { joinThread, leaveThread, openThread } from "../../world/threads.ts";
import type { ThreadPlan } from "../../world/threads.ts";
import { json, NO_CONTENT, param } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { flagsOf, newContent } from "../content.ts";
import { demand, refuse } from "../errors.ts";
import { channelOf, guildOfPath, messageOf, need, needAwake, threadOf } from "../guard.ts";

/** {@link https://discord.com/developers/docs/topics/threads} */
export const threadRoutes: readonly Route[] = [
  { method: "POST", path: "/channels/:channel/messages/:message/threads", handle: fromMessage },
  { method: "POST", path: "/channels/:channel/threads", handle: create },
  { method: "GET", path: "/channels/:channel/threads/archived/public", handle: archived },
  { method: "GET", path: "/guilds/:guild/threads/active", handle: active },
  { method: "GET", path: "/channels/:channel/thread-members", handle: members },
  { method: "GET", path: "/channels/:channel/thread-members/:user", handle: member },
  { method: "PUT", path: "/channels/:channel/thread-members/:user", handle: add },
  { method: "DELETE", path: "/channels/:channel/thread-members/:user", handle: leave },
];

function fromMessage(call: Call): Reply {
  const channel = channelOf(call);
  if (channel.kind !== "text" && channel.kind !== "announcement") return refuse("notOnThisChannel");
  const message = messageOf(call, channel);
  need(call, channel, "CREATE_PUBLIC_THREADS");
  const plan = planOf(call, channel);
  if (message.thread !== undefined) refuse("threadExists");
  return json(channelJson(call.world, startThreadOn(call.world, message, plan, call.at)), 201);
}

function create(call: Call): Reply {
  const channel = channelOf(call);
  if (channel.kind === "forum") return forumPost(call, channel);
  return channel.kind === "text" || channel.kind === "announcement" ? loose(call, channel) : refuse("notOnThisChannel");
}

/** A thread that belongs to no message; Discord writes a line about it into the channel. */
function loose(call: Call, channel: GuildChannel): Reply {
  const isPrivate = !isObject(call.body) || call.body["type"] !== 11;
  need(call, channel, isPrivate ? "CREATE_PRIVATE_THREADS" : "CREATE_PUBLIC_THREADS");
  const { world, at } = call;
  const thread = openThread(world, { ...planOf(call, channel), private: isPrivate }, at);
  const line = {
    channel: channel.id,
    author: world.bot.id,
    content: thread.name,
    kind: "thread-created",
    allowed: allowedMentions({}),
  } as const;
  if (!isPrivate) store(world, { ...post(world, line, at), thread: thread.id });
  return json(channelJson(world, thread), 201);
}

/** A forum post is a thread and its first message, which share an id. */
function forumPost(call: Call, channel: GuildChannel): Reply {
  need(call, channel, "SEND_MESSAGES");
  const plan = planOf(call, channel);
  const message = isObject(call.body) ? call.body["message"] : undefined;
  demand(isObject(message) ? under("message", messageBody(message, false)) : [{ ...REQUIRED, path: ["message"] }]);
  const body = isObject(message) ? message : {};
  const content = newContent(call, body);
  const thread = openThread(call.world, { ...plan, tags: tagsOf(call, channel) }, call.at);
  const flags = flagsOf(body, "componentsV2");
  const allowed = allowedMentions(body["allowed_mentions"]);
  const first = post(
    call.world,
    { ...content, id: thread.id, channel: thread.id, author: call.world.bot.id, allowed, flags },
    call.at,
  );
  return json({ ...channelJson(call.world, thread), message: messageJson(call.world, first) }, 201);
}

function planOf(call: Call, channel: GuildChannel): ThreadPlan {
  demand(threadBody(call.body));
  const body: JsonObject = isObject(call.body) ? call.body : {};
  return {
    parent: channel.id,
    guild: channel.guild,
    name: textOf(body["name"]) ?? "",
    owner: call.world.bot.id,
    autoArchive: numberOf(body["auto_archive_duration"], THREAD_LIMITS.autoArchive[1]),
  };
}

function tagsOf(call: Call, channel: GuildChannel): readonly string[] {
  const tags = isObject(call.body) ? listOf(call.body["applied_tags"]).map(String) : [];
  const unknown = tags.filter((id) => !channel.tags.some((tag) => tag.id === id));
  demand(unknown.map((id) => problem("UNKNOWN_TAG", `Unknown tag ${id}`, "applied_tags")));
  return tags;
}

function archived(call: Call): Reply {
  const channel = channelOf(call);
  need(call, channel, "READ_MESSAGE_HISTORY");
  const threads = threadsIn(call).filter((one) => one.parent === channel.id && one.archived && !one.private);
  return json({ ...listing(call, threads), has_more: false });
}

function active(call: Call): Reply {
  const guild = guildOfPath(call);
  return json(
    listing(
      call,
      threadsIn(call).filter((one) => one.guild === guild.id && !one.archived),
    ),
  );
}

function threadsIn(call: Call): readonly Thread[] {
  return [...call.world.channels.values()].filter((one) => one.kind === "thread");
}

function listing(call: Call, threads: readonly Thread[]): object {
  const mine = threads.filter((thread) => thread.members.includes(call.world.bot.id));
  return {
    threads: threads.map((thread) => channelJson(call.world, thread)),
    members: mine.map((thread) => threadMemberJson(thread, call.world.bot.id)),
  };
}

function members(call: Call): Reply {
  const thread = threadOf(call);
  return json(thread.members.map((user) => threadMemberJson(thread, user)));
}

function member(call: Call): Reply {
  const thread = threadOf(call);
  const user = userOf(call);
  return thread.members.includes(user) ? json(threadMemberJson(thread, user)) : refuse("unknownMember");
}

function add(call: Call): Reply {
  const thread = threadOf(call);
  needAwake(thread);
  const user = userOf(call);
  if (!call.world.users.has(user)) refuse("unknownUser");
  if (user !== call.world.bot.id) need(call, thread, "SEND_MESSAGES_IN_THREADS");
  joinThread(call.world, thread.id, user);
  return NO_CONTENT;
}

function leave(call: Call): Reply {
  const thread = threadOf(call);
  needAwake(thread);
  const user = userOf(call);
  if (user !== call.world.bot.id) need(call, thread, "MANAGE_THREADS");
  leaveThread(call.world, thread, user);
  return NO_CONTENT;
}

function userOf(call: Call): string {
  const user = param(call, "user");
  return user === "@me" ? call.world.bot.id : user;
}
