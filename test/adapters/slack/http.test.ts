import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeSlack } from "../../support/slack/index.ts";
import { type Connected, connected, keepingIntake } from "./driver.ts";

type Webhook = ReturnType<FakeSlack["useHttp"]>;

describe("Slack over HTTP", () => {
  let on: Connected;
  let webhook: Webhook;
  let url: string;
  let intake: ReturnType<typeof keepingIntake>;

  beforeEach(async () => {
    intake = keepingIntake();
    on = await connected("http", () => intake);
    url = `http://127.0.0.1:${on.adapter.health().port}/slack/events`;
    webhook = on.slack.useHttp(url);
  });

  afterEach(async () => {
    await on.stop();
  });

  const event = {
    envelope: {
      kind: "events_api",
      payload: {
        type: "event_callback",
        team_id: "T1",
        event: { type: "message", channel: "C1", user: "U1", text: "x", ts: "1.1" },
      },
    },
    retryNum: 0,
    retryReason: undefined,
  } as const;

  it("proves that the address is ours", async () => {
    expect(await webhook.verifyUrl()).toBe(true);
  });

  it.each([
    { age: 299, status: 200 },
    { age: -299, status: 200 },
    { age: 301, status: 401 },
    { age: -301, status: 401 },
    { age: 86_400, status: 401 },
  ])("answers a signature that is $age s old with $status", async ({ age, status }) => {
    expect(await webhook.forge(event, { kind: "good", ageSeconds: age })).toBe(status);
    expect(intake.kept()).toHaveLength(status === 200 ? 1 : 0);
  });

  it.each(["bad", "missing"] as const)("refuses a %s signature", async (kind) => {
    expect(await webhook.forge(event, { kind })).toBe(401);
    expect(intake.kept()).toEqual([]);
  });

  it("refuses the same bytes a second time", async () => {
    on.slack.user("U1").says("C1", "Event ID 5389");
    await on.slack.until(() => intake.kept().length === 1);
    expect(await webhook.replay()).toBe(401);
  });

  it("takes the same bytes again when they could not be kept", async () => {
    intake.state.isBroken = true;
    const receipt = await webhook.send(event);
    expect(receipt).toMatchObject({ kind: "failed", reason: "http_error" });
    intake.state.isBroken = false;
    expect(await webhook.replay()).toBe(200);
    expect(intake.kept()).toHaveLength(1);
  });

  it.each([
    { what: "a body over 1 MB", send: { method: "POST", body: "x".repeat(1_048_577) }, status: 413 },
    { what: "a GET", send: { method: "GET" }, status: 405 },
    { what: "a body without a signature", send: { method: "POST", body: "{}" }, status: 401 },
  ])("answers $what with $status", async ({ send, status }) => {
    const response = await fetch(url, send);
    expect(response.status).toBe(status);
  });

  it("answers what it does not know with 404", async () => {
    expect((await fetch(new URL("/elsewhere", url))).status).toBe(404);
  });

  it("acknowledges a click while posting is held back", async () => {
    on.slack.faults.next("*", { kind: "hang" });
    const posting = on.adapter.platform.send({
      kind: "remove",
      place: { platform: "slack", tenant: "T1", channel: "C1", thread: undefined, kind: "channel" },
      ref: { channel: "C1", message: "1.1" },
    });
    await on.slack.user("U1").types("/kms 5389", "C1");
    expect(intake.kept()).toHaveLength(1);
    on.slack.sockets.closeAll().catch(() => undefined);
    await on.slack.close();
    await posting;
  });
});
