import { afterEach, describe, expect, it } from "vitest";
import { call, post } from "./caller.ts";
import { type FakeSlack, type FakeSlackOptions, startFakeSlack } from "./index.ts";
import type { Json } from "./json.ts";

let slack: FakeSlack;
afterEach(() => slack.close());

async function aSlack(options: FakeSlackOptions = {}): Promise<FakeSlack> {
  slack = await startFakeSlack(options);
  return slack;
}

const rooms: FakeSlackOptions = {
  teams: [{ id: "T1" }, { id: "T2" }],
  channels: [
    { id: "C1" },
    { id: "C2", members: ["U1"] },
    { id: "C3", archived: true },
    { id: "G1", kind: "private", members: ["U1"] },
    { id: "C9", team: "T2" },
  ],
};

describe("the Web API", () => {
  it.each<readonly [string, string, Json, string]>([
    ["a method that does not exist", "chat.dance", {}, "unknown_method"],
    ["a channel that does not exist", "chat.postMessage", { channel: "C0", text: "x" }, "channel_not_found"],
    ["a channel of another workspace", "chat.postMessage", { channel: "C9", text: "x" }, "channel_not_found"],
    ["a private channel without the bot", "chat.postMessage", { channel: "G1", text: "x" }, "channel_not_found"],
    ["a public channel without the bot", "chat.postMessage", { channel: "C2", text: "x" }, "not_in_channel"],
    ["an archived channel", "chat.postMessage", { channel: "C3", text: "x" }, "is_archived"],
    ["an empty message", "chat.postMessage", { channel: "C1" }, "no_text"],
    [
      "a thread that does not exist",
      "chat.postMessage",
      { channel: "C1", text: "x", thread_ts: "1.000001" },
      "thread_not_found",
    ],
    [
      "an argument it does not know",
      "chat.postMessage",
      { channel: "C1", text: "x", colour: "red" },
      "invalid_arguments",
    ],
    ["an edit of nothing", "chat.update", { channel: "C1", ts: "1.000001", text: "x" }, "message_not_found"],
    [
      "an ephemeral message for a stranger",
      "chat.postEphemeral",
      { channel: "C1", user: "U9", text: "x" },
      "user_not_in_channel",
    ],
    [
      "a reaction to nothing",
      "reactions.add",
      { channel: "C1", timestamp: "1.000001", name: "eyes" },
      "message_not_found",
    ],
    ["a trigger that was never given", "views.open", { trigger_id: "1.2", view: {} }, "invalid_trigger_id"],
    ["somebody who does not exist", "users.info", { user: "U9" }, "user_not_found"],
    ["a file that does not exist", "files.info", { file: "F9" }, "file_not_found"],
    ["history it may not read", "conversations.history", { channel: "C2" }, "not_in_channel"],
    ["a socket with a bot token", "apps.connections.open", {}, "not_allowed_token_type"],
  ])("refuses %s", async (_, method, args, error) => {
    await aSlack(rooms);
    expect(await call(slack, method, args)).toMatchObject({ ok: false, error });
    expect(slack.rejections).toMatchObject([{ method, error }]);
  });

  it("refuses tokens that are missing, wrong or revoked, and scopes that are not there", async () => {
    await aSlack({ scopes: ["chat:write"] });
    expect(await call(slack, "auth.test", {}, "")).toMatchObject({ error: "not_authed" });
    expect(await call(slack, "auth.test", {}, "xoxb-other")).toMatchObject({ error: "invalid_auth" });
    expect(await call(slack, "users.info", { user: "U1" })).toMatchObject({
      error: "missing_scope",
      needed: "users:read",
    });
    expect(await call(slack, "auth.revoke")).toMatchObject({ ok: true, revoked: true });
    expect(await call(slack, "auth.test")).toMatchObject({ error: "token_revoked" });
  });

  it("lets nobody change another's message, nor react twice, nor take back what is not there", async () => {
    await aSlack();
    const { ts } = slack.user("U1").says("C1", "mine");
    const target = { channel: "C1", timestamp: ts, name: "eyes" };
    expect(await call(slack, "chat.update", { channel: "C1", ts, text: "x" })).toMatchObject({
      error: "cant_update_message",
    });
    expect(await call(slack, "chat.delete", { channel: "C1", ts })).toMatchObject({ error: "cant_delete_message" });
    expect(await call(slack, "reactions.remove", target)).toMatchObject({ error: "no_reaction" });
    expect(await call(slack, "reactions.add", target)).toMatchObject({ ok: true });
    expect(await call(slack, "reactions.add", target)).toMatchObject({ error: "already_reacted" });
  });

  it("keeps the blocks of an edited message unless they are given, and metadata to find it by", async () => {
    await aSlack();
    const blocks = [{ type: "divider" }];
    const metadata = { event_type: "kms", event_payload: { key: "k1" } };
    const { ts } = await call(slack, "chat.postMessage", { channel: "C1", text: "a", blocks, metadata });
    await call(slack, "chat.update", { channel: "C1", ts, text: "b" });
    expect(slack.channel("C1").messages()[0]).toMatchObject({ text: "b", blocks: [{ type: "divider" }], metadata });
    await call(slack, "chat.update", { channel: "C1", ts, text: "c", blocks: [], metadata: {} });
    expect(slack.channel("C1").messages()[0]).toMatchObject({ text: "c", blocks: [], metadata: undefined });
  });

  it("pages through a channel", async () => {
    await aSlack();
    for (const text of ["one", "two", "three"]) slack.user("U1").says("C1", text);
    const first = await call(slack, "conversations.history", { channel: "C1", limit: 2 });
    expect(first).toMatchObject({ has_more: true, messages: [{ text: "three" }, { text: "two" }] });
    const cursor = Buffer.from("next:2").toString("base64");
    const second = await call(slack, "conversations.history", { channel: "C1", limit: 2, cursor });
    expect(second).toMatchObject({ has_more: false, messages: [{ text: "one" }] });
  });

  it("keeps replies out of the channel's history, and in their thread", async () => {
    await aSlack();
    const person = slack.user("U1");
    const { ts } = person.says("C1", "parent");
    const reply = person.says("C1", "reply", { thread: ts });
    person.says("C1", "reply to the reply", { thread: reply.ts });
    const history = await call(slack, "conversations.history", { channel: "C1" });
    expect(history).toMatchObject({ messages: [{ text: "parent", reply_count: 2, latest_reply: expect.any(String) }] });
    const replies = await call(slack, "conversations.replies", { channel: "C1", ts: reply.ts });
    expect(replies).toMatchObject({
      messages: [{ text: "parent" }, { text: "reply" }, { text: "reply to the reply" }],
    });
  });

  it("cuts off text at 40,000 characters and frowns on blocks without a text", async () => {
    await aSlack();
    await call(slack, "chat.postMessage", { channel: "C1", text: "x".repeat(40_001) });
    await call(slack, "chat.postMessage", { channel: "C1", blocks: [{ type: "divider" }] });
    expect(slack.channel("C1").messages()[0]?.text).toHaveLength(40_000);
    expect(slack.warnings).toEqual(["message_truncated", "missing_text_in_message"]);
  });

  it("leaves a tombstone where a parent with replies was", async () => {
    await aSlack();
    const { ts } = await call(slack, "chat.postMessage", { channel: "C1", text: "parent" });
    slack.user("U1").says("C1", "reply", { thread: String(ts) });
    await call(slack, "chat.delete", { channel: "C1", ts });
    expect(slack.channel("C1").messages()).toMatchObject([{ subtype: "tombstone" }]);
    expect(slack.channel("C1").deleted()).toMatchObject([{ text: "parent" }]);
  });

  it("allows a short burst in a channel, then one message a second", async () => {
    await aSlack();
    const say = () => post(slack, "chat.postMessage", { channel: "C1", text: "x" });
    for (let count = 0; count < 5; count += 1) expect((await say()).status).toBe(200);
    const late = await say();
    expect([late.status, late.headers.get("Retry-After")]).toEqual([429, "1"]);
    slack.clock.advance(1_000);
    expect((await say()).status).toBe(200);
  });

  it("counts a tier by the minute", async () => {
    await aSlack({ rates: { "users.info": { perMinute: 20, burst: 20 } } });
    const answers = [];
    for (let count = 0; count < 21; count += 1) answers.push(await call(slack, "users.info", { user: "U1" }));
    expect(answers.filter((answer) => answer["ok"] === true)).toHaveLength(20);
    expect(answers.at(-1)).toMatchObject({ error: "ratelimited" });
  });
});

