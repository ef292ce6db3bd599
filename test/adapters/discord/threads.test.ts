import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { writeAction } from "../../../src/core/resolution/token.ts";
import { aView } from "../../contract/views.ts";
import { botMessages } from "./bot-messages.ts";
import { SP4 } from "../../support/pastes.ts";
import { aStage, type Stage } from "./stage.ts";

describe("the thread of a run on Discord", () => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage();
  });

  afterEach(async () => {
    await stage.stop();
  });

  const started = async () => {
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    await discord.user("ana").clicks(answer, "Start").answered();
    const thread = await discord.until(() => discord.channel("errors").threads()[0], "a thread");
    return { discord, answer, thread };
  };

  it("is opened once, however many steps there are", async () => {
    const { discord, answer } = await started();
    await discord.user("ben").clicks(answer, "Yes").answered();
    await stage.reads(answer, "Step 2 of");
    await discord.settled();
    expect(discord.calls.filter(({ route }) => route.endsWith("/threads"))).toHaveLength(1);
    expect(discord.rejections).toEqual([]);
  });

  it("is woken when somebody comes back to the run", async () => {
    const { discord, answer, thread } = await started();
    discord.setThread(thread.id, { archived: true });
    await discord.user("ben").clicks(answer, "Yes").answered();
    await stage.reads(answer, "Step 2 of");
    await discord.until(() => !discord.thread(thread.id).now().archived, "the thread awake");
    expect(discord.rejections).toEqual([]);
  });

  it("may be locked and asleep: the run goes on in its one message", async () => {
    const { discord, answer, thread } = await started();
    discord.setThread(thread.id, { archived: true, locked: true });
    for (const step of ["Step 2 of", "Step 3 of"]) {
      await discord.user("ben").clicks(answer, "Yes").answered();
      await stage.reads(answer, step);
    }
    await stage.bot.settled();
    expect(botMessages(discord)).toHaveLength(1);
    expect(discord.ephemeralFor("ben")).toEqual([]);
  });

  it("is done without where it is not allowed, and the run says how to allow it", async () => {
    const { discord } = stage;
    discord.deny("errors", "CREATE_PUBLIC_THREADS");
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    await discord.user("ana").clicks(answer, "Start").answered();
    const step = await stage.reads(answer, "Create Public Threads");
    expect(stage.seen(step)).toContain("Step 1 of");
    expect(discord.channel("errors").threads()).toEqual([]);
    discord.allow("errors", "CREATE_PUBLIC_THREADS");
    await discord.user("ben").clicks(answer, "Yes").answered();
    await discord.until(() => discord.channel("errors").threads()[0], "a thread");
  });

  it("gives way to its channel where the bot may not write in it, with a link", async () => {
    const { discord, thread } = await started();
    discord.deny("errors", "SEND_MESSAGES_IN_THREADS");
    const place = {
      platform: "discord",
      tenant: discord.guild().id,
      channel: thread.parent,
      thread: thread.id,
      kind: "channel",
    } as const;
    const post = {
      kind: "post",
      key: "k",
      place,
      view: aView("More news"),
      tokenOf: writeAction,
      replyTo: undefined,
    } as const;
    const sent = await stage.adapter.platform.send(post);
    expect(sent).toMatchObject({ kind: "sent", ref: { channel: thread.parent } });
    const said = botMessages(discord).find((message) => stage.seen(message).includes("More news"));
    expect(said === undefined ? "" : stage.seen(said)).toContain(
      `discord.com/channels/${discord.guild().id}/${thread.id}`,
    );
  });

  it("says which permission is missing: seeing is not writing", async () => {
    const { discord } = stage;
    const place = {
      platform: "discord",
      tenant: discord.guild().id,
      channel: discord.channel("errors").id,
      thread: undefined,
      kind: "channel",
    } as const;
    const post = { kind: "post", key: "k", place, view: aView("x"), tokenOf: writeAction, replyTo: undefined } as const;
    discord.deny("errors", "SEND_MESSAGES");
    expect(await stage.adapter.platform.send(post)).toMatchObject({
      kind: "impossible",
      advice: expect.stringContaining("Send Messages"),
    });
    discord.deny("errors", "VIEW_CHANNEL");
    expect(await stage.adapter.platform.send(post)).toMatchObject({
      kind: "impossible",
      advice: expect.stringContaining("View Channel"),
    });
  });

  it("takes evidence that is said in it, and the answer sharpens", async () => {
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", `${discord.mention} MSExchangeKMS 5389`));
    expect(stage.seen(answer)).toContain("Which of these is true?");
    const thread = discord.user("ben").startsThread(answer, "kms");
    discord
      .user("ben")
      .says(thread.id, "and Event ID: 5015\nSource: MSExchangeKMS\nfailed logging on as a MAPI client");
    await stage.reads(answer, "Q274321");
    expect(botMessages(discord)).toHaveLength(1);
  });

  it("finds an article by the id that was suggested", async () => {
    const { discord } = stage;
    await discord.user("ana").types("/kms lookup", { query: "Q818952" }, "errors").reply();
    await stage.privately("ana", "Q818952");
    await discord.user("ana").types("/kms show", { article: "Q818952" }, "errors").reply();
    const shown = await stage.privately("ana", "Symptoms");
    expect(shown.onlyFor).toBe(discord.user("ana").id);
  });
});
