import { isObject, listOf, textOf } from "../../json.ts";
import type { JsonObject } from "../../json.ts";
import { messageJson, showsContent, withoutContent } from "../../wire/message.ts";
import type { Message } from "../../world/message.ts";
import type { Channel } from "../../world/places.ts";
import { allowedMentions } from "../../world/mentions.ts";
import { post } from "../../world/post.ts";
import { messageIn, remove } from "../../world/revise.ts";
import { compareIds } from "../../world/snowflake.ts";
import { integer, problem, under } from "../../validate/check.ts";
import { json, NO_CONTENT } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { checkedBody, edit, flagsOf, newContent } from "../content.ts";
import { demand, refuse } from "../errors.ts";
import { channelOf, may, messageOf, need, needAwake, needWritable } from "../guard.ts";

/** "The past few minutes", says the documentation. {@link https://discord.com/developers/docs/resources/message#create-message} */
const NONCE_MS = 3 * 60_000;

/** Reading, posting, editing and deleting with the bot token. */
export const messageRoutes: readonly Route[] = [
  { method: "GET", path: "/channels/:channel/messages", handle: list },
  { method: "POST", path: "/channels/:channel/messages", handle: create },
  { method: "POST", path: "/channels/:channel/messages/bulk-delete", handle: bulkDelete },
  { method: "GET", path: "/channels/:channel/messages/:message", handle: read },
  { method: "PATCH", path: "/channels/:channel/messages/:message", handle: change },
  { method: "DELETE", path: "/channels/:channel/messages/:message", handle: erase },
];

/** Newest first. Without READ_MESSAGE_HISTORY the list is empty rather than refused. */
function list(call: Call): Reply {
  const channel = channelOf(call);
  const limit = Number(call.query.get("limit") ?? 50);
  demand(under("limit", integer({ min: 1, max: 100 })(limit)));
  if (!may(call, channel, "READ_MESSAGE_HISTORY")) return json([]);
  const messages = [...(call.world.messages.get(channel.id)?.values() ?? [])];
  const visible = messages.filter((message) => message.deletedAt === undefined && message.onlyFor === undefined);
  const page = paged(visible, call.query, limit);
  return json(page.toReversed().map((message) => shown(call, message)));
}

/** Oldest first; `after` starts at the old end, everything else at the new one. */
function paged(messages: readonly Message[], query: URLSearchParams, limit: number): readonly Message[] {
  const sorted = messages.toSorted((a, b) => compareIds(a.id, b.id));
  const [after, before, around] = [query.get("after"), query.get("before"), query.get("around")];
  if (after !== null) return sorted.filter((message) => compareIds(message.id, after) > 0).slice(0, limit);
  if (before !== null) return sorted.filter((message) => compareIds(message.id, before) < 0).slice(-limit);
  if (around === null) return sorted.slice(-limit);
  const middle = sorted.findIndex((message) => compareIds(message.id, around) >= 0);
  return sorted.slice(Math.max(0, middle - Math.floor(limit / 2))).slice(0, limit);
}

function read(call: Call): Reply {
  const channel = channelOf(call);
  need(call, channel, "READ_MESSAGE_HISTORY");
  return json(shown(call, messageOf(call, channel)));
}

/** REST hides content from applications without the privileged intent, too. */
function shown(call: Call, message: Message): JsonObject {
  const whole = messageJson(call.world, message);
  return call.world.seesContent || showsContent(call.world, message) ? whole : withoutContent(whole);
}

function create(call: Call): Reply {
  const channel = channelOf(call);
  needWritable(call, channel);
  const body = checkedBody(call.body);
  needFor(call, channel, body);
  const repeated = body["enforce_nonce"] === true ? sameNonce(call, nonceOf(body)) : undefined;
  if (repeated !== undefined) return json(messageJson(call.world, repeated));
  const replyTo = referenced(call, channel, body);
  const message = post(
    call.world,
    {
      ...newContent(call, body),
      channel: channel.id,
      author: call.world.bot.id,
      allowed: allowedMentions(body["allowed_mentions"]),
      kind: replyTo === undefined ? "plain" : "reply",
      replyTo,
      nonce: nonceOf(body),
      flags: flagsOf(body, "componentsV2", "suppressNotifications"),
    },
    call.at,
  );
  return json(messageJson(call.world, message));
}

function needFor(call: Call, channel: Channel, body: JsonObject): void {
  if (listOf(body["embeds"]).length > 0) need(call, channel, "EMBED_LINKS");
  if (call.files.length > 0) need(call, channel, "ATTACH_FILES");
}

function nonceOf(body: JsonObject): string | number | undefined {
  const nonce = body["nonce"];
  return typeof nonce === "string" || typeof nonce === "number" ? nonce : undefined;
}

/** The bot's own message with that nonce, if it is recent: then nothing is posted. */
function sameNonce(call: Call, nonce: string | number | undefined): Message | undefined {
  if (nonce === undefined) return undefined;
  const known = call.world.nonces.get(String(nonce));
  const message = known === undefined ? undefined : messageIn(call.world, known.channel, known.id);
  return message !== undefined && call.at - message.at < NONCE_MS ? message : undefined;
}

/** The message replied to. A missing one is refused unless `fail_if_not_exists` is false. */
function referenced(call: Call, channel: Channel, body: JsonObject): string | undefined {
  const reference = body["message_reference"];
  if (!isObject(reference)) return undefined;
  if (!may(call, channel, "READ_MESSAGE_HISTORY")) refuse("noHistory");
  const original = messageIn(call.world, channel.id, textOf(reference["message_id"]) ?? "");
  if (original !== undefined && original.onlyFor === undefined) return original.id;
  if (reference["fail_if_not_exists"] !== false)
    demand([problem("REPLIES_UNKNOWN_MESSAGE", "Unknown message", "message_reference")]);
  return undefined;
}

function change(call: Call): Reply {
  const channel = channelOf(call);
  const message = messageOf(call, channel);
  if (message.author !== call.world.bot.id) refuse("notAuthor");
  needAwake(channel);
  needFor(call, channel, isObject(call.body) ? call.body : {});
  return json(messageJson(call.world, edit(call, message, call.body)));
}

function erase(call: Call): Reply {
  const channel = channelOf(call);
  const message = messageOf(call, channel);
  if (message.author !== call.world.bot.id) need(call, channel, "MANAGE_MESSAGES");
  needAwake(channel);
  remove(call.world, message, call.at);
  return NO_CONTENT;
}

function bulkDelete(call: Call): Reply {
  const channel = channelOf(call);
  need(call, channel, "MANAGE_MESSAGES");
  const ids = isObject(call.body) ? listOf(call.body["messages"]).map(String) : [];
  if (ids.length < 2 || ids.length > 100)
    demand([problem("BASE_TYPE_BAD_LENGTH", "Must be between 2 and 100 in length.", "messages")]);
  for (const message of ids.flatMap((id) => messageIn(call.world, channel.id, id) ?? []))
    remove(call.world, message, call.at);
  return NO_CONTENT;
}
