import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { noticeView } from "../../../src/core/view/notice-view.ts";
import { rich } from "../../../src/core/view/rich.ts";
import { aPlan } from "../../support/on-call.ts";
import { DIALOG } from "../../support/pastes.ts";
import { privateTo } from "./driver.ts";
import { aStage, type Stage } from "./stage.ts";

describe("forms and tabs on Slack", () => {
  let stage: Stage;
  let isHomeBroken: boolean;

  beforeEach(async () => {
    isHomeBroken = false;
    const home = async (tenant: string, { id }: { readonly id: string }) => {
      if (isHomeBroken) throw new Error("The store is away.");
      return noticeView(rich(`Open cases of ${id} in ${tenant}: none`));
    };
    stage = await aStage("socket", { ports: { home } });
  });

  afterEach(async () => {
    await stage.stop();
  });

  it("asks to press again when Slack no longer opens the form", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").says("C1", DIALOG));
    await slack.user("U2").clicks(answer, "Start");
    const step = await stage.reads(answer, "Step 1 of");
    slack.faults.next("views.open", { kind: "okFalse", error: "expired_trigger_id" });
    await slack.user("U2").clicks(step, "Skip…");
    await stage.privately("U2", "Press Skip… again.");
    expect(slack.channel("C1").ephemeralFor("U1")).toEqual([]);
    await slack.user("U2").clicks(step, "Skip…");
    await slack.until(() => slack.user("U2").modal, "the form");
  });

  it("opens no form for somebody who may not send it, and says why at once", async () => {
    const viewers = aPlan({ people: [], roles: [{ role: "responder", to: "slack U1" }] });
    const guarded = await aStage("socket", { oncall: () => viewers });
    const { slack } = guarded;
    const answer = await guarded.answerTo(slack.user("U1").says("C1", DIALOG));
    await slack.user("U1").clicks(answer, "Start");
    const step = await guarded.reads(answer, "Step 1 of");
    await slack.user("U2").clicks(step, "Skip…");
    await guarded.privately("U2", "Cannot work through steps: it takes the role responder.");
    expect(slack.user("U2").modal).toBeUndefined();
    await slack.user("U1").clicks(step, "Skip…");
    await slack.until(() => slack.user("U1").modal, "the form");
    await guarded.stop();
  });

  it("opens the form while every post is held back", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").says("C1", DIALOG));
    await slack.user("U2").clicks(answer, "Start");
    const step = await stage.reads(answer, "Step 1 of");
    slack.faults.next("chat.update", { kind: "rateLimited", retryAfter: 60 }, 5);
    await slack.user("U1").clicks(step, "Doesn't apply here");
    await slack.user("U2").clicks(step, "Skip…");
    await slack.until(() => slack.user("U2").modal, "the form");
    expect(slack.noticesFor("U2")).toEqual([]);
  });

  it("opens the form after a restart as before, because the button holds the question", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").says("C1", DIALOG));
    await slack.user("U2").clicks(answer, "Start");
    const step = await stage.reads(answer, "Step 1 of");
    await slack.user("U2").clicks(step, "Escalate…");
    const form = await slack.until(() => slack.user("U2").modal, "the form");
    expect(slack.visibleText(form)).toContain("What should they know?");
  });

  it("shows somebody their Home tab, and survives that it cannot", async () => {
    const { slack } = stage;
    slack.user("U2").opensHome();
    const home = await slack.until(() => slack.user("U2").home, "the Home tab");
    expect(slack.visibleText(home)).toBe("Open cases of U2 in T1: none");
    isHomeBroken = true;
    slack.user("U1").opensHome();
    await slack.quiet();
    expect(slack.user("U1").home).toBeUndefined();
    expect(slack.rejections).toEqual([]);
  });
});

describe("a guest from another workspace", () => {
  let stage: Stage;

  beforeEach(async () => {
    const users = [{ id: "U1" }, { id: "U9", team: "T2" }];
    const channels = [{ id: "C1", members: ["U1", "U9", "UBOTT1"], sharedWith: ["T2"] }];
    stage = await aStage("socket", { teams: [{ id: "T1" }, { id: "T2", installed: false }], users, channels });
  });

  afterEach(async () => {
    await stage.stop();
  });

  it("is answered and looks, but what would change something is refused to them alone, form or not", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U9").says("C1", DIALOG));
    await slack.user("U9").clicks(answer, "Start");
    await stage.privately("U9", "Cannot work through steps: guests and people from other workspaces only look.");
    await slack.user("U1").clicks(answer, "Start");
    const step = await stage.reads(answer, "Step 1 of");
    await slack.user("U9").clicks(step, "Skip…");
    await slack.until(() => privateTo(slack, "U9").length === 2, "the second refusal");
    expect(slack.user("U9").modal).toBeUndefined();
    await stage.reads(answer, "Step 1 of");
    expect(privateTo(slack, "U1")).toEqual([]);
    expect(slack.rejections).toEqual([]);
  });
});

