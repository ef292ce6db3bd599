import { type Json, isJson, stringAt } from "../json.ts";
import { marksIn } from "./markup.ts";
import type { Channel, Message, Ping, User, World } from "./world.ts";

/**
 * Whose phone buzzes. A mention counts wherever Slack parses one: the text, mrkdwn objects, markdown blocks, rich text and
 * attachments; not in plain_text, and not when it is escaped. Only members of the channel are reached, nobody reaches himself.
 */
export function pingsOf(world: World, channel: Channel, message: Message): readonly Ping[] {
  const causes = [
    message.text,
    ...message.blocks.flatMap(markedTexts),
    ...message.attachments.flatMap(attachmentTexts),
  ];
  const marks = [...causes.flatMap(marksIn).map((mark) => mark.raw), ...message.blocks.flatMap(richMentions)];
  const found = marks.flatMap((because) => reached(world, channel, because).map((who) => ({ who, because })));
  const firsts = new Map(
    found.filter((ping) => ping.who !== message.author.user).map((ping) => [ping.who, ping.because]),
  );
  const { ts, author } = message;
  return [...firsts].map(([who, because]) => ({ who, because, by: author.user, channel: channel.id, ts }));
}

/** Every string that Slack reads as markup, however deep it is. */
function markedTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(markedTexts);
  if (!isJson(value)) return [];
  const own = value["type"] === "mrkdwn" || value["type"] === "markdown" ? [stringAt(value, "text") ?? ""] : [];
  return [...own, ...Object.values(value).flatMap(markedTexts)];
}

function attachmentTexts(attachment: Json): readonly string[] {
  const fields = ["text", "pretext", "footer"].map((key) => stringAt(attachment, key) ?? "");
  return [...fields, ...markedTexts(attachment)];
}

function richMentions(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(richMentions);
  if (!isJson(value)) return [];
  return [...richMention(value), ...Object.values(value).flatMap(richMentions)];
}

function richMention(element: Json): readonly string[] {
  switch (element["type"]) {
    case "user":
      return [`<@${stringAt(element, "user_id")}>`];
    case "usergroup":
      return [`<!subteam^${stringAt(element, "usergroup_id")}>`];
    case "broadcast":
      return [`<!${stringAt(element, "range")}>`];
    default:
      return [];
  }
}

function reached(world: World, channel: Channel, mark: string): readonly string[] {
  const members = channel.members.flatMap((id) => world.users.get(id) ?? []).filter(isReachable);
  const target = mark.slice(1, -1).split("|")[0] ?? "";
  if (target.startsWith("@")) return members.filter((user) => user.id === target.slice(1)).map((user) => user.id);
  if (target === "!here") return members.filter((user) => user.active).map((user) => user.id);
  if (target === "!channel" || target === "!everyone" || target === "!group") return members.map((user) => user.id);
  if (!target.startsWith("!subteam^")) return [];
  const group = world.groups.get(target.slice("!subteam^".length));
  return members.filter((user) => group?.members.includes(user.id)).map((user) => user.id);
}

function isReachable(user: User): boolean {
  return user.kind !== "bot" && user.kind !== "deactivated";
}
