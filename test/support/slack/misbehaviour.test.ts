import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type RunningApp, socketApp } from "./boltApp.ts";
import { type FakeSlack, type Json, startFakeSlack } from "./index.ts";

describe("Bolt when Slack misbehaves", () => {
  let slack: FakeSlack;
  let running: RunningApp;
  const heard: string[] = [];

  beforeEach(async () => {
    heard.length = 0;
    slack = await startFakeSlack();
    const listen = (app: App): void => {
      app.message(async ({ message }) => void heard.push("text" in message ? (message.text ?? "") : ""));
    };
    running = await socketApp(slack, listen, 250);
  });

  const post = (said: Json) => running.app.client.apiCall("chat.postMessage", { channel: "C1", ...said });

  afterEach(async () => {
    await running.stop();
    await slack.close();
  });

  it("is told to wait when it is rate-limited", async () => {
    slack.faults.next("chat.postMessage", { kind: "rateLimited", retryAfter: 2 });
    await expect(post({ text: "hi" })).rejects.toMatchObject({ retryAfter: 2 });
    expect(slack.channel("C1").messages()).toEqual([]);
    await post({ text: "hi" });
    expect(slack.channel("C1").messages()).toHaveLength(1);
  });

  it("has posted although the connection broke before the answer", async () => {
    slack.faults.next("chat.postMessage", { kind: "resetAfter" });
    slack.faults.next("chat.postMessage", { kind: "resetBefore" });
    const metadata = { event_type: "kms", event_payload: { key: "k1" } };
    await expect(post({ text: "one", metadata })).rejects.toMatchObject({ code: "slack_webapi_request_error" });
    await expect(post({ text: "two" })).rejects.toMatchObject({ code: "slack_webapi_request_error" });
    const found = await running.app.client.conversations.history({ channel: "C1", include_all_metadata: true });
    expect(found.messages?.map((message) => message.metadata)).toEqual([metadata]);
  });

  it("comes back on a new socket after a refresh, and hears what is said then", async () => {
    slack.sockets.refresh();
    await slack.until(() => slack.sockets.opened === 2 && slack.sockets.count === 1, "a new socket");
    slack.user("U1").says("C1", "still there?");
    expect(await slack.until(() => heard.at(0))).toBe("still there?");
  });

  it("hears what was said while no socket was there, a minute later", async () => {
    slack.sockets.drop();
    await slack.until(() => slack.sockets.count === 0);
    slack.user("U1").says("C1", "missed");
    await slack.until(() => slack.sockets.count === 1, "a new socket");
    expect(heard).toEqual([]);
    slack.clock.advance(60_000);
    await slack.until(() => heard.length > 0);
    const carried = await slack.until(() => slack.deliveries.log.find((delivery) => delivery.receipt.kind === "acked"));
    expect(carried.retryNum).toBe(2);
  });

  it("hears the same event as often as it is delivered", async () => {
    slack.deliveries.next({ kind: "duplicate", times: 3 });
    slack.user("U1").says("C1", "thrice");
    await slack.until(() => heard.length === 3);
    await slack.quiet();
    expect(heard).toEqual(["thrice", "thrice", "thrice"]);
  });

  it("hears things in another order, when they are delivered so", async () => {
    slack.deliveries.hold();
    slack.user("U1").says("C1", "first");
    slack.user("U1").says("C1", "second");
    slack.deliveries.release("reversed");
    await slack.until(() => heard.length === 2);
    expect(heard).toEqual(["second", "first"]);
  });

  it("survives a malformed frame", async () => {
    slack.sockets.sendRaw('{"type":');
    slack.user("U1").says("C1", "after");
    expect(await slack.until(() => heard.at(0))).toBe("after");
  });
});
