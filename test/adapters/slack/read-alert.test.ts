import { describe, expect, it } from "vitest";
import { read } from "../../../adapters/slack/read.ts";
import { render } from "../../../adapters/slack/render.ts";
import { said } from "../../../adapters/slack/said.ts";
import { noticeView } from "../../../src/core/view/notice-view.ts";
import { rich } from "../../../src/core/view/rich.ts";
import { KEY_DATABASE, slackAlert } from "../../support/alerts.ts";
import { aMessage, type Fields, heardOf, now } from "./payloads.ts";

const ours = { api_app_id: "A1" };
const alert = (fields: Fields = {}) =>
  aMessage(
    { user: undefined, bot_id: "BGRAF", app_id: "AGRAF", subtype: "bot_message", text: "[FIRING:1] 5085", ...fields },
    ours,
  );

describe("what a machine posts on Slack", () => {
  it("is heard with what the machine calls itself, and all that its attachments say", () => {
    const { text, attachments } = slackAlert({ by: "Grafana", ...KEY_DATABASE });
    const heard = heardOf(alert({ username: "Grafana", text, attachments }));
    expect(heard).toMatchObject({
      id: "alerted:C1:1700000000.000100",
      by: { id: "BGRAF", name: "Grafana" },
      place: { channel: "C1", thread: undefined },
      event: { kind: "alerted" },
    });
    expect(JSON.stringify(heard.event)).toContain("KMS can not mount the key database");
  });

  it("is heard of an app with a user of its own, by the name of its profile", () => {
    const app = { subtype: undefined, user: "UPD", bot_profile: { name: "PagerDuty", app_id: "APD" } };
    expect(heardOf(alert(app))).toMatchObject({ by: { id: "UPD", name: "PagerDuty" }, event: { kind: "alerted" } });
  });

  it("is heard of a mail to the channel, which Slackbot posts", () => {
    const files = [{ id: "F1", filetype: "email", subject: "[FIRING:1] 5085", plain_text: "KMS can not mount" }];
    const mail = { subtype: "file_share", user: "USLACKBOT", bot_id: undefined, app_id: undefined, text: "", files };
    expect(heardOf(alert(mail)).event).toEqual({
      kind: "alerted",
      message: "1700000000.000100",
      text: "[FIRING:1] 5085\nKMS can not mount",
    });
  });

  it.each<readonly [what: string, fields: Fields]>([
    ["ours, by its user", { subtype: undefined, user: "UBOT" }],
    ["ours, by its app", { app_id: "A1" }],
    ["ours, by the app of its profile", { app_id: undefined, bot_profile: { app_id: "A1" } }],
    ["of another instance of us, as it is sent", said({ view: noticeView(rich("error 5085")), tokenOf: () => "" })],
    ["of another instance of us, with its mark", { metadata: { event_type: "kms_post", event_payload: { key: "k" } } }],
    ["within a thread", { thread_ts: "1699999999.000100" }],
    ["within a thread and sent to the channel", { subtype: "thread_broadcast", thread_ts: "1699999999.000100" }],
    ["a mention of us", { type: "app_mention", subtype: undefined }],
    ["empty", { text: "" }],
    ["hidden", { hidden: true }],
    ["a direct message", { channel: "D1", channel_type: "im" }],
    ["Slackbot's own", { subtype: undefined, user: "USLACKBOT", bot_id: undefined, app_id: undefined }],
  ])("is left alone when it is %s", (_, fields) => {
    expect(read(alert(fields), now)).toEqual({ kind: "nothing" });
  });

  it("is heard when it is edited, and when it is deleted", () => {
    const message = { bot_id: "BGRAF", text: "[RESOLVED] 5085", ts: "1700000000.000100" };
    const before = { ...message, text: "[FIRING:1] 5085" };
    const changed = { subtype: "message_changed", message, previous_message: before, event_ts: "1700000060.000200" };
    expect(heardOf(alert(changed))).toMatchObject({
      id: "alerted:C1:1700000000.000100:1700000060.000200",
      event: { kind: "alerted", message: "1700000000.000100", text: "[RESOLVED] 5085", isEdit: true },
    });
    const isDeleted = { subtype: "message_deleted", previous_message: message };
    expect(heardOf(alert(isDeleted)).event).toEqual({ kind: "deleted", message: "1700000000.000100" });
  });

  it("is left alone when Slack changes nothing but its replies, and when it is ours", () => {
    const message = { bot_id: "BGRAF", text: "[FIRING:1] 5085", ts: "1700000000.000100" };
    const replied = { subtype: "message_changed", message: { ...message, reply_count: 1 }, previous_message: message };
    expect(read(alert(replied), now)).toEqual({ kind: "nothing" });
    const marked = { ...message, blocks: [{ type: "divider", block_id: "kms" }] };
    expect(read(alert({ subtype: "message_changed", message: marked, previous_message: message }), now)).toEqual({
      kind: "nothing",
    });
    expect(read(alert({ subtype: "message_deleted", previous_message: marked }), now)).toEqual({ kind: "nothing" });
  });

  it("carries our mark whatever we say", () => {
    const view = noticeView(rich("error 5085"));
    const { blocks } = said({ view, tokenOf: () => "" });
    expect(blocks).toHaveLength(render(view, () => "").blocks.length);
    expect(blocks[0]).toMatchObject({ block_id: "kms" });
  });
});
