import { type Json, stringAt } from "../json.ts";
import type { Publish } from "../api/method.ts";
import { checkedContent } from "../validate/content.ts";
import { announceDeletion, announceEdit, announcePost } from "../world/events.ts";
import { spendResponseUrl } from "../world/lifetimes.ts";
import { post, remove, rewrite } from "../world/messages.ts";
import { orRefuse } from "../world/refusal.ts";
import type { Channel, Message, ResponseUrl, World } from "../world/world.ts";

type Room = { readonly world: World; readonly now: number; readonly publish: Publish };

/** What a response_url does. It needs no membership, and it works where the bot was never invited. */
export function respond(room: Room, id: string, body: Json): void {
  const url = spendResponseUrl(room.world, id, room.now);
  const channel = orRefuse(room.world.channels.get(url.channel), "channel_not_found");
  const target =
    url.message === undefined ? undefined : (channel.messages.get(url.message) ?? channel.ephemerals.get(url.message));
  if (body["delete_original"] === true) return withdraw(room, channel, orRefuse(target, "message_not_found"));
  if (body["replace_original"] === true && target !== undefined) return overwrite(room, target, body);
  say(room, channel, url, body);
}

/** A message for the person alone, or for all when it says so: what an acknowledged command answers, too. */
export function say(room: Room, channel: Channel, url: Pick<ResponseUrl, "user" | "team">, body: Json): Message {
  const bot = room.world.teams.get(url.team)?.bot;
  const draft = {
    ...checkedContent(body),
    author: { user: bot?.user ?? "", botId: bot?.botId },
    to: body["response_type"] === "in_channel" ? undefined : url.user,
    threadTs: stringAt(body, "thread_ts"),
    unfurls: body["unfurl_links"] !== false,
  };
  const message = post(room.world, channel, draft, room.now);
  announcePost(room.world, message, room.publish);
  return message;
}

function withdraw(room: Room, channel: Channel, message: Message): void {
  remove(channel, message);
  announceDeletion(room.world, message, room.now, room.publish);
}

function overwrite(room: Room, message: Message, body: Json): void {
  const changed = rewrite(room.world, message, checkedContent(body), message.author.user, room.now);
  announceEdit(room.world, message, changed, room.now, room.publish);
}
