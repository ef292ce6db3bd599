import { type Around, placeOf } from "./around.ts";
import { authorOf } from "./author.ts";
import { readCommand } from "../../src/app/command.ts";
import type { Delivery } from "../../src/app/platform.ts";
import type { Heard, Missing } from "./heard.ts";
import { type Json, objectAt, textAt } from "./json.ts";
import { filesOf } from "./file-ref.ts";
import { messageText, wholeText } from "./message-text.ts";
import { instantOfTs } from "./ref.ts";
import { isAlert, readAlert } from "./read-alert.ts";
import { standingInEnvelope } from "./standing.ts";

/**
 * A message, an edit or a deletion by a person. `app_mention` and `message` tell the same thing twice, and Slack repeats
 * what it thinks was not heard, so the delivery is named after the message.
 */
export function readMessage(event: Json, around: Around): Heard {
  const channel = textAt(event, "channel");
  if (channel === undefined) return { kind: "nothing" };
  switch (event["subtype"]) {
    case undefined:
    case "file_share":
    case "me_message":
    case "reply_broadcast":
    case "thread_broadcast":
      return isHuman(event, around) ? said(event, channel, around) : readAlert(event, channel, around);
    case "bot_message":
      return readAlert(event, channel, around);
    case "message_changed":
      return changed(event, channel, around);
    case "message_deleted":
      return deleted(event, objectAt(event, "previous_message"), channel, around);
    default:
      return { kind: "nothing" };
  }
}

function isHuman(message: Json, { bot }: Around): boolean {
  const user = textAt(message, "user");
  const isBot = textAt(message, "bot_id") !== undefined || Object.keys(objectAt(message, "bot_profile")).length > 0;
  return user !== undefined && user !== "USLACKBOT" && user !== bot && !isBot;
}

function said(event: Json, channel: string, around: Around): Heard {
  const message = textAt(event, "ts");
  if (message === undefined || event["hidden"] === true) return { kind: "nothing" };
  const place = placeOf(event, event, channel, around);
  const written = messageText(event);
  const isMention = event["type"] === "app_mention" || isNamed(written, around.bot);
  const text = withoutBot(written, around.bot, isMention);
  const addressed = isMention || place.kind === "direct";
  const isBare = isMention && text === "" && place.thread === undefined && filesOf(event).length === 0;
  const delivery: Delivery = {
    id: ["said", channel, message, ...calledLater(event)].join(":"),
    at: instantOfTs(calledLater(event)[0] ?? message, around.now),
    place,
    by: authorOf(event),
    standing: standingOf(event, around),
    event: { kind: "said", message, text: isBare ? "help" : text, addressed },
  };
  return { kind: "delivery", delivery, missing: missingOf(event, delivery, isMention ? text : undefined, around) };
}

/** When an edit put the mention in; Slack tells of it as of a new mention. */
function calledLater(event: Json): readonly string[] {
  const at = event["type"] === "app_mention" ? textAt(objectAt(event, "edited"), "ts") : undefined;
  return at === undefined ? [] : [at];
}

/** A mention in a thread is about everything that was said there, unless it says what it wants. */
function missingOf(event: Json, { place }: Delivery, mention: string | undefined, { bot }: Around): Missing {
  const isAboutThread = mention !== undefined && (mention === "" || readCommand(mention).kind === "match");
  const { thread } = place;
  const ts = textAt(event, "ts") ?? "";
  const gathers = isAboutThread && thread !== undefined;
  return {
    files: filesOf(event),
    thread: gathers ? { ts: thread, until: ts, without: bot } : undefined,
    direct: false,
  };
}

/** An edit by a person. Slack also tells of unfurled links and new replies in this way: then the text is what it was. */
function changed(event: Json, channel: string, around: Around): Heard {
  const [message, before] = [objectAt(event, "message"), objectAt(event, "previous_message")];
  if (message["subtype"] === "tombstone") return deleted(event, before, channel, around);
  const ts = textAt(message, "ts");
  if (!isHuman(message, around)) return changedAlert(event, channel, around);
  const isSame = messageText(message) === messageText(before) && textAt(before, "ts") !== undefined;
  if (ts === undefined || isSame) return { kind: "nothing" };
  const written = messageText(message);
  const isNamedNow = isNamed(written, around.bot);
  if (isNamedNow && !isNamed(messageText(before), around.bot)) return calledByEdit(event, message, channel, around);
  const text = withoutBot(written, around.bot, isNamedNow);
  const stamp = stampOf(event, message);
  const delivery: Delivery = {
    id: `edited:${channel}:${ts}:${stamp}`,
    at: instantOfTs(stamp, around.now),
    place: placeOf(event, message, channel, around),
    by: authorOf(message),
    standing: standingOf(message, around),
    event: { kind: "edited", message: ts, text },
  };
  return { kind: "delivery", delivery, missing: { files: filesOf(message), thread: undefined, direct: false } };
}

/** A monitor writes anew what it had posted, such as that it is over. */
function changedAlert(event: Json, channel: string, around: Around): Heard {
  const [message, before] = [objectAt(event, "message"), objectAt(event, "previous_message")];
  if (wholeText(message) === wholeText(before)) return { kind: "nothing" };
  const told = { ...message, type: "message", channel_type: event["channel_type"] };
  return readAlert(told, channel, around, stampOf(event, message));
}

function stampOf(event: Json, message: Json): string {
  return textAt(objectAt(message, "edited"), "ts") ?? textAt(event, "event_ts") ?? textAt(event, "ts") ?? "";
}

/** Who forgot to call the bot and adds it is heard like somebody who just called it. */
function calledByEdit(event: Json, message: Json, channel: string, around: Around): Heard {
  return said({ ...message, type: "app_mention", channel_type: event["channel_type"] }, channel, around);
}

function deleted(event: Json, before: Json, channel: string, around: Around): Heard {
  const message = textAt(event, "deleted_ts") ?? textAt(before, "ts");
  if (message === undefined || !(isHuman(before, around) || isAlert(before, around))) return { kind: "nothing" };
  const delivery: Delivery = {
    id: `deleted:${channel}:${message}`,
    at: instantOfTs(textAt(event, "event_ts") ?? textAt(event, "ts"), around.now),
    place: placeOf(event, before, channel, around),
    by: authorOf(before),
    standing: standingOf(before, around),
    event: { kind: "deleted", message },
  };
  return { kind: "delivery", delivery, missing: { files: [], thread: undefined, direct: false } };
}

/** Where a channel is shared with others, events say which workspace somebody is from. */
function standingOf(message: Json, { tenant, isOfOrganisation }: Around): Delivery["standing"] {
  return standingInEnvelope(tenant, textAt(message, "user_team"), isOfOrganisation);
}

/** Slack puts names into few events; the id stands in. */
function isNamed(text: string, bot: string | undefined): boolean {
  return bot !== undefined && (text.includes(`<@${bot}>`) || text.includes(`<@${bot}|`));
}

/** Where nobody told who the bot is, the mention that the text begins with is the bot's. */
function withoutBot(text: string, bot: string | undefined, isMention: boolean): string {
  if (!isMention) return text;
  if (bot === undefined) return text.replace(/^\s*<@[A-Z0-9]+(?:\|[^>]*)?>/, "").trim();
  return text.replaceAll(MENTION, (mention, user: string) => (user === bot ? "" : mention)).trim();
}

const MENTION = /<@([A-Z0-9]+)(?:\|[^>]*)?>/g;
