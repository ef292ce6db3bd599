import type { Json } from "../../../../adapters/slack/json.ts";
import { event, file, message, type Recorded, said } from "./parts.ts";

/** Messages with something to them: files, and other messages that are forwarded. */
export const ATTACHED: readonly Recorded[] = [
  event(
    "a text file with a word to it",
    message({ subtype: "file_share", text: "the log", files: [file({})], upload: false, display_as_bot: false }),
    {
      ...said("the log"),
      missing: { files: [{ kind: "addressed", name: "application.log", bytes: 2_048 }], direct: false },
    },
  ),
  event(
    "a file in a channel that is shared with another workspace: Slack only names it",
    message({
      subtype: "file_share",
      text: "",
      blocks: undefined,
      files: [
        { id: "F0CONNECT1", mode: "file_access", file_access: "check_file_info", created: 0, timestamp: 0, user: "" },
      ],
    }),
    { ...said(""), missing: { files: [{ kind: "named", id: "F0CONNECT1" }] } },
  ),
  event(
    "files that are no text, are gone, or lie elsewhere",
    message({
      subtype: "file_share",
      files: [
        file({ name: "shot.png", title: "shot", mimetype: "image/png", filetype: "png" }),
        { id: "F0GONE0001", mode: "tombstone" },
        { id: "F0LIMIT001", mode: "hidden_by_limit" },
        file({
          name: "plan",
          mode: "external",
          filetype: "gdoc",
          url_private: "https://docs.example/plan",
          url_private_download: undefined,
        }),
      ],
    }),
    { ...said("Event ID: 5389"), missing: { files: [] } },
  ),
  event(
    "a message that somebody forwards",
    message({ text: "look", attachments: [forwarded({ text: "Event ID: 5085" })] }),
    said("look\nEvent ID: 5085"),
  ),
  event(
    "a monitor's message that somebody forwards without a word",
    message({
      text: "",
      blocks: undefined,
      attachments: [
        forwarded({
          text: "",
          message_blocks: [
            {
              team: "T024BE7LD",
              channel: "C0ALERTS01",
              ts: "1699999990.000001",
              message: {
                blocks: [
                  { type: "section", block_id: "x", text: { type: "mrkdwn", text: "Event ID: 5085", verbatim: false } },
                ],
              },
            },
          ],
        }),
      ],
    }),
    said("Event ID: 5085"),
  ),
];

function forwarded(facts: Json): Json {
  return {
    ts: "1699999990.000001",
    author_id: "U0BEN00001",
    channel_id: "C0OPS00001",
    channel_team: "T024BE7LD",
    channel_name: "ops",
    is_msg_unfurl: true,
    is_share: true,
    is_reply_unfurl: false,
    fallback: "[November 14th, 2023 10:13 PM] ben: …",
    from_url: "https://acme.slack.com/archives/C0OPS00001/p1699999990000001",
    author_name: "Ben",
    author_link: "https://acme.slack.com/team/U0BEN00001",
    author_icon: "https://avatars.example/ben_48.jpg",
    footer: "Posted in #ops",
    mrkdwn_in: ["text"],
    id: 1,
    ...facts,
  };
}
