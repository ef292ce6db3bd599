import { assert, property, string } from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { call } from "./caller.ts";
import { type FakeSlack, startFakeSlack } from "./index.ts";
import type { Json } from "./json.ts";

let slack: FakeSlack;

beforeEach(async () => {
  slack = await startFakeSlack({
    teams: [{ id: "T1" }, { id: "T2" }],
    users: [{ id: "U1" }, { id: "U2", active: false }, { id: "U3", name: "ann" }, { id: "U9", team: "T2" }],
    channels: [{ id: "C1" }, { id: "C2", members: ["U1", "UBOTT1"] }, { id: "C9", team: "T2" }],
    groups: [{ id: "S1", team: "T1", handle: "oncall", members: ["U2", "U3", "U9"] }],
    rates: { "chat.postMessage": { perMinute: 60, burst: 10_000 } },
  });
});
afterEach(() => slack.close());

async function posts(content: Json, channel = "C1"): Promise<void> {
  expect(await call(slack, "chat.postMessage", { channel, text: "fallback", ...content })).toMatchObject({ ok: true });
}

const pinged = () => slack.pings().map((ping) => ping.who);
const mrkdwn = (text: string) => [{ type: "section", text: { type: "mrkdwn", text } }];

const row = (id: string) => ({
  type: "actions",
  elements: [{ type: "button", action_id: id, text: { type: "plain_text", text: "Done" } }],
});

describe("somebody's phone", () => {
  it.each([
    { says: "a person", content: { text: "<@U3> look" }, reaches: ["U3"] },
    { says: "a person with a label", content: { text: "<@U3|ann> look" }, reaches: ["U3"] },
    { says: "everybody who is there", content: { text: "<!here>" }, reaches: ["U1", "U3"] },
    { says: "the channel", content: { text: "<!channel>" }, reaches: ["U1", "U2", "U3"] },
    {
      says: "a group, as far as it is in the channel",
      content: { text: "<!subteam^S1|@oncall>" },
      reaches: ["U2", "U3"],
    },
    { says: "a person in a section", content: { blocks: mrkdwn("<@U3>") }, reaches: ["U3"] },
    {
      says: "a person in a Markdown block",
      content: { blocks: [{ type: "markdown", text: "<@U3>" }] },
      reaches: ["U3"],
    },
    {
      says: "a person in a context",
      content: { blocks: [{ type: "context", elements: [{ type: "mrkdwn", text: "<@U3>" }] }] },
      reaches: ["U3"],
    },
    {
      says: "all in rich text",
      content: {
        blocks: [
          {
            type: "rich_text",
            elements: [{ type: "rich_text_section", elements: [{ type: "broadcast", range: "channel" }] }],
          },
        ],
      },
      reaches: ["U1", "U2", "U3"],
    },
    {
      says: "@here, when the app asked for links",
      content: { text: "@here", link_names: true },
      reaches: ["U1", "U3"],
    },
    { says: "@here without markup", content: { text: "@here @channel @ann" }, reaches: [] },
    { says: "escaped markup", content: { text: "&lt;!channel&gt; &lt;@U3&gt;" }, reaches: [] },
    {
      says: "markup in plain text",
      content: { blocks: [{ type: "header", text: { type: "plain_text", text: "<!channel>" } }] },
      reaches: [],
    },
    { says: "a stranger", content: { text: "<@U9>" }, reaches: [] },
  ])("buzzes for $reaches when the bot says $says", async ({ content, reaches }) => {
    await posts(content);
    expect(pinged()).toEqual(reaches);
  });

  it("buzzes once more when an edit names somebody new", async () => {
    const { ts } = await call(slack, "chat.postMessage", { channel: "C1", text: "<@U3>" });
    await call(slack, "chat.update", { channel: "C1", ts, text: "<@U3> <@U1>" });
    expect(pinged()).toEqual(["U3", "U1"]);
  });

  it("never buzzes for what is private, nor because of what people write themselves", async () => {
    await call(slack, "chat.postEphemeral", { channel: "C1", user: "U1", text: "<!channel>" });
    slack.user("U1").says("C1", "@channel help");
    expect(pinged()).toEqual([]);
    expect(slack.pings("U1").map((ping) => ping.who)).toEqual(["U2", "U3"]);
  });
});

