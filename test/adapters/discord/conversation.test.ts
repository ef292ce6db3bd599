import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { engines } from "../../support/a-store.ts";
import type { FakeDiscord } from "../../support/discord/index.ts";
import { allowedMentions } from "../../support/discord/world/mentions.ts";
import { post } from "../../support/discord/world/post.ts";
import { openThread } from "../../support/discord/world/threads.ts";
import { SP4, UPGRADE } from "../../support/pastes.ts";
import { aStage, type Stage } from "./stage.ts";

describe.each(engines)("what only Discord has, kept in $engine", ({ shelf }) => {
  let stage: Stage;

  beforeEach(async () => {
    stage = await aStage({ shelf: await shelf() });
  });

  afterEach(async () => {
    await stage.stop();
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

  it("still takes a command in a thread where people talked", async () => {
    const { discord } = stage;
    const paste = discord.user("ana").says("errors", SP4);
    await stage.answerTo(paste);
    const thread = discord.user("ana").startsThread(paste, "kms down");
    discord.user("ben").says(thread.id, "who knows this one?");
    discord.user("ben").says(thread.id, `${discord.mention} status`);
    await stage.privately("ben", "happened");
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

  it("helps with commands that Discord takes", async () => {
    await stage.discord.user("ana").types("/kms help", {}, "errors").reply();
    const answer = await stage.privately("ana", "What I can do");
    expect(stage.seen(answer)).toContain("/kms lookup 5389");
    expect(stage.seen(answer)).toContain("/kms status");
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