describe("files", () => {
  it("come with a good token, and as a sign-in page without", async () => {
    await aSlack();
    slack.user("U1").says("C1", "see", { files: [{ name: "app.log", content: "Event ID 5389" }] });
    const found = await call(slack, "files.info", { file: "F1" });
    const url = /"url_private":"([^"]+)"/.exec(JSON.stringify(found))?.[1] ?? "";
    const withToken = await fetch(url, { headers: { Authorization: `Bearer ${slack.botToken()}` } });
    expect(await withToken.text()).toBe("Event ID 5389");
    const without = await fetch(url);
    expect([without.status, without.headers.get("Content-Type")]).toEqual([200, "text/html; charset=utf-8"]);
  });
});

describe("installing", () => {
  const secrets = { client_id: "111.222", client_secret: "fake-client-secret" };

  it("gives a token for a code, once", async () => {
    await aSlack({ teams: [{ id: "T1" }, { id: "T2", installed: false }] });
    const code = slack.agreesToInstall("U1", "T2", ["chat:write"]);
    expect(await call(slack, "oauth.v2.access", { ...secrets, code, client_secret: "no" }, "")).toMatchObject({
      error: "bad_client_secret",
    });
    const granted = await call(slack, "oauth.v2.access", { ...secrets, code }, "");
    expect(granted).toMatchObject({ ok: true, team: { id: "T2" }, scope: "chat:write" });
    expect(await call(slack, "auth.test", {}, String(granted["access_token"]))).toMatchObject({ team_id: "T2" });
    expect(await call(slack, "oauth.v2.access", { ...secrets, code }, "")).toMatchObject({
      error: "code_already_used",
    });
  });

  it("rotates tokens every twelve hours", async () => {
    await aSlack({ app: { rotatesTokens: true } });
    const first = await call(
      slack,
      "oauth.v2.access",
      { ...secrets, code: slack.agreesToInstall("U1", "T1", ["chat:write"]) },
      "",
    );
    slack.clock.advance(12 * 60 * 60_000 + 1);
    expect(await call(slack, "auth.test", {}, String(first["access_token"]))).toMatchObject({ error: "token_expired" });
    const refresh = { ...secrets, grant_type: "refresh_token", refresh_token: first["refresh_token"] };
    const second = await call(slack, "oauth.v2.access", refresh, "");
    expect(await call(slack, "auth.test", {}, String(second["access_token"]))).toMatchObject({ ok: true });
    expect(await call(slack, "oauth.v2.access", refresh, "")).toMatchObject({ error: "invalid_refresh_token" });
  });
});
