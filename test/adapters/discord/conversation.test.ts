import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../../support/a-store.ts";
import type { FakeDiscord } from "../../support/discord/index.ts";
import { allowedMentions } from "../../support/discord/world/mentions.ts";
import { post } from "../../support/discord/world/post.ts";
import { openThread } from "../../support/discord/world/threads.ts";
import { botMessages } from "./bot-messages.ts";
import { DIALOG, SP4, UPGRADE } from "../../support/pastes.ts";
import { aStage, type Stage } from "./stage.ts";

describe.each(engines)("a conversation on Discord, kept in $engine", ({ shelf }) => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage({ shelf: await shelf() });
  });

  afterEach(async () => {
    await stage.stop();
  });

  it("answers a paste in reply, and walks Ana and Ben through the steps in the one message", async () => {
    const { discord } = stage;
    const [ana, ben] = [discord.user("ana"), discord.user("ben")];
    const answer = await stage.answerTo(ana.says("errors", SP4));
    expect(stage.seen(answer)).toContain("Q818952");
    expect(discord.channel("errors").threads()).toEqual([]);
    await ana.clicks(answer, "Start").answered();
    const first = await stage.reads(answer, "Step 1 of");
    await ben.clicks(first, "Yes").answered();
    await stage.reads(answer, "Step 2 of");
    expect(botMessages(discord)).toHaveLength(1);
    expect(discord.pings()).toEqual([]);
    expect(stage.discord.rejections).toEqual([]);
  });

  it("opens a thread on its answer when the run starts, named like the article, and listens there", async () => {
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    await discord.user("ana").clicks(answer, "Start").answered();
    const thread = await discord.until(() => discord.channel("errors").threads()[0], "a thread");
    expect(thread.id).toBe(answer.id);
    expect(thread.autoArchive).toBe(1_440);
    expect(stage.seen(answer)).toContain(thread.name.replace(/…$/, ""));
    discord.user("ben").says(thread.id, `${discord.mention} status`);
    await stage.privately("ben", "ana started");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("asks the one question that tells two articles apart", async () => {
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", `${discord.mention} 5389`));
    expect(stage.seen(answer)).toContain("Which of these is true?");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("answers the command so that nobody else sees it, and shares it when it is told to", async () => {
    const { discord } = stage;
    await discord.user("ana").types("/kms lookup", { query: "5085" }, "errors").reply();
    const answer = await stage.privately("ana", "Q818952");
    expect(botMessages(discord)).toEqual([]);
    await discord.user("ana").selects(answer, "Share with everyone").answered();
    const shared = await discord.until(() => botMessages(discord)[0], "the answer for everybody");
    expect(stage.seen(shared)).toContain("Q818952");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("takes the reason for a skipped step in a form, and goes on", async () => {
    const { discord } = stage;
    const [ana, ben] = [discord.user("ana"), discord.user("ben")];
    const answer = await stage.answerTo(ana.says("errors", DIALOG));
    await ben.clicks(answer, "Start").answered();
    const step = await stage.reads(answer, "Step 1 of");
    const form = await ben.selects(step, "Skip…").modal();
    expect(form.title).toBe("Skip…");
    await ben.submits(form, { "Why is it skipped?": "no tape" }).answered();
    await stage.reads(answer, "Step 2 of");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("tells whoever clicks second that somebody was faster", async () => {
    const { discord } = stage;
    const [ana, ben] = [discord.user("ana"), discord.user("ben")];
    const answer = await stage.answerTo(ana.says("errors", SP4));
    await ana.clicks(answer, "Start").answered();
    await ben.clicks(answer, "Start").answered();
    const told = await stage.privately("ben", "Your click changed nothing");
    expect(stage.seen(told)).toContain("ana started");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("follows an edit, and takes the answer back when the paste is deleted", async () => {
    const { discord } = stage;
    const paste = discord.user("ana").says("errors", SP4);
    const answer = await stage.answerTo(paste);
    discord.user("ana").edits(paste, UPGRADE);
    await stage.reads(answer, "Q274321");
    discord.user("ana").deletes(paste);
    await discord.until(() => botMessages(discord).length === 0, "the answer taken back");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("is silent about lunch", async () => {
    const { discord } = stage;
    discord.user("ana").says("errors", "lunch at 12? the KMS team is paying");
    await discord.settled();
    await stage.bot.settled();
    expect(botMessages(discord)).toEqual([]);
    expect(stage.discord.rejections).toEqual([]);
  });

  it("matches everything said in a thread when it is mentioned there", async () => {
    const { discord } = stage;
    discord.gateway.lose({ t: "MESSAGE_CREATE", times: 2 });
    const parent = discord.user("ana").says("errors", "Event ID: 5389\nSource: MSExchangeKMS");
    const thread = discord.user("ana").startsThread(parent, "kms down");
    discord.user("ben").says(thread.id, "also Event ID: 5015 failed logging on as a MAPI client");
    discord.user("ben").says(thread.id, `${discord.mention} any idea?`);
    const answer = await stage.answerTo(parent);
    expect(answer.channel).toBe(thread.id);
    expect(stage.seen(answer)).toContain("Q274321");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("matches the message whose menu was used, for the eyes of who used it", async () => {
    const { discord } = stage;
    const paste = discord.user("ana").says("errors", "is it this one? 5085");
    await discord.settled();
    await discord.user("cem").usesMenu("Match this error", paste).reply();
    await stage.privately("cem", "Q818952");
    expect(discord.ephemeralFor("ana")).toEqual([]);
    expect(stage.discord.rejections).toEqual([]);
  });

  it("takes a long paste in a box", async () => {
    const { discord } = stage;
    const box = await discord.user("ana").types("/kms paste", {}, "errors").modal();
    await discord.user("ana").submits(box, { "Paste the whole error": SP4 }).reply();
    const answer = await stage.privately("ana", "Q818952");
    await discord.user("ana").clicks(answer, "Read it").answered();
    await stage.privately("ana", "Symptoms");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("sends the whole of an article along where Discord has no room for it", async () => {
    const { discord } = stage;
    await discord.user("ana").types("/kms show", { article: "Q818952" }, "errors").reply();
    const answer = await stage.privately("ana", "Shortened");
    const [file] = answer.attachments;
    const text = await (await fetch(file?.url ?? "")).text();
    expect(text).toContain("Read the event log back");
    expect(text.length).toBeGreaterThan(4_000);
    expect(stage.discord.rejections).toEqual([]);
  });

  it("reads the message.txt that Discord makes of a long paste, in any encoding of Windows", async () => {
    const { discord } = stage;
    const utf16 = Buffer.from(`\uFEFF${SP4}`, "utf16le");
    const paste = discord.user("ana").says("errors", "", { attachments: [{ name: "message.txt", bytes: utf16 }] });
    expect(stage.seen(await stage.answerTo(paste))).toContain("Q818952");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("talks in direct messages", async () => {
    const { discord } = stage;
    discord.user("ana").says("dm", "5085");
    const answer = await stage.privately("ana", "Q818952");
    await discord.user("ana").clicks(answer, "Start").answered();
    await stage.reads(answer, "Step 1 of");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("holds each forum post for a conversation of its own", async () => {
    const { discord } = stage;
    discord.addChannel({ name: "incidents", kind: "forum" });
    const [one, other] = [forumPost(discord, "KMS is down", SP4), forumPost(discord, "KMS again", UPGRADE)];
    const answer = await stage.answerTo(one);
    expect(answer.channel).toBe(one.channel);
    expect(stage.seen(answer)).toContain("Q818952");
    expect(stage.seen(await stage.answerTo(other))).toContain("Q274321");
    expect(stage.discord.rejections).toEqual([]);
  });

  it("says what it can do when somebody only mentions it, and on /kms help", async () => {
    const { discord } = stage;
    discord.user("ana").says("errors", discord.mention);
    await stage.privately("ana", "What I can do");
    await discord.user("ben").types("/kms help", {}, "errors").reply();
    await stage.privately("ben", "What I can do");
    expect(stage.discord.rejections).toEqual([]);
  });
});

/** Ana opens a post in the forum: a thread and its first message, which share an id. */
function forumPost(discord: FakeDiscord, name: string, text: string) {
  const { world } = discord;
  const at = discord.clock.now();
  const author = discord.user("ana").id;
  const plan = {
    parent: discord.channel("incidents").id,
    guild: discord.guild().id,
    name,
    owner: author,
    autoArchive: 1440,
  };
  const { id } = openThread(world, { ...plan, tags: [] }, at);
  const message = post(world, { id, channel: id, author, content: text, allowed: allowedMentions(undefined) }, at);
  discord.advance(0);
  return message;
}
