import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../../support/a-store.ts";
import { aStage, type Stage } from "./stage.ts";

const ways = (["socket", "http"] as const).flatMap((mode) =>
  engines.map((engine) => ({ mode, engine, kept: engine.engine })),
);

describe.each(ways)("what only Slack has, over $mode, kept in $kept", ({ mode, engine }) => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage(mode, { engine });
  });

  afterEach(async () => {
    await stage.stop();
  });

  it("matches everything said in a thread when it is mentioned there", async () => {
    const { slack } = stage;
    stage.slack.channel("C1").remove("UBOTT1");
    const parent = slack.user("U1").says("C1", "Event ID: 5389\nSource: MSExchangeKMS");
    slack.user("U2").says("C1", "also Event ID: 5015 failed logging on as a MAPI client", { thread: parent.ts });
    await slack.quiet();
    stage.slack.channel("C1").invite("UBOTT1");
    slack.user("U2").mentions("C1", "any idea?", { thread: parent.ts });
    const answer = await stage.answerTo(parent);
    expect(slack.visibleText(answer)).toContain("Q274321");
    expect(slack.rejections).toEqual([]);
  });
});
