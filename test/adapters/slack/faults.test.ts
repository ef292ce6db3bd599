import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Place, Post, Sent } from "../../../src/app/platform.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import { writeAction } from "../../../src/core/resolution/token.ts";
import { aView, manyWords } from "../../contract/views.ts";
import type { FakeSlack } from "../../support/slack/index.ts";
import { type Connected, connected, keepingIntake, privateTo } from "./driver.ts";

type Fault = Parameters<FakeSlack["faults"]["next"]>[1];

const place: Place = { platform: "slack", tenant: "T1", channel: "C1", thread: undefined, kind: "channel" };
const words = { view: aView("Words"), tokenOf: writeAction };
const post: Post = { kind: "post", key: "k", place, replyTo: undefined, ...words };

describe("what became of a message on Slack", () => {
  let on: Connected;

  beforeEach(async () => {
    on = await connected("http", () => keepingIntake());
  });

  afterEach(async () => {
    await on.stop();
  });

  it.each<{ readonly fault: Fault; readonly sent: Partial<Sent> }>([
    { fault: { kind: "rateLimited", retryAfter: 7 }, sent: { kind: "later", after: 7_000 } },
    { fault: { kind: "rateLimited", retryAfter: "missing" }, sent: { kind: "later", after: undefined } },
    { fault: { kind: "okFalse", error: "ratelimited" }, sent: { kind: "later" } },
    { fault: { kind: "okFalse", error: "service_unavailable" }, sent: { kind: "later" } },
    { fault: { kind: "http500" }, sent: { kind: "doubtful" } },
    { fault: { kind: "http500", status: 503, sideEffect: true }, sent: { kind: "doubtful" } },
    { fault: { kind: "resetBefore" }, sent: { kind: "doubtful" } },
    { fault: { kind: "resetAfter" }, sent: { kind: "doubtful" } },
    { fault: { kind: "htmlBody" }, sent: { kind: "doubtful" } },
    { fault: { kind: "htmlBody", status: 429 }, sent: { kind: "later" } },
    { fault: { kind: "okFalse", error: "fatal_error" }, sent: { kind: "doubtful" } },
    {
      fault: { kind: "okFalse", error: "not_in_channel" },
      sent: { kind: "impossible", advice: expect.stringContaining("/invite") },
    },
    {
      fault: { kind: "okFalse", error: "is_archived" },
      sent: { kind: "impossible", advice: expect.stringContaining("Unarchive") },
    },
    {
      fault: { kind: "okFalse", error: "channel_not_found" },
      sent: { kind: "impossible", advice: expect.stringContaining("/invite") },
    },
    {
      fault: { kind: "okFalse", error: "missing_scope" },
      sent: { kind: "impossible", advice: expect.stringContaining("manifest.yaml") },
    },
    {
      fault: { kind: "okFalse", error: "token_revoked" },
      sent: { kind: "impossible", advice: expect.stringContaining("SLACK_BOT_TOKEN") },
    },
    {
      fault: { kind: "okFalse", error: "something_new" },
      sent: { kind: "impossible", advice: expect.stringContaining("something_new") },
    },
  ])("after $fault is $sent", async ({ fault, sent }) => {
    on.slack.faults.next("chat.postMessage", fault);
    expect(await on.adapter.platform.send(post)).toMatchObject(sent);
  });

  it("is only a delay where doing it twice changes nothing", async () => {
    const sent = await on.adapter.platform.send(post);
    const ref = sent.kind === "sent" ? sent.ref : undefined;
    if (ref === undefined) throw new Error("Expected a message.");
    on.slack.faults.next("chat.update", { kind: "resetAfter" });
    expect(await on.adapter.platform.send({ kind: "edit", place, ref, ...words })).toMatchObject({ kind: "later" });
  });

  it.each([
    { error: "message_not_found", says: "was deleted" },
    { error: "cant_update_message", says: "another app" },
  ])("cannot be changed after $error, and Slack says why", async ({ error, says }) => {
    on.slack.faults.next("chat.update", { kind: "okFalse", error });
    const sent = await on.adapter.platform.send({
      kind: "edit",
      place,
      ref: { channel: "C1", message: "1.1" },
      ...words,
    });
    expect(sent).toMatchObject({ kind: "impossible", why: error, advice: expect.stringContaining(says) });
  });

  it("stays unknown when Slack refuses the look-up", async () => {
    on.slack.faults.next("conversations.history", { kind: "okFalse", error: "missing_scope" });
    expect(await on.adapter.platform.find({ ...post, kind: "post" })).toBe("unknown");
  });

  it("is found among many by its key, in a thread too", async () => {
    const parent = on.slack.user("U1").says("C1", "Event ID 5389");
    for (let count = 0; count < 250; count += 1) on.slack.user("U2").says("C1", `more ${count}`, { thread: parent.ts });
    const inThread = { ...post, kind: "post", replyTo: parent.ts } as const;
    const sent = await on.adapter.platform.send(inThread);
    expect(await on.adapter.platform.find(inThread)).toEqual(sent.kind === "sent" ? sent.ref : undefined);
    expect(await on.adapter.platform.find({ ...inThread, key: "other" })).toBe("absent");
  });

  it("waits for no 429 of the posts when a form is to be opened", async () => {
    on.slack.faults.next("chat.postMessage", { kind: "rateLimited", retryAfter: 30 });
    await on.adapter.platform.send(post);
    await on.slack.user("U1").usesShortcut("Match an error");
    expect(await on.slack.until(() => on.slack.user("U1").modal, "a form")).toBeDefined();
  });
});

