import { type Around, placeOf } from "./around.ts";
import { authorOf } from "./author.ts";
import { type Heard, NOTHING_MISSING } from "./heard.ts";
import { type Json, objectAt, objectsAt, textAt } from "./json.ts";
import { OUR_MARK, POST_EVENT } from "./mail.ts";
import { wholeText } from "./message-text.ts";
import { instantOfTs } from "./ref.ts";
import { standingInEnvelope } from "./standing.ts";

/**
 * What a monitor, another bot or a mail posted at the top of a channel; `edited`: when it wrote it anew. Nothing of ours, of another instance of us, or within
 * a thread, where bots that answer each other would never end. {@link https://docs.slack.dev/reference/events/message/bot_message}
 */
export function readAlert(event: Json, channel: string, around: Around, edited?: string): Heard {
  const [message, text] = [textAt(event, "ts"), wholeText(event)];
  const place = placeOf(event, event, channel, around);
  const isAtTop = place.thread === undefined && place.kind === "channel" && event["type"] === "message";
  if (message === undefined || text === "" || !isAtTop || !isAlert(event, around)) return { kind: "nothing" };
  const delivery = {
    id: ["alerted", channel, message, ...(edited === undefined ? [] : [edited])].join(":"),
    at: instantOfTs(edited ?? message, around.now),
    place,
    by: authorOf(event),
    standing: standingInEnvelope(around.tenant, undefined, around.isOfOrganisation),
    event: { kind: "alerted", message, text, ...(edited === undefined ? {} : { isEdit: true as const }) },
  } as const;
  return { kind: "delivery", delivery, missing: NOTHING_MISSING };
}

/** Whether it may be an alert, as far as it tells without its place. */
export function isAlert(message: Json, around: Around): boolean {
  return isOfMachine(message) && !isOfOurKind(message, around);
}

/** A mail that was sent to the channel is posted by Slackbot. */
function isOfMachine(event: Json): boolean {
  if (event["hidden"] === true) return false;
  const isMail = objectsAt(event, "files").some((file) => file["filetype"] === "email");
  return textAt(event, "bot_id") !== undefined || event["subtype"] === "bot_message" || isMail;
}

/** Ours, by user and by app; and those of another instance of us, which carry our mark. */
function isOfOurKind(event: Json, { bot, app }: Around): boolean {
  const from = textAt(event, "app_id") ?? textAt(objectAt(event, "bot_profile"), "app_id");
  const isOwn = (bot !== undefined && textAt(event, "user") === bot) || (app !== undefined && from === app);
  const isMarked = objectAt(event, "metadata")["event_type"] === POST_EVENT;
  return isOwn || isMarked || objectsAt(event, "blocks").some((block) => textAt(block, "block_id") === OUR_MARK);
}