describe("what people type", () => {
  it("arrives escaped, with mentions and links as markup", () => {
    const { text } = slack.user("U1").says("C1", "@ann see <b> & https://kb.example/5389?a=1&b=2");
    expect(text).toBe("<@U3> see &lt;b&gt; &amp; <https://kb.example/5389?a=1&amp;b=2>");
  });

  it("arrives with a link wherever Slack sees a domain, even in the name of a class", () => {
    const message = slack.user("U1").says("C1", "System.Net. on mail.corp.com: System.Net.WebException");
    const links = "<http://System.Net|System.Net>. on <http://mail.corp.com|mail.corp.com>: System.Net.WebException";
    expect(message.text).toBe(links);
    expect(slack.visibleText(message)).toBe("System.Net. on mail.corp.com: System.Net.WebException");
  });

  it("reads back as it was typed, whatever it was", () => {
    const lines = string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((line) => !/[@]|https?:/.test(line));
    assert(
      property(lines, (line) => {
        expect(slack.visibleText(slack.user("U1").says("C1", line))).toBe(line);
      }),
      { numRuns: 300 },
    );
  });

  it("goes nowhere from outside the channel, nor as a command in a thread", async () => {
    expect(() => slack.user("U2").says("C2", "hi")).toThrow("is not a member");
    await expect(slack.user("U1").types("/kms 1", "C1", { thread: "1.000001" })).rejects.toThrow(
      "do not work in threads",
    );
    await expect(slack.user("U1").types("/other", "C1")).rejects.toThrow("not a command of the app");
  });
});

describe("what people read", () => {
  it.each([
    {
      says: "marks",
      content: { text: "*bold* _it_ ~no~ `a*b*c` snake_case_name 2*3*4" },
      reads: "bold it no a*b*c snake_case_name 2*3*4",
    },
    { says: "code", content: { text: "```\nnet stop *\n```" }, reads: "net stop *" },
    { says: "links", content: { text: "<https://kb.example|the article> &amp; <#C1>" }, reads: "the article & #c1" },
    { says: "blocks instead of the text", content: { blocks: mrkdwn("<@U3> *now*") }, reads: "@ann now" },
    {
      says: "plain text as it is",
      content: { blocks: [{ type: "header", text: { type: "plain_text", text: "*5389*" } }] },
      reads: "*5389*",
    },
  ])("is free of markup: $says", async ({ content, reads }) => {
    await posts(content);
    expect(
      slack
        .channel("C1")
        .messages()
        .map((message) => slack.visibleText(message)),
    ).toEqual([reads]);
  });

  it("stays in the channel and in the workspace it was said in", async () => {
    await posts({ text: "secret" }, "C2");
    expect(slack.channel("C2").seenBy("U2")).toHaveLength(1);
    expect(slack.channel("C2").seenBy("U9")).toEqual([]);
    expect(await call(slack, "conversations.info", { channel: "C2" }, slack.botToken("T2"))).toMatchObject({
      error: "channel_not_found",
    });
  });

  it("does not change in the hand of who read it", async () => {
    const message = slack.user("U1").says("C1", "before");
    const edited = slack.user("U1").edits(message, "after");
    expect([message.text, edited.text, edited.before[0]?.text]).toEqual(["before", "after", "before"]);
  });
});

describe("what people click", () => {
  it("must be on their screen, and told apart", async () => {
    await posts({ blocks: [row("a"), row("b")] });
    const [message] = slack.channel("C1").messages();
    if (message === undefined) throw new Error("nothing was posted");
    await expect(slack.user("U9").clicks(message, "Done")).rejects.toThrow("does not see it");
    await expect(slack.user("U1").clicks(message, "Undo")).rejects.toThrow('what can be clicked is "Done", "Done"');
    await expect(slack.user("U1").clicks(message, "Done")).rejects.toThrow("Say which with nth");
    expect(await slack.user("U1").clicks(message, "Done", { nth: 1 })).toMatchObject({
      receipt: { reason: "connection_failed" },
    });
    expect(slack.noticesFor("U1")).toEqual(['Done failed with the error "dispatch_failed"']);
  });
});
