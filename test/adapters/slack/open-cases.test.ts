import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { articleId } from "../../../src/core/kb/ids.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import { DIALOG, SP4 } from "../../support/pastes.ts";
import { aStage, type Stage } from "./stage.ts";

const channels = [{ id: "C1" }, { id: "C2" }];
const written = [{ article: articleId("Q274321"), at: Date.now() - 3_600_000 }];

it("shows no article as new on the Home tab that was there when the bot was installed", async () => {
  const stage = await aStage("socket", { channels, written });
  stage.slack.user("U1").opensHome();
  const home = await stage.slack.until(() => stage.slack.user("U1").home, "the Home tab");
  expect(stage.slack.visibleText(home)).toContain("No article was written or changed lately.");
  await stage.stop();
});

describe("what is open on Slack", () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage("socket", { channels, written, installed: instant(Date.now() - 86_400_000) });
  });

  afterEach(async () => {
    await stage.stop();
  });

  async function started(user: string, channel: string, text: string): Promise<void> {
    const answer = await stage.answerTo(stage.slack.user(user).says(channel, text));
    await stage.slack.user(user).clicks(answer, "Start");
    await stage.reads(answer, "Step 1 of");
  }

  it("is listed where somebody asks for the status of a channel, with a way to each thread", async () => {
    const { slack } = stage;
    await started("U1", "C1", SP4);
    await started("U1", "C2", DIALOG);
    await slack.user("U3").types("/kms status", "C1");
    const list = await stage.privately("U3", "Open in this channel");
    const text = slack.visibleText(list);
    expect(text).toContain("KMS cannot mount its key database after Windows 2000 Service Pack 4");
    expect(text.match(/•/g)).toHaveLength(1);
    expect(JSON.stringify(list.blocks)).toContain("https://app.slack.com/client/T1/C1/thread/C1-");
    slack.user("U3").mentions("C2", "status");
    await stage.privately("U3", "Open in this channel");
    expect(slack.rejections).toEqual([]);
  });

  it("says so when nothing is", async () => {
    await stage.slack.user("U1").types("/kms status", "C1");
    expect(stage.slack.visibleText(await stage.privately("U1", "Open in this channel"))).toContain("Nothing is open");
  });

  it("is on the Home tab of those who have a part in it, with what is new", async () => {
    const { slack } = stage;
    await started("U1", "C1", SP4);
    slack.user("U1").opensHome();
    const mine = slack.visibleText(await slack.until(() => slack.user("U1").home, "the Home tab"));
    expect(mine).toContain("Your open cases");
    expect(mine).toContain("KMS cannot mount its key database");
    expect(mine).toMatch(/What is new\n• .*\(Q274321\) · 1 h ago · \/kms show Q274321/);
    slack.user("U2").opensHome();
    const theirs = slack.visibleText(await slack.until(() => slack.user("U2").home, "the Home tab"));
    expect(theirs).toContain("Nothing is open");
    expect(slack.rejections).toEqual([]);
  });

  it("counts somebody in whom it was assigned to, and nobody any more when it is fixed", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").says("C1", SP4));
    await slack.user("U1").clicks(answer, "Assign to…");
    const form = await slack.until(() => slack.user("U1").modal, "the form");
    await slack.user("U1").submits(form, { "Who takes it?": "U2" });
    await stage.reads(answer, "Assigned to @u2");
    slack.user("U2").opensHome();
    expect(slack.visibleText(await slack.until(() => slack.user("U2").home, "the Home tab"))).toContain("@u2 has it");
    await slack.user("U2").clicks(await stage.reads(answer, "[Start]"), "Start");
    await slack.user("U2").clicks(await stage.reads(answer, "Step 1 of"), "The error is gone");
    await stage.reads(answer, "Fixed: ");
    slack.user("U2").opensHome();
    await slack.until(
      () => slack.visibleText(slack.user("U2").home ?? answer).includes("Nothing is open"),
      "an empty Home tab",
    );
  });
});
