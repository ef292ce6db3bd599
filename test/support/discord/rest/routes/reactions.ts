import { userJsonOf } from "../../wire/user.ts";
import { clearReactions, react, unreact } from "../../world/reactions.ts";
import { json, NO_CONTENT, param } from "../call.ts";
import type { Call, Reply, Route } from "../call.ts";
import { refuse } from "../errors.ts";
import { channelOf, messageOf, need, needAwake } from "../guard.ts";

const PATH = "/channels/:channel/messages/:message/reactions";

/** {@link https://discord.com/developers/docs/resources/message#create-reaction} */
export const reactionRoutes: readonly Route[] = [
  { method: "PUT", path: `${PATH}/:emoji/@me`, handle: add },
  { method: "DELETE", path: `${PATH}/:emoji/@me`, handle: (call) => takeBack(call, call.world.bot.id) },
  { method: "DELETE", path: `${PATH}/:emoji/:user`, handle: (call) => takeBack(call, param(call, "user")) },
  { method: "GET", path: `${PATH}/:emoji`, handle: list },
  { method: "DELETE", path: `${PATH}/:emoji`, handle: (call) => clear(call, param(call, "emoji")) },
  { method: "DELETE", path: PATH, handle: (call) => clear(call, undefined) },
];

/** Joining a reaction that is there needs no ADD_REACTIONS. */
function add(call: Call): Reply {
  const channel = channelOf(call);
  const message = messageOf(call, channel);
  const emoji = param(call, "emoji");
  if (!isEmoji(emoji)) refuse("unknownEmoji");
  need(call, channel, "READ_MESSAGE_HISTORY");
  if (!message.reactions.some((one) => one.emoji === emoji)) need(call, channel, "ADD_REACTIONS");
  needAwake(channel);
  react(call.world, message, call.world.bot.id, emoji);
  return NO_CONTENT;
}

function takeBack(call: Call, user: string): Reply {
  const channel = channelOf(call);
  const message = messageOf(call, channel);
  if (user !== call.world.bot.id) need(call, channel, "MANAGE_MESSAGES");
  needAwake(channel);
  unreact(call.world, message, user, param(call, "emoji"));
  return NO_CONTENT;
}

function list(call: Call): Reply {
  const message = messageOf(call, channelOf(call));
  const users = message.reactions.find((one) => one.emoji === param(call, "emoji"))?.users ?? [];
  return json(users.map((id) => userJsonOf(call.world, id)));
}

function clear(call: Call, emoji: string | undefined): Reply {
  const channel = channelOf(call);
  need(call, channel, "MANAGE_MESSAGES");
  clearReactions(call.world, messageOf(call, channel), emoji);
  return NO_CONTENT;
}

/** No guild here has emoji of its own. */
function isEmoji(text: string): boolean {
  return /^\p{RGI_Emoji}$/v.test(text) || /^\p{Extended_Pictographic}\uFE0F?$/u.test(text);
}
