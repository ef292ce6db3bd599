import type { Json } from "../../../../adapters/slack/json.ts";
import { event, message, NOTHING, type Recorded } from "./parts.ts";

/** What reaches the bot and is not for it. */
export const SILENT_MESSAGES: readonly Recorded[] = [
  ...[
    "channel_join",
    "channel_leave",
    "channel_topic",
    "channel_purpose",
    "channel_name",
    "channel_archive",
    "channel_convert_to_private",
    "channel_posting_permissions",
    "group_join",
    "group_topic",
    "pinned_item",
    "reminder_add",
    "message_replied",
    "assistant_app_thread",
    "huddle_thread",
    "document_mention",
    "ekm_access_denied",
    "sh_room_created",
    "bot_add",
    "tombstone",
    "a_subtype_of_tomorrow",
  ].map((subtype) => event(`a message that is ${subtype}`, message({ subtype }), NOTHING)),
  event(
    "a monitor's message within a thread",
    message({ subtype: "bot_message", bot_id: "B0MONITOR1", thread_ts: "1699999999.000001" }),
    NOTHING,
  ),
  event("the bot's own message", message({ user: "U0KMSBOT01", bot_id: undefined }), NOTHING),
  event("Slackbot", message({ user: "USLACKBOT" }), NOTHING),
  event(
    "a message that was unfurled after it was sent",
    changed({}, { attachments: [{ id: 1, from_url: "https://a.example" }] }),
    NOTHING,
  ),
  event(
    "a parent that got its first reply",
    changed(
      {},
      {
        thread_ts: "1700000000.000100",
        reply_count: 1,
        reply_users: ["U0BEN00001"],
        latest_reply: "1700000001.000100",
      },
    ),
    NOTHING,
  ),
  event(
    "an edit of a monitor's message",
    changed({ subtype: "bot_message", bot_id: "B0MONITOR1", user: undefined }, { text: "resolved" }),
    {
      kind: "delivery",
      delivery: { event: { kind: "alerted", message: "1700000000.000100", isEdit: true } },
    },
  ),
];

/** Edits and deletions. */
export const CHANGES: readonly Recorded[] = [
  event("an edit", changed({}, { text: "Event ID: 5085", edited: { user: "U061F7AUR", ts: "1700000060.000000" } }), {
    kind: "delivery",
    delivery: {
      id: "edited:C0LAN2Q65:1700000000.000100:1700000060.000000",
      event: { kind: "edited", message: "1700000000.000100", text: "Event ID: 5085" },
    },
  }),
  event(
    "a deletion",
    {
      type: "message",
      subtype: "message_deleted",
      hidden: true,
      deleted_ts: "1700000000.000100",
      channel: "C0LAN2Q65",
      previous_message: message({}),
      event_ts: "1700000070.000100",
      ts: "1700000070.000100",
      channel_type: "channel",
    },
    {
      kind: "delivery",
      delivery: { event: { kind: "deleted", message: "1700000000.000100" } },
    },
  ),
  event(
    "a deleted parent, of which a tombstone is left",
    changed(
      { thread_ts: "1700000000.000100" },
      { subtype: "tombstone", text: "This message was deleted.", user: "USLACKBOT", hidden: true },
    ),
    {
      kind: "delivery",
      delivery: { event: { kind: "deleted", message: "1700000000.000100" } },
    },
  ),
];

function changed(before: Json, after: Json): Json {
  const { channel: _, event_ts: __, channel_type: ___, ...plain } = message(before);
  return {
    type: "message",
    subtype: "message_changed",
    message: { ...plain, source_team: "T024BE7LD", user_team: "T024BE7LD", ...after },
    previous_message: plain,
    channel: "C0LAN2Q65",
    hidden: true,
    ts: "1700000060.000200",
    event_ts: "1700000060.000200",
    channel_type: "channel",
  };
}
