import { describe, expect, it } from "vitest";
import { read } from "../../../adapters/slack/read.ts";
import { aClick, heardOf, now } from "./payloads.ts";

describe("a click on Slack", () => {
  it("says what was clicked, where and by whom", () => {
    const { event, place, by } = heardOf(aClick({}));
    expect(event).toMatchObject({
      kind: "clicked",
      token: "token.1",
      typed: undefined,
      message: { channel: "C1", message: "1.1" },
    });
    expect(place).toMatchObject({ tenant: "T1", channel: "C1", thread: "1.0" });
    expect(by).toEqual({ id: "U1", name: "ana" });
  });

  it("is the same delivery when it is replayed, and another one when it is clicked again", () => {
    expect(heardOf(aClick({})).id).toBe(heardOf(aClick({})).id);
    expect(heardOf(aClick({ trigger_id: "4.5.6" })).id).not.toBe(heardOf(aClick({})).id);
  });

  it("can be in a private answer, which nothing but its container names", () => {
    const container = { type: "message", message_ts: "1.1", channel_id: "C1", is_ephemeral: true };
    expect(heardOf(aClick({ container, message: undefined })).place).toMatchObject({
      channel: "C1",
      thread: undefined,
    });
  });

  it("can be in a menu", () => {
    const actions = [
      {
        type: "overflow",
        selected_option: { text: { type: "plain_text", text: "Stop" }, value: "token.2" },
        action_ts: "1",
      },
    ];
    expect(heardOf(aClick({ actions })).event).toMatchObject({ token: "token.2" });
  });

  it("opens a form when its value holds a question", () => {
    const actions = [{ type: "button", value: "token.3\n!Why?\nbecause", text: { text: "Skip…" }, action_ts: "1" }];
    const heard = read(aClick({ actions }), now);
    expect(heard).toMatchObject({
      kind: "form",
      form: { title: "Skip…", input: { label: "Why?", required: true, initial: "because" } },
    });
  });

  it("is not heard when it means nothing to us, such as a click on another app's form", () => {
    expect(read(aClick({ actions: [] }), now)).toEqual({ kind: "nothing" });
    expect(read(aClick({ type: "view_submission", view: { callback_id: "other" } }), now)).toEqual({ kind: "nothing" });
    const held = ["T2", "C1", "", "channel", "C1", "1.1", "token.1"];
    const stolen = { callback_id: "kms:words", private_metadata: JSON.stringify({ held }) };
    expect(read(aClick({ type: "view_submission", view: stolen }), now)).toEqual({ kind: "nothing" });
  });
});
