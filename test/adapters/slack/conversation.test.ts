import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../../support/a-store.ts";
import { botMessages } from "./bot-messages.ts";
import { DIALOG, SP4, UPGRADE } from "../../support/pastes.ts";
import { aStage, type Stage } from "./stage.ts";

const ways = (["socket", "http"] as const).flatMap((mode) =>
  engines.map((engine) => ({ mode, engine, kept: engine.engine })),
);

describe.each(ways)("a conversation on Slack over $mode, kept in $kept", ({ mode, engine }) => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage(mode, { engine });
  });

  afterEach(async () => {
    await stage.stop();
  });

  it("answers a paste in its thread, and walks Ana and Ben through the steps until the error is gone", async () => {
    const { slack } = stage;
    const paste = slack.user("U1").says("C1", SP4);
    const answer = await stage.answerTo(paste);
    expect(slack.visibleText(answer)).toContain("Q818952");
    expect(slack.channel("C1").messages()).toHaveLength(1);
    const [ana, ben] = ["U1", "U2"];
    const press = async (user: string, label: string, sees: string) => {
      await slack.user(user).clicks(await stage.reads(answer, `[${label}]`), label);
      await stage.reads(answer, sees);
    };
    await press(ana, "Start", "Read event 5085");
    await press(ana, "Yes", "See whether the conditions are met");
    await press(ben, "Yes", "Find the tool and the key database");
    await press(ben, "Yes", "Back up the Exchange databases");
    await press(ana, "Done", "Is the backup complete");
    await press(ana, "Yes", "This cannot be undone");
    await press(ana, "Yes, go ahead", "eseutil.exe /d");
    await press(ana, "Done", "Did eseutil end without an error?");
    await press(ben, "Yes", "Restart the Key Management Service");
    await press(ben, "Done", "Does the service start now?");
    await press(ben, "Yes", "Read the event log back");
    await press(ben, "Yes", "Fixed: ");
    const said = slack.visibleText(await stage.reads(answer, "Fixed: "));
    expect(said).toContain("Defragment the key database");
    expect(botMessages(slack)).toHaveLength(1);
    expect(slack.rejections).toEqual([]);
    expect(slack.pings()).toEqual([]);
  });

  it("asks the one question that tells two articles apart", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").mentions("C1", "5389"));
    expect(slack.visibleText(answer)).toContain("Which of these is true?");
    expect(slack.rejections).toEqual([]);
  });

  it("answers the command so that nobody else sees it, and shares it when it is told to", async () => {
    const { slack } = stage;
    await slack.user("U1").types("/kms 5085", "C1");
    const answer = await stage.privately("U1", "Q818952");
    expect(slack.channel("C1").seenBy("U2")).toEqual([]);
    await slack.user("U1").clicks(answer, "Share with everyone");
    const shared = await slack.until(() => botMessages(slack)[0]);
    expect(slack.visibleText(shared)).toContain("Q818952");
    expect(slack.rejections).toEqual([]);
  });

  it("takes the reason for a skipped step in a form, and says whose it was", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").says("C1", DIALOG));
    await slack.user("U2").clicks(answer, "Start");
    const step = await stage.reads(answer, "Step 1 of");
    await slack.user("U2").clicks(step, "Skip…");
    const form = await slack.until(() => slack.user("U2").modal, "a form");
    expect(slack.visibleText(form)).toContain("Why is it skipped?");
    expect(await slack.user("U2").submits(form, { "Why is it skipped?": "no tape" })).toEqual({ kind: "closed" });
    await stage.reads(answer, "Step 2 of");
    expect(slack.rejections).toEqual([]);
  });

  it("tells whoever clicks second that somebody was faster", async () => {
    const { slack } = stage;
    const answer = await stage.answerTo(slack.user("U1").says("C1", SP4));
    await slack.user("U1").clicks(answer, "Start");
    await slack.user("U2").clicks(answer, "Start");
    const told = await stage.privately("U2", "Your click changed nothing");
    expect(slack.visibleText(told)).toContain("u1 started");
    expect(slack.rejections).toEqual([]);
  });

  it("follows an edit, and takes the answer back when the paste is deleted", async () => {
    const { slack } = stage;
    const paste = slack.user("U1").says("C1", SP4);
    const answer = await stage.answerTo(paste);
    slack.user("U1").edits(paste, UPGRADE);
    await stage.reads(answer, "Q274321");
    slack.user("U1").deletes(paste);
    await slack.until(() => botMessages(slack).length === 0, "the answer taken back");
    expect(slack.rejections).toEqual([]);
  });

  it("is silent about lunch", async () => {
    const { slack } = stage;
    slack.user("U1").says("C1", "lunch at 12? the KMS team is paying");
    await slack.quiet();
    await stage.bot.settled();
    expect(botMessages(slack)).toEqual([]);
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

  it("matches the message that a shortcut was used on, for the eyes of who used it", async () => {
    const { slack } = stage;
    const paste = slack.user("U1").says("C1", "is it this one? 5085");
    await slack.quiet();
    await slack.user("U3").usesShortcut("Match this error", paste);
    await stage.privately("U3", "Q818952");
    expect(slack.channel("C1").ephemeralFor("U1")).toEqual([]);
    expect(slack.rejections).toEqual([]);
  });

  it("takes a paste in a box, and answers in the direct messages", async () => {
    const { slack } = stage;
    await slack.user("U1").usesShortcut("Match an error");
    const box = await slack.until(() => slack.user("U1").modal, "the box");
    await slack.user("U1").submits(box, { "Paste the error": SP4 });
    const answer = await stage.privately("U1", "Q818952");
    await slack.user("U1").clicks(answer, "Read it");
    await stage.privately("U1", "Symptoms");
    expect(slack.rejections).toEqual([]);
  });

  it("reads a log that some Windows wrote", async () => {
    const { slack } = stage;
    const utf16 = Buffer.from(`\uFEFF${SP4}`, "utf16le");
    const paste = slack.user("U1").says("C1", "", { files: [{ name: "app.log", content: utf16 }] });
    const answer = await stage.answerTo(paste);
    expect(slack.visibleText(answer)).toContain("Q818952");
    expect(slack.rejections).toEqual([]);
  });

  it("talks in direct messages", async () => {
    const { slack } = stage;
    slack.user("U1").opensHome();
    const direct = [...slack.world.channels.values()].find(({ kind }) => kind === "im")?.id ?? "";
    slack.user("U1").says(direct, "5085");
    await stage.privately("U1", "Q818952");
    expect(slack.rejections).toEqual([]);
  });

  it("says what it can do when somebody only mentions it", async () => {
    const { slack } = stage;
    const asked = slack.user("U1").mentions("C1", "");
    await slack.quiet();
    await slack.until(
      () =>
        [...slack.channel("C1").thread(asked.ts), ...slack.channel("C1").ephemeralFor("U1")].find((message) =>
          slack.visibleText(message).includes("What I can do"),
        ),
      "help",
    );
    expect(slack.rejections).toEqual([]);
  });

  it("shows on its Home tab what it can do", async () => {
    const { slack } = stage;
    slack.user("U1").opensHome();
    const home = await slack.until(() => slack.user("U1").home, "the Home tab");
    expect(slack.visibleText(home)).toContain("What I can do");
    expect(slack.rejections).toEqual([]);
  });
});
