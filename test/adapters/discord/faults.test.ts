import { afterEach, describe, expect, it } from "vitest";
import { connected, keepingIntake } from "./driver.ts";
import { botMessages } from "./bot-messages.ts";
import { SP4, UPGRADE } from "../../support/pastes.ts";
import { tokenOf } from "../../contract/platform-words.ts";
import { aView } from "../../contract/views.ts";
import { aStage, type Setting, type Stage } from "./stage.ts";

const POST = "POST /channels/:channel/messages";
const EDIT = "PATCH /channels/:channel/messages/:message";

describe("what goes wrong on Discord", () => {
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const staged = async (setting: Setting = {}): Promise<Stage> => {
    const stage = await aStage(setting);
    stops.push(stage.stop);
    return stage;
  };

  it.each([
    { kind: "resetBefore" },
    { kind: "resetAfter" },
    { kind: "http5xx", status: 503 },
    { kind: "http5xx", status: 500, after: true },
    { kind: "htmlBody", status: 502 },
    { kind: "rateLimited", retryAfter: 0.3 },
    { kind: "rateLimited" },
    { kind: "htmlBody", status: 429 },
  ] as const)("posts once after $kind ($status)", async (fault) => {
    const stage = await staged();
    stage.discord.fails(POST, fault);
    const paste = stage.discord.user("ana").says("errors", SP4);
    await stage.answerTo(paste);
    await stage.bot.settled();
    await stage.discord.settled();
    expect(botMessages(stage.discord)).toHaveLength(1);
  });

  it("answers a click at once while posting is at a standstill", async () => {
    const stage = await staged();
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    discord.fails(EDIT, { kind: "rateLimited", retryAfter: 60, global: true }, 5);
    expect((await discord.user("ana").clicks(answer, "Start").answered()).kind).toBe("updating");
    expect((await discord.user("ben").clicks(answer, "Read it").answered()).kind).toBe("updating");
    await stage.privately("ben", "Symptoms");
  });

  it("takes a click once that Discord delivers three times", async () => {
    const stage = await staged();
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    discord.gateway.duplicate({ t: "INTERACTION_CREATE", copies: 3 });
    await discord.user("ana").clicks(answer, "Start").answered();
    await stage.reads(answer, "Step 1 of");
    await discord.settled();
    expect(discord.rejections.map(({ code }) => code)).toEqual([40_060, 40_060]);
    expect(discord.ephemeralFor("ana")).toEqual([]);
  });

  it("moves on although the click was acknowledged too late, and says what it has to say in a direct message", async () => {
    const stage = await staged();
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    discord.fails(
      "POST /interactions/:interaction/:token/callback",
      {
        kind: "api",
        status: 404,
        code: 10_062,
        message: "Unknown interaction",
      },
      2,
    );
    discord.user("ana").clicks(answer, "Start");
    await stage.reads(answer, "Step 1 of");
    discord.user("ben").selects(answer, "Read the whole article");
    const told = await stage.privately("ben", "Symptoms");
    expect(told.onlyFor).toBeUndefined();
    expect(discord.rejections).toEqual([]);
  });

  it("says privately that nothing was done where it could not be stored", async () => {
    const intake = keepingIntake();
    const { discord, stop } = await connected(() => intake);
    stops.push(stop);
    intake.state.isBroken = true;
    const reply = await discord.user("ana").types("/kms lookup", { query: "5389" }, "errors").reply();
    expect(discord.visibleText(reply)).toContain("could not be stored");
    expect(discord.ephemeralFor("ana")).toHaveLength(1);
  });

  it.each([
    { code: 10_008, message: "Unknown Message", says: "The message was deleted" },
    { code: 10_003, message: "Unknown Channel", says: "The channel or thread was deleted" },
    { code: 50_013, message: "Missing Permissions", says: "Send Messages in Threads" },
    { code: 50_001, message: "Missing Access", says: "View Channel" },
  ])("tells whoever clicked what to do about $code, and the step is taken all the same", async (fault) => {
    const stage = await staged();
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    discord.fails(EDIT, { kind: "api", status: 403, code: fault.code, message: fault.message });
    await discord.user("ana").clicks(answer, "Start").answered();
    expect(stage.seen(await stage.privately("ana", "I cannot show this here"))).toContain(fault.says);
    discord.user("ana").says("errors", `${discord.mention} status`, { replyTo: answer });
    await stage.privately("ana", "started");
  });

  it("wakes a thread that is archived, and says it there", async () => {
    const stage = await staged();
    const { discord } = stage;
    const thread = discord.user("ana").startsThread(discord.user("ana").says("errors", "hm"), "hm");
    discord.fails(POST, { kind: "api", status: 400, code: 50_083, message: "Thread is archived" });
    const paste = discord.user("ana").says(thread.id, SP4);
    const answer = await discord.until(() => discord.thread(thread.id).messages().at(-1), "the answer");
    await discord.until(() => botIn(stage, thread.id), "the answer");
    expect(answer.channel).toBe(paste.channel);
    expect(discord.calls.filter(({ route }) => route === "PATCH /channels/:channel")).toHaveLength(1);
  });

  it("hears a direct message although Discord does not tell which channel it is", async () => {
    const stage = await staged();
    const { discord } = stage;
    discord.fails("GET /channels/:channel", { kind: "api", status: 503, code: 0, message: "Service Unavailable" }, 5);
    const said = discord.user("ana").says("dm", SP4);
    const answer = await discord.until(() => botIn(stage, said.channel), "the answer");
    expect(stage.seen(answer)).toContain("Q818952");
  });

  it("takes a form that was open for more than 15 minutes", async () => {
    const stage = await staged();
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    await discord.user("ana").clicks(answer, "Start").answered();
    const form = await discord
      .user("ana")
      .selects(await stage.reads(answer, "Step 1 of"), "Skip…")
      .modal();
    discord.advance(16 * 60_000);
    await discord.user("ana").submits(form, { "Why is it skipped?": "no tape" }).answered();
    await stage.reads(answer, "Step 2 of");
    expect(discord.rejections).toEqual([]);
  });

  it.each([
    { what: "is over by our clock", minutes: 16, code: undefined },
    { what: "is over by Discord's", minutes: 0, code: 50_027 },
    { what: "is unknown", minutes: 6, code: 10_015 },
  ])("tells in a direct message what cannot be answered any more because the interaction $what", async (over) => {
    const intake = keepingIntake();
    const { discord, adapter, stop } = await connected(() => intake);
    stops.push(stop);
    await discord.user("ben").types("/kms lookup", { query: "5085" }, "errors").answered();
    const asked = await discord.until(() => intake.kept()[0], "the question");
    const answer = asked.event.kind === "asked" ? asked.event.answer : undefined;
    discord.advance(over.minutes * 60_000);
    if (over.code !== undefined) discord.fails("*", { kind: "api", status: 401, code: over.code, message: "Invalid" });
    const aside = {
      kind: "aside",
      key: "k",
      place: asked.place,
      to: asked.by,
      answer,
      view: aView("Here"),
      tokenOf,
    } as const;
    expect((await adapter.platform.send(aside)).kind).toBe("sent");
    const direct = [...discord.world.channels.values()].find(({ kind }) => kind === "dm");
    expect(
      discord
        .channel(direct ?? "dm")
        .messages()
        .map(discord.visibleText),
    ).toEqual(["Here"]);
  });

  it("follows an edit that comes before the message it is of", async () => {
    const stage = await staged();
    const { discord } = stage;
    discord.gateway.swap("MESSAGE_CREATE");
    const paste = discord.user("ana").says("errors", SP4);
    discord.user("ana").edits(paste, UPGRADE);
    const answer = await stage.answerTo(paste);
    await stage.reads(answer, "Q274321");
    await discord.settled();
    await stage.bot.settled();
    expect(stage.seen(discord.current(answer) ?? answer)).toContain("Q274321");
    expect(botMessages(discord)).toHaveLength(1);
  });

  it("notices that nobody answers its heartbeats any more, and misses nothing", async () => {
    const stage = await staged({ options: { heartbeatInterval: 100 } });
    const { discord } = stage;
    discord.gateway.muteAcks(true);
    await discord.until(() => discord.gateway.counts.resumed > 0, "a new connection");
    discord.gateway.muteAcks(false);
    await stage.answerTo(discord.user("ana").says("errors", SP4));
    expect(botMessages(discord)).toHaveLength(1);
  });
});

function botIn({ discord }: Stage, thread: string) {
  return discord
    .thread(thread)
    .messages()
    .find(({ author }) => author === discord.botId);
}
