import type { App } from "@slack/bolt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { httpApp, type RunningApp, socketApp } from "./slack/boltApp.ts";
import { type FakeSlack, startFakeSlack } from "./slack/index.ts";

/** A small bot: one command, two buttons with a confirm and a menu, one modal, one shortcut. */
function smallBot(app: App): void {
  app.command("/kms", async ({ ack, respond, command }) => {
    await ack();
    await respond({ text: `You asked for ${command.text}`, response_type: "ephemeral" });
  });
  app.event("app_mention", async ({ event, say }) => {
    await say({
      thread_ts: event.ts,
      text: "Try this",
      blocks: stepBlocks("Restart it"),
    });
  });
  app.action("done", async ({ ack, body, client }) => {
    await ack();
    if (body.type !== "block_actions" || body.channel === undefined || body.message === undefined) return;
    await client.chat.update({
      channel: body.channel.id,
      ts: body.message.ts,
      text: `Done by <@${body.user.id}>`,
      blocks: [],
    });
  });
  app.action("more", async ({ ack, respond, action }) => {
    await ack();
    if (action.type === "overflow")
      await respond({ text: `chose ${action.selected_option.value}`, replace_original: false });
  });
  app.action("reason", async ({ ack, body, client }) => {
    await ack();
    if (body.type === "block_actions") await client.views.open({ trigger_id: body.trigger_id, view: reasonModal });
  });
  app.view("reason", async ({ ack, view, client, body }) => {
    const reason = view.state.values["why"]?.["text"]?.value ?? "";
    if (reason.length < 3) return ack({ response_action: "errors", errors: { why: "Say more" } });
    await ack();
    await client.apiCall("chat.postMessage", { channel: "C1", text: `<@${body.user.id}> says ${reason}` });
    return undefined;
  });
  app.shortcut("match", async ({ ack, shortcut, client }) => {
    await ack();
    if (shortcut.type !== "message_action") return;
    await client.reactions.add({ channel: shortcut.channel.id, timestamp: shortcut.message_ts, name: "eyes" });
  });
  app.error(async () => {});
}

function stepBlocks(step: string) {
  const confirm = {
    title: plain("Sure?"),
    text: plain("It cannot be undone"),
    confirm: plain("Yes"),
    deny: plain("No"),
  };
  return [
    { type: "section", text: { type: "mrkdwn", text: `*${step}* & <@U2>` } },
    {
      type: "actions",
      elements: [
        { type: "button", action_id: "done", text: plain("Done"), style: "primary", value: "1", confirm },
        { type: "button", action_id: "reason", text: plain("Give a reason") },
        {
          type: "overflow",
          action_id: "more",
          options: ["Skip", "Escalate"].map((label) => ({ text: plain(label), value: label })),
        },
      ],
    },
  ];
}

const reasonModal = {
  type: "modal" as const,
  callback_id: "reason",
  title: plain("Reason"),
  submit: plain("Send"),
  blocks: [
    {
      type: "input" as const,
      block_id: "why",
      label: plain("Why"),
      element: { type: "plain_text_input" as const, action_id: "text" },
    },
  ],
};

function plain(text: string) {
  return { type: "plain_text" as const, text };
}

const shortcuts = [{ name: "Match this error", callbackId: "match", on: "message" }] as const;

describe.each(["socket", "http"] as const)("Bolt over %s", (mode) => {
  let slack: FakeSlack;
  let running: RunningApp;

  beforeEach(async () => {
    slack = await startFakeSlack({ app: { shortcuts } });
    if (mode === "socket") {
      running = await socketApp(slack, smallBot);
      return;
    }
    const served = await httpApp(slack, smallBot);
    slack.useHttp(served.url);
    running = served;
  });

  afterEach(async () => {
    await running.stop();
    await slack.close();
  });

  it("answers a command so that only the person who typed it sees the answer", async () => {
    await slack.user("U1").types("/kms 5389", "C1");
    const [answer] = await slack.until(() => nonEmpty(slack.channel("C1").ephemeralFor("U1")));
    expect(slack.visibleText(answer)).toBe("You asked for 5389");
    expect(slack.channel("C1").seenBy("U2")).toEqual([]);
    expect(slack.rejections).toEqual([]);
  });

  it("posts into the thread of a mention, and pings whom it names", async () => {
    const answer = await anAnswer(slack);
    expect(slack.visibleText(answer)).toBe("Restart it & @u2\n[Done] [Give a reason] [⋯]");
    expect(slack.pings().map((ping) => ping.who)).toEqual(["U2"]);
    expect(slack.channel("C1").messages()).toHaveLength(1);
  });

  it("asks before it clicks, then edits the message in place", async () => {
    const answer = await anAnswer(slack);
    await expect(slack.user("U1").clicks(answer, "Done")).rejects.toThrow("asks for confirmation");
    expect(await slack.user("U1").clicks(answer, "Done", { confirm: false })).toEqual({ kind: "cancelled" });
    await slack.user("U1").clicks(answer, "Done", { confirm: true });
    const edited = await slack.until(() =>
      slack
        .channel("C1")
        .thread(answer.ts)
        .find((message) => message.edited),
    );
    expect(slack.visibleText(edited)).toBe("Done by @u1");
    expect(edited.ts).toBe(answer.ts);
    expect(slack.rejections).toEqual([]);
  });

  it("chooses from an overflow menu", async () => {
    const answer = await anAnswer(slack);
    await slack.user("U2").clicks(answer, "Escalate");
    const [seen] = await slack.until(() => nonEmpty(slack.channel("C1").ephemeralFor("U2")));
    expect(slack.visibleText(seen)).toBe("chose Escalate");
  });

  it("opens a modal, shows its error, and closes it when it is filled in", async () => {
    const answer = await anAnswer(slack);
    const person = slack.user("U1");
    await person.clicks(answer, "Give a reason");
    const modal = await slack.until(() => person.modal);
    expect(slack.visibleText(modal)).toBe("Reason\nWhy: []\n[Send]");
    await expect(person.submits(modal)).rejects.toThrow('"Why" is required');
    expect(await person.submits(modal, { Why: "no" })).toEqual({ kind: "errors", errors: { Why: "Say more" } });
    expect(await person.submits(modal, { Why: "disk full" })).toEqual({ kind: "closed" });
    expect(person.modal).toBeUndefined();
    const said = await slack.until(() => slack.channel("C1").messages()[1]);
    expect(slack.visibleText(said)).toBe("@u1 says disk full");
    expect(slack.rejections).toEqual([]);
  });

  it("uses a message shortcut, which leaves a reaction", async () => {
    const paste = slack.user("U1").says("C1", "Event ID 5389");
    await slack.user("U2").usesShortcut("Match this error", paste);
    await slack.until(() => slack.channel("C1").messages()[0]?.reactions["eyes"]);
    expect(slack.rejections).toEqual([]);
  });
});

function nonEmpty<Item>(items: readonly Item[]): readonly [Item, ...Item[]] | undefined {
  const [first, ...rest] = items;
  return first === undefined ? undefined : [first, ...rest];
}

async function anAnswer(slack: FakeSlack) {
  const paste = slack.user("U1").mentions("C1", "Event ID 5389");
  return slack.until(() => slack.channel("C1").thread(paste.ts)[1], "an answer in the thread");
}