describe("a private answer on Slack", () => {
  let on: Connected;
  let intake: ReturnType<typeof keepingIntake>;

  beforeEach(async () => {
    intake = keepingIntake();
    on = await connected("http", () => intake);
  });

  afterEach(async () => {
    await on.stop();
  });

  const aside: Extract<Post, { kind: "aside" }> = {
    kind: "aside",
    key: "k",
    place,
    to: { id: "U1", name: "u1" },
    answer: undefined,
    ...words,
  };

  it("goes through the private address five times, and then as an ephemeral message", async () => {
    await on.slack.user("U1").types("/kms 5389", "C1");
    const asked = intake.kept()[0]?.event;
    const answer = asked?.kind === "asked" ? asked.answer : undefined;
    for (let count = 0; count < 6; count += 1) await on.adapter.platform.send({ ...aside, answer });
    expect(privateTo(on.slack, "U1")).toHaveLength(6);
    expect(on.slack.calls.filter(({ method }) => method === "response_url")).toHaveLength(5);
    expect(on.slack.rejections).toEqual([]);
  });

  it("shows a long article whole, in several messages", async () => {
    const lines = Array.from({ length: 40 }, (_, at) => `Paragraph ${at}. ${manyWords(900)}`);
    const [first, ...rest] = lines.map((text) => ({ kind: "paragraph", text: [{ kind: "plain", text }] }) as const);
    if (first === undefined) throw new Error("Expected lines.");
    await on.adapter.platform.send({ ...aside, view: { blocks: [first, ...rest], fallback: "x" } });
    const pages = privateTo(on.slack, "U1").map((message) => on.slack.visibleText(message));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.join("\n")).toContain("Paragraph 39.");
    expect(pages.join("\n")).not.toContain("Shortened");
    expect(on.slack.rejections).toEqual([]);
  });

  it("finds another way when the private address is over", async () => {
    const answer = {
      handle: `${new URL(on.slack.apiUrl).origin}/respond/gone`,
      until: instant(on.slack.clock.now() + 60_000),
    };
    expect(await on.adapter.platform.send({ ...aside, answer })).toMatchObject({ kind: "sent" });
    expect(privateTo(on.slack, "U1")).toHaveLength(1);
  });

  it("is never sent to an address that is not Slack's", async () => {
    const answer = { handle: "http://169.254.169.254/latest", until: instant(on.slack.clock.now() + 60_000) };
    expect(await on.adapter.platform.send({ ...aside, answer })).toMatchObject({ kind: "sent" });
    expect(on.slack.calls.at(-1)?.method).toBe("chat.postEphemeral");
  });

  it("comes as a direct message where the bot is not in the channel", async () => {
    on.slack.channel("C1").remove("UBOTT1");
    expect(await on.adapter.platform.send(aside)).toMatchObject({ kind: "sent" });
    const [message] = privateTo(on.slack, "U1");
    expect(message?.channel).not.toBe("C1");
  });

  it("says so when the person is gone", async () => {
    on.slack.channel("C1").remove("UBOTT1");
    const sent = await on.adapter.platform.send({ ...aside, to: { id: "U9", name: "x" } });
    expect(sent).toMatchObject({ kind: "impossible" });
  });
});
