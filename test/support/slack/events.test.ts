import { afterEach, describe, expect, it } from "vitest";
import { call } from "./caller.ts";
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from "./index.ts";
import { type Json, objectsIn } from "./json.ts";

let slack: FakeSlack;
/** What the app was told, oldest first. */
let told: Json[] = [];

async function aSlack(options: FakeSlackOptions = {}): Promise<void> {
  slack = await startFakeSlack(options);
  told = [];
  slack.deliveries.useTransport(({ envelope }) => {
    told.push(envelope.payload);
    return Promise.resolve({ kind: "acked", body: undefined });
  });
}
afterEach(() => slack.close());

const events = () => objectsIn(told.map((payload) => payload["event"]));
const kinds = () => events().map((event) => event["subtype"] ?? event["type"]);

describe("the app hears", () => {
  it("a mention twice, as itself and as a message", async () => {
    await aSlack();
    slack.user("U1").mentions("C1", "5389");
    expect(kinds()).toEqual(["message", "app_mention"]);
    expect(events()[1]).toMatchObject({ text: "<@UBOTT1> 5389", channel: "C1", user: "U1" });
  });

  it("edits, deletions, reactions and files", async () => {
    await aSlack();
    const person = slack.user("U1");
    const paste = person.says("C1", "log", { files: [{ name: "a.log", content: "x" }] });
    person.edits(paste, "log!");
    person.reacts(paste, "eyes");
    person.deletes(paste);
    expect(kinds()).toEqual(["file_share", "message_changed", "reaction_added", "message_deleted"]);
    expect(JSON.stringify(events()[0])).toContain(`${slack.apiUrl.replace("/api/", "")}/files/F1/a.log`);
    expect(events()[1]).toMatchObject({ hidden: true, message: { text: "log!" }, previous_message: { text: "log" } });
  });

  it("its own posts and edits, with its bot_id, but never what is ephemeral", async () => {
    await aSlack();
    const { ts } = await call(slack, "chat.postMessage", { channel: "C1", text: "a" });
    await call(slack, "chat.update", { channel: "C1", ts, text: "b" });
    await call(slack, "chat.postEphemeral", { channel: "C1", user: "U1", text: "c" });
    expect(kinds()).toEqual(["message", "message_changed"]);
    expect(events()[0]).toMatchObject({ bot_id: "BT1", app_id: "A1" });
  });

  it("nothing from channels it is not in, nor what it did not subscribe to or may not read", async () => {
    await aSlack({ channels: [{ id: "C1" }, { id: "C2", members: ["U1"] }], app: { subscriptions: ["app_mention"] } });
    slack.user("U1").says("C2", "hi");
    slack.user("U1").says("C1", "hi");
    slack.user("U1").mentions("C1", "hi");
    expect(kinds()).toEqual(["app_mention"]);
    await slack.close();
    await aSlack({ scopes: ["app_mentions:read"] });
    slack.user("U1").mentions("C1", "hi");
    expect(kinds()).toEqual(["app_mention"]);
  });

  it("where a stranger in a shared channel comes from", async () => {
    await aSlack({
      teams: [{ id: "T1" }, { id: "T2", installed: false }],
      users: [{ id: "U1" }, { id: "U9", team: "T2", kind: "guest" }],
      channels: [{ id: "C1", sharedWith: ["T2"], members: ["U1", "U9", "UBOTT1"] }],
    });
    slack.user("U9").says("C1", "hello from outside");
    expect(told).toMatchObject([
      { team_id: "T1", is_ext_shared_channel: true, event: { user: "U9", user_team: "T2" } },
    ]);
    await slack.user("U9").types("/kms 5389", "C1");
    expect(told.at(-1)).toMatchObject({ team_id: "T1", user_id: "U9", text: "5389" });
  });

  it("each workspace apart from the other", async () => {
    await aSlack({
      teams: [{ id: "T1" }, { id: "T2" }],
      users: [{ id: "U1" }, { id: "U9", team: "T2" }],
      channels: [{ id: "C1" }, { id: "C9", team: "T2" }],
    });
    slack.user("U1").says("C1", "one");
    slack.user("U9").says("C9", "two");
    expect(told).toMatchObject([
      { team_id: "T1", authorizations: [{ user_id: "UBOTT1" }] },
      { team_id: "T2", authorizations: [{ user_id: "UBOTT2" }] },
    ]);
  });

  it("that it was uninstalled, and can do nothing afterwards", async () => {
    await aSlack();
    slack.uninstall();
    expect(kinds()).toEqual(["app_uninstalled"]);
    expect(await call(slack, "auth.test")).toMatchObject({ error: "token_revoked" });
  });

  it("that somebody opened the Home tab", async () => {
    await aSlack();
    slack.user("U1").opensHome();
    expect(events()).toMatchObject([{ type: "app_home_opened", user: "U1", tab: "home" }]);
  });
});

const text = (words: string) => ({ type: "plain_text", text: words });
const option = (words: string) => ({ text: text(words), value: words.toLowerCase() });

describe("a click says", () => {
  const elements = [
    { type: "static_select", action_id: "menu", options: ["Yes", "No"].map(option) },
    { type: "checkboxes", action_id: "boxes", options: [option("Verified")] },
    { type: "users_select", action_id: "who", placeholder: text("Who?") },
  ];

  it.each([
    { clicks: "No", pick: {}, action: { action_id: "menu", selected_option: { value: "no" } } },
    { clicks: "Verified", pick: {}, action: { action_id: "boxes", selected_options: [{ value: "verified" }] } },
    { clicks: "Who?", pick: { value: "U2" }, action: { action_id: "who", selected_user: "U2" } },
  ])("what was chosen: $clicks", async ({ clicks, pick, action }) => {
    await aSlack();
    await call(slack, "chat.postMessage", {
      channel: "C1",
      text: "x",
      blocks: [{ type: "actions", block_id: "row", elements }],
    });
    const [message] = slack.channel("C1").messages();
    if (message === undefined) throw new Error("nothing was posted");
    await slack.user("U1").clicks(message, clicks, pick);
    expect(told.at(-1)).toMatchObject({
      type: "block_actions",
      user: { id: "U1", team_id: "T1" },
      container: { type: "message", message_ts: message.ts, channel_id: "C1", is_ephemeral: false },
      actions: [{ block_id: "row", ...action }],
    });
  });

  it("what an old screen showed, although the message has moved on", async () => {
    await aSlack();
    const button = { type: "button", action_id: "done", value: "step-1", text: text("Done") };
    const { ts } = await call(slack, "chat.postMessage", {
      channel: "C1",
      text: "x",
      blocks: [{ type: "actions", elements: [button] }],
    });
    const [screen] = slack.channel("C1").messages();
    if (screen === undefined) throw new Error("nothing was posted");
    await call(slack, "chat.update", { channel: "C1", ts, text: "finished", blocks: [] });
    await slack.user("U2").clicks(screen, "Done");
    expect(told.at(-1)).toMatchObject({ message: { text: "finished" }, actions: [{ value: "step-1" }] });
  });
});
