import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { backOff } from "../../../adapters/slack/sockets.ts";
import { WebSocket } from "ws";
import { call } from "../../support/slack/caller.ts";
import type { FakeSlack } from "../../support/slack/index.ts";
import { type Connected, connected, keepingIntake } from "./driver.ts";

describe("the sockets to Slack", () => {
  let on: Connected;
  let intake: ReturnType<typeof keepingIntake>;
  let problems: string[];

  beforeEach(async () => {
    intake = keepingIntake();
    problems = [];
    const report = ({ text }: { readonly text: string }) => void problems.push(text);
    const rates = { "apps.connections.open": { perMinute: 1_000, burst: 1_000 } };
    on = await connected("socket", () => intake, { rates }, { report });
  });

  afterEach(async () => {
    await on.stop();
  });

  async function bothOpen(): Promise<void> {
    on.slack.clock.advance(10_000);
    await on.slack.until(() => on.slack.sockets.count === 2 && on.adapter.health().sockets === 2, "two sockets");
  }

  async function isHeard(text: string): Promise<void> {
    on.slack.user("U1").says("C1", text);
    await on.slack.until(() => intake.kept().some(({ event }) => "text" in event && event.text === text), text);
  }

  it("are two, the second one ten seconds after the first", async () => {
    expect(on.slack.sockets.opened).toBe(1);
    await bothOpen();
    expect(on.adapter.health().sockets).toBe(2);
  });

  it("never leave Slack without a socket while it takes one back", async () => {
    await bothOpen();
    on.slack.sockets.refresh(0);
    await isHeard("during the refresh");
    await on.slack.until(() => on.slack.sockets.opened === 3, "a third socket");
    expect(on.slack.rejections).toEqual([]);
  });

  it("come back at once after they broke", async () => {
    await bothOpen();
    on.slack.sockets.drop(0);
    on.slack.sockets.drop(1);
    await on.slack.until(() => on.slack.sockets.opened === 4 && on.slack.sockets.count === 2, "two new sockets");
    await isHeard("after the break");
    expect(problems).toEqual([]);
  });

  it("come back within 30 s after an hour in which Slack was away", async () => {
    await bothOpen();
    on.slack.faults.next("apps.connections.open", { kind: "http500" }, 400);
    on.slack.sockets.drop(0);
    on.slack.sockets.drop(1);
    for (let minute = 0; minute < 60; minute += 1) {
      on.slack.clock.advance(60_000);
      await turn();
    }
    expect(on.slack.sockets.count).toBe(0);
    on.slack.faults.clear();
    on.slack.clock.advance(30_000);
    await on.slack.until(() => on.slack.sockets.count > 0, "a socket");
    await isHeard("after the outage");
    expect(problems[0]).toContain("Cannot reach Slack");
  });

  it("are given up when they are only half open, and what was said meanwhile is heard", async () => {
    await bothOpen();
    on.slack.sockets.freeze(0);
    on.slack.user("U1").says("C1", "into the half-open one");
    on.slack.user("U1").says("C1", "and another");
    await on.slack.until(() => on.slack.sockets.opened === 3, "a new socket");
    on.slack.clock.advance(61_000);
    await on.slack.until(() => intake.kept().length === 2, "both");
    await on.slack.until(() => on.adapter.health().sockets === 2, "two sockets");
    expect(intake.kept()).toHaveLength(2);
  });

  it("wait where there are too many of them, and come back when there is room", async () => {
    await bothOpen();
    const others: WebSocket[] = [];
    for (let count = 0; count < 8; count += 1) others.push(await aSocket(on.slack));
    await on.slack.until(() => on.slack.sockets.count === 10, "as many sockets as Slack allows");
    // Who has an address already takes the room before the bot has asked for one.
    const address = await anAddress(on.slack);
    on.slack.sockets.drop(0);
    others.push(await aSocketAt(address));
    await on.slack.until(() => on.slack.sockets.refused > 0, "a socket that is turned away");
    await on.slack.until(() => on.adapter.health().sockets === 1, "one socket left");
    expect(on.slack.sockets.count).toBe(10);
    for (const other of others) other.close();
    await on.slack.until(() => on.slack.sockets.count <= 2, "room");
    on.slack.clock.advance(30_000);
    await on.slack.until(() => on.adapter.health().sockets === 2, "two sockets");
    await isHeard("when there is room again");
  });

  it("survive a token that Slack no longer takes, and say so", async () => {
    await bothOpen();
    on.slack.faults.next("apps.connections.open", { kind: "okFalse", error: "invalid_auth" }, 2);
    on.slack.sockets.drop(0);
    await on.slack.until(() => problems.length > 0, "a report");
    expect(problems[0]).toContain("invalid_auth");
    await isHeard("on the other socket");
  });

  it("survive frames that make no sense", async () => {
    const nonsense = [
      "",
      "{",
      "null",
      "[]",
      "7",
      '{"type":"events_api"}',
      '{"type":"events_api","payload":{"event":null}}',
      '{"type":42}',
      '{"type":"hello2"}',
    ];
    for (const frame of nonsense) on.slack.sockets.sendRaw(frame);
    on.slack.sockets.sendRaw(Buffer.from([0, 255, 1]));
    await isHeard("after the nonsense");
    expect(on.slack.sockets.opened).toBe(1);
  });

  it("hear again what was not acknowledged, and keep it once", async () => {
    on.slack.deliveries.next({ kind: "loseAck" });
    on.slack.user("U1").says("C1", "once");
    await on.slack.until(() => on.slack.deliveries.log.length >= 2, "a retry");
    await on.slack.quiet();
    expect(intake.kept()).toHaveLength(1);
    on.slack.deliveries.next({ kind: "lose" });
    await isHeard("only by a retry");
  });

  it("are closed in the end, and stay so", async () => {
    await bothOpen();
    await on.adapter.stop();
    await on.slack.until(() => on.slack.sockets.count === 0, "no sockets");
    on.slack.clock.advance(120_000);
    await turn();
    expect(on.slack.sockets.count).toBe(0);
  });
});

describe("the pauses between attempts", () => {
  it("begin at once and never grow beyond 30 s", () => {
    expect([0, 1, 2, 3, 4, 8, 9, 1_000].map(backOff)).toEqual([0, 0, 500, 1_000, 2_000, 30_000, 30_000, 30_000]);
  });
});

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 10);
  });
}

/** Somebody else's socket of the same app. */
async function aSocket(slack: FakeSlack): Promise<WebSocket> {
  return aSocketAt(await anAddress(slack));
}

async function anAddress(slack: FakeSlack): Promise<string> {
  const { url } = await call(slack, "apps.connections.open", {}, slack.appToken);
  return String(url);
}

async function aSocketAt(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  await new Promise((resolve) => {
    socket.once("message", resolve);
  });
  return socket;
}