describe("posting on a Slack that fails", () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage("socket");
  });

  afterEach(async () => {
    await stage.stop();
  });

  it.each(["resetBefore", "resetAfter"] as const)("says it once when the connection breaks: %s", async (kind) => {
    const { slack } = stage;
    slack.faults.next("chat.postMessage", { kind });
    const paste = slack.user("U1").says("C1", DIALOG);
    for (let second = 0; second < 20; second += 1) {
      await slack.quiet();
      await stage.bot.settled();
      slack.clock.advance(1_000);
    }
    await stage.answerTo(paste);
    await slack.quiet();
    expect(slack.channel("C1").thread(paste.ts)).toHaveLength(2);
  });

  it("says it after as long as Slack asked it to wait", async () => {
    const { slack } = stage;
    slack.faults.next("chat.postMessage", { kind: "rateLimited", retryAfter: 30 });
    const paste = slack.user("U1").says("C1", DIALOG);
    await slack.quiet();
    await stage.bot.settled();
    slack.clock.advance(29_000);
    await stage.bot.settled();
    expect(slack.channel("C1").thread(paste.ts)).toHaveLength(1);
    for (let second = 0; second < 3; second += 1) {
      slack.clock.advance(1_000);
      await stage.bot.settled();
    }
    await stage.answerTo(paste);
  });

  it.each([
    { error: "message_not_found", way: "Paste the error again" },
    { error: "cant_update_message", way: "another app or an earlier installation" },
    { error: "edit_window_closed", way: "message-editing setting" },
    { error: "channel_not_found", way: "/invite @kms" },
    { error: "not_in_channel", way: "/invite @kms" },
    { error: "missing_scope", way: "manifest.yaml" },
    { error: "token_revoked", way: "Install the app again" },
    { error: "restricted_action", way: "Ask an admin" },
    { error: "restricted_action_thread_locked", way: "unlock it" },
    { error: "an_error_of_tomorrow", way: "an_error_of_tomorrow" },
  ])("says the exact way out to who clicked, and to nobody else, after $error", async ({ error, way }) => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").says("C1", DIALOG));
    slack.faults.next("chat.update", { kind: "okFalse", error });
    await slack.user("U2").clicks(answer, "Start");
    const told = await stage.privately("U2", way);
    expect(slack.visibleText(told)).toContain(`I cannot show this here: ${error}.`);
    expect(slack.channel("C1").ephemeralFor("U1")).toEqual([]);
  });

  it("tells who wanted the box for a paste that Slack did not open it", async () => {
    const { slack } = stage;
    slack.faults.next("views.open", { kind: "okFalse", error: "expired_trigger_id" });
    await slack.user("U2").usesShortcut("Match an error");
    const told = await stage.privately("U2", "Slack did not open the box in time");
    expect(slack.visibleText(told)).toContain("paste the error here");
    expect(slack.user("U2").modal).toBeUndefined();
  });

  it("begins anew in the thread when somebody deleted the bot's message", async () => {
    const { slack } = stage;
    const paste = slack.user("U1").says("C1", DIALOG);
    const answer = await stage.answerTo(paste);
    slack.faults.next("chat.update", { kind: "okFalse", error: "message_not_found" });
    await slack.user("U2").clicks(answer, "Start");
    await stage.privately("U2", "The message was deleted");
    slack.user("U1").mentions("C1", "Event ID: 5389 Source: MSExchangeKMS", { thread: paste.ts });
    await slack.until(
      () =>
        slack
          .channel("C1")
          .thread(paste.ts)
          .filter(({ author }) => author.botId !== undefined).length > 1,
      "a new message",
    );
    expect(slack.pings()).toEqual([]);
  });

  it.each(["resetAfter", "http500"] as const)(
    "loses no click when Slack fails while it is answered: %s",
    async (kind) => {
      const { slack } = stage;
      const answer = await stage.answerTo(slack.user("U1").says("C1", DIALOG));
      slack.faults.next("chat.update", { kind });
      await slack.user("U2").clicks(answer, "Start");
      for (let second = 0; second < 5; second += 1) {
        await slack.quiet();
        await stage.bot.settled();
        slack.clock.advance(1_000);
      }
      expect(slack.visibleText(await stage.reads(answer, "Step 1 of"))).toContain("Started by u2");
    },
  );

  it("says it once when Slack does not say how long to wait", async () => {
    const { slack } = stage;
    slack.faults.next("chat.postMessage", { kind: "rateLimited", retryAfter: "missing" }, 2);
    const paste = slack.user("U1").says("C1", DIALOG);
    for (let second = 0; second < 10; second += 1) {
      await slack.quiet();
      await stage.bot.settled();
      slack.clock.advance(1_000);
    }
    await stage.answerTo(paste);
    expect(slack.channel("C1").thread(paste.ts)).toHaveLength(2);
  });

  it("tells the person who clicked what to do when the message cannot be changed", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").says("C1", DIALOG));
    slack.faults.next("chat.update", { kind: "okFalse", error: "is_archived" });
    await slack.user("U2").clicks(answer, "Start");
    const told = await stage.privately("U2", "Unarchive it");
    expect(slack.visibleText(told)).toContain("is_archived");
  });
});
