import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DIALOG } from "../../support/pastes.ts";
import { aStep, anArticle } from "../../support/builders.ts";
import { privateTo } from "./driver.ts";
import { aStage, type Stage } from "./stage.ts";

describe.each(["socket", "http"] as const)("assigning on Slack over %s", (mode) => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage(mode);
  });

  afterEach(async () => {
    await stage.stop();
  });

  /** The first step of the article, after Ana started it. */
  async function firstStep() {
    const answer = await stage.answerTo(stage.slack.user("U1").says("C1", DIALOG));
    await stage.slack.user("U1").clicks(answer, "Start");
    return stage.reads(answer, "Step 1 of");
  }

  async function assigns(user: string, step: Awaited<ReturnType<typeof firstStep>>, to?: string): Promise<void> {
    await stage.slack.user(user).clicks(step, "Assign to…");
    const form = await stage.slack.until(() => stage.slack.user(user).modal, "the form");
    await stage.slack.user(user).submits(form, to === undefined ? {} : { "Who does this step?": to });
  }

  it("calls the person who was chosen once, and says in the run whose step it is", async () => {
    const { slack } = stage;
    const step = await firstStep();
    await assigns("U1", step, "U2");
    await stage.reads(step, "This step is assigned to @u2 by u1");
    await slack.until(
      () =>
        slack
          .channel("C1")
          .thread(step.threadTs ?? step.ts)
          .some((one) => slack.visibleText(one).startsWith("@u2, u1 asks you to see to this")),
      "a call",
    );
    expect(new Set(slack.pings().map(({ who }) => who))).toEqual(new Set(["U2"]));
    await slack.user("U2").clicks(await stage.reads(step, "This step"), "Doesn't apply here");
    const next = slack.visibleText(await stage.reads(step, "Step 2 of"));
    expect(next).not.toContain("assigned");
    expect(next).toContain("u2 said that");
    expect(slack.rejections).toEqual([]);
  });

  it("has whoever opens the form chosen already, so that taking a step over is two presses", async () => {
    const { slack } = stage;
    const step = await firstStep();
    await assigns("U3", step);
    await stage.reads(step, "This step is assigned to @u3, ");
    expect(slack.channel("C1").thread(step.threadTs ?? step.ts)).toHaveLength(2);
    expect(slack.rejections).toEqual([]);
  });
});

/** Its first step has 300 lines of command. */
function longArticle() {
  const lines = Array.from({ length: 300 }, (_, at) => `line ${at} of a command that is copied as a whole`);
  const command = { text: [...lines, "the last line of it"].join("\n"), language: "text" };
  return anArticle({ id: "LONG-1", title: "A long way", steps: [aStep({ id: "run", commands: [command] })] });
}

describe("what Slack has no room for", () => {
  it("is shown to whoever asks for it, whole and to nobody else", async () => {
    const stage = await aStage("socket", { articles: [longArticle()] });
    const { slack } = stage;
    await slack.user("U1").types("/kms show LONG-1", "C1");
    const article = await stage.privately("U1", "[Start]");
    await slack.user("U1").clicks(article, "Start");
    const step = await slack.until(
      () =>
        slack
          .channel("C1")
          .messages()
          .find((one) => slack.visibleText(one).includes("Step 1 of")),
      "the step",
    );
    expect(slack.visibleText(step)).toContain("Shortened");
    await slack.user("U2").clicks(step, "Show all");
    await stage.privately("U2", "the last line of it");
    const shown = privateTo(slack, "U2")
      .map((message) => slack.visibleText(message))
      .join("\n");
    for (const line of [1, 150, 299]) expect(shown).toContain(`line ${line} `);
    expect(shown).not.toContain("Shortened");
    expect(privateTo(slack, "U3")).toEqual([]);
    expect(slack.rejections).toEqual([]);
    await stage.stop();
  });
});
