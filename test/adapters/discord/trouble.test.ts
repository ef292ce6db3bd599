import { afterEach, describe, expect, it } from "vitest";
import type { Delivery } from "../../../src/app/platform.ts";
import { discord as startAdapter } from "../../../adapters/discord/index.ts";
import { aMemory, clockOf, configOf, connected, keepingIntake } from "./driver.ts";
import { botMessages } from "./bot-messages.ts";
import { SP4 } from "../../support/pastes.ts";
import { aBot, aShelf, aStage, type Setting, type Stage } from "./stage.ts";

const POST = "POST /channels/:channel/messages";
const EDIT = "PATCH /channels/:channel/messages/:message";

describe("trouble on Discord", () => {
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

  it("carries on after a restart, because the button says where it was", async () => {
    const [shelf, memory] = [await aShelf(), aMemory()];
    const stage = await staged({ shelf, ports: { memory } });
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    await discord.user("ana").clicks(answer, "Start").answered();
    await stage.reads(answer, "Step 1 of");
    await stage.adapter.stop();
    await stage.bot.stop();
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory });
    const bot = await aBot(again, discord, await shelf.open(clockOf(discord)));
    await again.connect(bot.intake);
    stops.push(again.stop, bot.stop);
    await discord.until(() => again.health().isConnected, "the connection");
    const form = await discord.user("ben").selects(answer, "Skip…").modal();
    await discord.user("ben").submits(form, { "Why is it skipped?": "no tape" }).answered();
    await stage.reads(answer, "Step 2 of");
    expect(discord.rejections).toEqual([]);
  });

  it("recovers 500 messages that were said in five minutes without it, each once and in order", async () => {
    const memory = aMemory();
    const before = keepingIntake();
    const { discord, adapter } = await connected(() => before, {}, { ports: { memory } });
    stops.push(discord.stop);
    discord.user("ana").says("errors", "before");
    await discord.until(() => before.kept().length === 1, "the message before");
    await adapter.stop();
    const said = Array.from({ length: 500 }, (_, at) => {
      discord.advance(600);
      return discord.user(at % 2 === 0 ? "ana" : "ben").says("errors", `Event ID ${at}`).id;
    });
    const direct = discord.user("ana").says("dm", "5389");
    const after = keepingIntake();
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory });
    const started = Date.now();
    await again.connect(after);
    stops.unshift(again.stop);
    await discord.until(() => after.kept().length >= 500, "500 messages");
    await discord.settled();
    expect(Date.now() - started).toBeLessThan(60_000);
    expect(messagesOf(after.kept()).filter((id) => id !== direct.id)).toEqual(said);
    expect(discord.rejections).toEqual([]);
  });

  it("reads on in a run's thread and in direct messages after a time away", async () => {
    const memory = aMemory();
    const before = keepingIntake();
    const { discord, adapter } = await connected(() => before, {}, { ports: { memory } });
    stops.push(discord.stop);
    const paste = discord.user("ana").says("errors", "before");
    discord.user("ana").says("dm", "5389");
    const old = discord.user("ana").startsThread(paste, "old");
    discord.user("ana").says(old.id, "in the thread");
    await discord.until(() => before.kept().length === 3, "three messages");
    await adapter.stop();
    const missed = discord.user("ben").says("errors", "a new one");
    const inNew = discord.user("ben").says(discord.user("ben").startsThread(missed, "new").id, "in a new thread");
    const inOld = discord.user("ben").says(old.id, "still failing");
    const direct = discord.user("ana").says("dm", "5390");
    const after = keepingIntake();
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory });
    await again.connect(after);
    stops.unshift(again.stop);
    const wanted = [missed.id, inNew.id, inOld.id, direct.id].toSorted();
    await discord.until(() => after.kept().length === 4, "four messages");
    expect(messagesOf(after.kept()).toSorted()).toEqual(wanted);
  });

  it("answers late, and says so, what was pasted while it was away", async () => {
    const [shelf, memory] = [await aShelf(), aMemory()];
    const stage = await staged({ shelf, ports: { memory } });
    const { discord } = stage;
    discord.user("ana").says("errors", "good morning");
    await discord.settled();
    await stage.adapter.stop();
    await stage.bot.stop();
    const paste = discord.user("ana").says("errors", SP4);
    discord.advance(5 * 60_000);
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory });
    const bot = await aBot(again, discord, await shelf.open(clockOf(discord)));
    await again.connect(bot.intake);
    stops.push(again.stop, bot.stop);
    expect(stage.seen(await stage.answerTo(paste))).toContain("In answer to what was said 5 min ago.");
  });

  it("does not read back what was said before it came for the first time", async () => {
    const intake = keepingIntake();
    const { discord, adapter } = await connected(() => intake);
    stops.push(discord.stop);
    await adapter.stop();
    discord.user("ana").says("errors", "long ago");
    const again = startAdapter(configOf(discord), { clock: clockOf(discord), memory: aMemory() });
    await again.connect(intake);
    stops.unshift(again.stop);
    await discord.until(() => again.health().isConnected, "the connection");
    await discord.settled();
    expect(intake.kept()).toEqual([]);
  });

  it("answers an event once that two processes hear, with one store", async () => {
    const shelf = await aShelf();
    const stage = await staged({ shelf });
    const { discord } = stage;
    const other = startAdapter(configOf(discord), { clock: clockOf(discord) });
    const bot = await aBot(other, discord, await shelf.open(clockOf(discord)));
    await other.connect(bot.intake);
    stops.push(other.stop, bot.stop);
    await discord.until(() => other.health().isConnected, "the other connection");
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    await discord.settled();
    expect(botMessages(discord)).toHaveLength(1);
    await discord.user("ana").clicks(answer, "Start").answered();
    await stage.reads(answer, "Step 1 of");
    await discord.settled();
    expect(discord.channel("errors").threads()).toHaveLength(1);
    expect(discord.rejections.filter(({ code }) => code !== 40_060)).toEqual([]);
  });
});

function messagesOf(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.flatMap(({ event }) => (event.kind === "said" ? [event.message] : []));
}
