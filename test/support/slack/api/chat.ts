import { isJson, type Json, stringAt } from "../json.ts";
import { checkedContent, type Said } from "../validate/content.ts";
import { messageIn, visibleChannel, writableChannel } from "../world/access.ts";
import { announceDeletion, announceEdit, announcePost } from "../world/events.ts";
import { post, remove, rewrite, TEXT_CUT } from "../world/messages.ts";
import { refuse } from "../world/refusal.ts";
import { wireMessage } from "../world/wire.ts";
import type { Author, Message } from "../world/world.ts";
import type { ArgumentTable } from "./arguments.ts";
import type { Call, Method } from "./method.ts";

const content: ArgumentTable = {
  text: "text",
  blocks: "json",
  attachments: "json",
  metadata: "json",
  markdown_text: "text",
  parse: "text",
  link_names: "flag",
};
const tokens = ["bot", "user"] as const;
const scopes = ["chat:write"];

/** {@link https://docs.slack.dev/reference/methods?family=chat} */
export const CHAT = {
  "chat.postMessage": {
    tier: "posts",
    tokens,
    scopes,
    args: {
      ...content,
      "channel!": "text",
      thread_ts: "text",
      reply_broadcast: "flag",
      unfurl_links: "flag",
      unfurl_media: "flag",
      mrkdwn: "flag",
      username: "text",
      icon_emoji: "text",
      icon_url: "text",
    },
    run: postMessage,
  },
  "chat.postEphemeral": {
    tier: 4,
    tokens,
    scopes,
    args: {
      ...content,
      "channel!": "text",
      "user!": "text",
      thread_ts: "text",
      icon_emoji: "text",
      icon_url: "text",
      username: "text",
    },
    run: postEphemeral,
  },
  "chat.update": {
    tier: 3,
    tokens,
    scopes,
    args: { ...content, "channel!": "text", "ts!": "text", as_user: "flag", reply_broadcast: "flag", file_ids: "json" },
    run: update,
  },
  "chat.delete": {
    tier: 3,
    tokens,
    scopes,
    args: { "channel!": "text", "ts!": "text", as_user: "flag" },
    run: deleteMessage,
  },
  "chat.getPermalink": {
    tier: "free",
    tokens,
    scopes: [],
    args: { "channel!": "text", "message_ts!": "text" },
    run: permalink,
  },
} as const satisfies { readonly [name: string]: Method };

function postMessage(call: Call): Json {
  const { world, token, args, now } = call;
  const channel = writableChannel(world, token, stringAt(args, "channel") ?? "");
  const threadTs = stringAt(args, "thread_ts");
  if (threadTs !== undefined && !channel.messages.has(threadTs)) refuse("thread_not_found");
  const said = saidIn(call);
  const broadcast = args["reply_broadcast"] === true;
  const unfurls = args["unfurl_links"] !== false || args["unfurl_media"] !== false;
  const message = post(world, channel, { ...said, author: authorOf(call), threadTs, broadcast, unfurls }, now);
  announcePost(world, message, call.publish);
  return { channel: channel.id, ts: message.ts, message: wireMessage(world, message, true) };
}

function postEphemeral(call: Call): Json {
  const { world, token, args, now } = call;
  const channel = writableChannel(world, token, stringAt(args, "channel") ?? "");
  const to = stringAt(args, "user") ?? "";
  if (!channel.members.includes(to)) refuse("user_not_in_channel");
  const message = post(
    world,
    channel,
    { ...saidIn(call), author: authorOf(call), to, threadTs: stringAt(args, "thread_ts") },
    now,
  );
  return { message_ts: message.ts };
}

function update(call: Call): Json {
  const { world, token, args, now } = call;
  const message = ownMessage(call, stringAt(args, "ts") ?? "", "cant_update_message");
  const changes = changesIn(call);
  const changed = rewrite(world, message, changes, token.user, now);
  announceEdit(world, message, changed, now, call.publish);
  return { channel: changed.channel, ts: changed.ts, text: changed.text, message: wireMessage(world, changed, true) };
}

/** What is left out stays as it was; an empty list or object takes it away. */
function changesIn(call: Call): Partial<Said> {
  const { args } = call;
  const cleared = isJson(args["metadata"]) && Object.keys(args["metadata"]).length === 0;
  const said = saidIn(cleared ? { ...call, args: { ...args, metadata: undefined } } : call);
  const kept = new Set(["blocks", "attachments", "metadata"].filter((key) => args[key] === undefined));
  return Object.fromEntries(Object.entries(said).filter(([key]) => !kept.has(key)));
}

function deleteMessage(call: Call): Json {
  const message = ownMessage(call, stringAt(call.args, "ts") ?? "", "cant_delete_message");
  const channel = visibleChannel(call.world, call.token, message.channel);
  remove(channel, message);
  announceDeletion(call.world, message, call.now, call.publish);
  return { channel: channel.id, ts: message.ts };
}

function permalink(call: Call): Json {
  const channel = visibleChannel(call.world, call.token, stringAt(call.args, "channel") ?? "");
  const message = messageIn(channel, stringAt(call.args, "message_ts") ?? "");
  const thread = message.threadTs === undefined ? "" : `?thread_ts=${message.threadTs}&cid=${channel.id}`;
  const domain = call.world.teams.get(call.token.team)?.domain;
  const at = `https://${domain}.slack.com/archives/${channel.id}/p${message.ts.replace(".", "")}${thread}`;
  return { channel: channel.id, permalink: at };
}

/** Ephemeral messages have no ts that any method accepts. */
function ownMessage(call: Call, ts: string, code: string): Message {
  const channel = visibleChannel(call.world, call.token, stringAt(call.args, "channel") ?? "");
  const message = messageIn(channel, ts);
  if (message.author.user !== call.token.user) refuse(code);
  if (channel.archived) refuse("is_archived");
  return message;
}

function authorOf(call: Call): Author {
  const bot = call.world.teams.get(call.token.team)?.bot;
  return { user: call.token.user, botId: bot?.user === call.token.user ? bot.botId : undefined };
}

function saidIn(call: Call): Said {
  const said = checkedContent(call.args);
  const fallbackMissing = said.text === "" && call.args["markdown_text"] === undefined;
  if (fallbackMissing) call.warn("missing_text_in_message");
  if (said.text.length > TEXT_CUT) call.warn("message_truncated");
  const links = call.args["link_names"] === true || call.args["parse"] === "full";
  return links ? { ...said, text: said.text.replaceAll(/(?<![\w<!])@(here|channel|everyone)\b/g, "<!$1>") } : said;
}
