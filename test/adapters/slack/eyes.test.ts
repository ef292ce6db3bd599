import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Message } from "../../support/slack/index.ts";
import { SP4 } from "../../support/pastes.ts";
import { aStage, type Stage } from "./stage.ts";

describe.each(["socket", "http"] as const)("the eyes on Slack over %s", (mode) => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage(mode);
  });

  afterEach(async () => {
    await stage.stop();
  });

  function hasEyes({ channel, ts }: Message): boolean {
    const now = stage.slack
      .channel(channel)
      .everything()
      .find((message) => message.ts === ts);
    return (now?.reactions["eyes"] ?? []).length > 0;
  }

  const were = (asked: Message) =>
    stage.slack.calls.filter(({ method, args }) => method === "reactions.add" && args["timestamp"] === asked.ts).length;

  it("are on a question until its answer is out, however long that takes", async () => {
    const { slack } = stage;
    slack.faults.next("chat.postMessage", { kind: "rateLimited", retryAfter: 20 });
    const asked = slack.user("U1").mentions("C1", "5085");
    await slack.until(() => hasEyes(asked), "the eyes");
    await stage.bot.settled();
    expect(hasEyes(asked)).toBe(true);
    for (let second = 0; second < 23; second += 1) {
      slack.clock.advance(1_000);
      await stage.bot.settled();
    }
    await stage.answerTo(asked);
    await slack.until(() => !hasEyes(asked), "no eyes any more");
    expect(were(asked)).toBe(1);
    expect(slack.rejections.filter(({ error }) => error !== "ratelimited")).toEqual([]);
  });

  it("are taken off when only the asker is told something", async () => {
    const asked = stage.slack.user("U1").mentions("C1", "status");
    await stage.privately("U1", "Open in this channel");
    await stage.slack.until(() => were(asked) === 1 && !hasEyes(asked), "eyes that came and went");
    expect(stage.slack.rejections).toEqual([]);
  });

  it("are not on what is said in passing", async () => {
    const paste = stage.slack.user("U1").says("C1", SP4);
    await stage.answerTo(paste);
    await stage.bot.settled();
    expect(were(paste)).toBe(0);
  });

  it("keep nobody from the answer when the bot may not react", async () => {
    const { slack } = stage;
    slack.faults.next("reactions.add", { kind: "okFalse", error: "missing_scope" }, 5);
    slack.faults.next("reactions.remove", { kind: "okFalse", error: "missing_scope" }, 5);
    const asked = slack.user("U1").mentions("C1", "5085");
    await stage.answerTo(asked);
    expect(hasEyes(asked)).toBe(false);
  });
});
