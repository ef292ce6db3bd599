import { afterEach, describe, expect, it } from "vitest";
import { discord as startAdapter } from "../../../adapters/discord/index.ts";
import { SP4 } from "../../support/pastes.ts";
import { botMessages } from "./bot-messages.ts";
import { aMemory, clockOf, configOf } from "./driver.ts";
import { aBot, aShelf, aStage, type Setting, type Stage } from "./stage.ts";

const EDIT = "PATCH /channels/:channel/messages/:message";

describe("several processes on one store, at once or one after the other", () => {
  const stops: (() => Promise<void>)[] = [];

  afterEach(async () => {
    for (const stop of stops.splice(0)) await stop();
  });

  const staged = async (setting: Setting = {}): Promise<Stage> => {
    const stage = await aStage(setting);
    stops.push(stage.stop);
    return stage;
  };

  /** One more process on the same store. */
  const another = async ({ discord }: Stage, shelf: Awaited<ReturnType<typeof aShelf>>): Promise<void> => {
    const adapter = startAdapter(configOf(discord), { clock: clockOf(discord) });
    const bot = await aBot(adapter, discord, await shelf.open(clockOf(discord)));
    await adapter.connect(bot.intake);
    stops.push(adapter.stop, bot.stop);
    await discord.until(() => adapter.health().isConnected, "the other connection");
  };

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

  it("answers an event once that two processes hear, with one store", async () => {
    const shelf = await aShelf();
    const stage = await staged({ shelf });
    const { discord } = stage;
    await another(stage, shelf);
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    await discord.settled();
    expect(botMessages(discord)).toHaveLength(1);
    await discord.user("ana").clicks(answer, "Start").answered();
    await stage.reads(answer, "Step 1 of");
    await discord.settled();
    expect(discord.channel("errors").threads()).toHaveLength(1);
    expect(discord.rejections.filter(({ code }) => code !== 40_060)).toEqual([]);
  });

  it("has one winner where two people click at once and two processes hear both, and tells the other", async () => {
    const shelf = await aShelf();
    const stage = await staged({ shelf });
    const { discord } = stage;
    await another(stage, shelf);
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    const people = ["ana", "ben", "cem", "dan"].map((name) => discord.user(name));
    await Promise.all(people.map((one) => one.clicks(answer, "Start").answered()));
    await stage.reads(answer, "Step 1 of");
    const losers = () => people.filter((one) => timesTold(stage, one.name, "Your click changed nothing") === 1);
    await discord.until(() => losers().length === 3, "three who were too late");
    await discord.settled();
    expect(losers()).toHaveLength(3);
    const winner = people.find((one) => !losers().includes(one));
    for (const { name } of losers()) await stage.privately(name, `${winner?.name} started`);
    expect(discord.rejections.filter(({ code }) => code !== 40_060)).toEqual([]);
  });

  it("finishes a step that it was stopped in the middle of, once it is back", async () => {
    const [shelf, memory] = [await aShelf(), aMemory()];
    const stage = await staged({ shelf, ports: { memory } });
    const { discord } = stage;
    const answer = await stage.answerTo(discord.user("ana").says("errors", SP4));
    discord.fails(EDIT, { kind: "hang" });
    await discord.user("ana").clicks(answer, "Start").answered();
    await Promise.all([stage.adapter.stop(), stage.bot.stop()]);
    await another(stage, shelf);
    await stage.reads(answer, "Step 1 of");
    expect(botMessages(discord)).toHaveLength(1);
    discord.advance(20_000);
    await discord.until(() => discord.channel("errors").threads()[0], "the thread");
    expect(discord.channel("errors").threads()).toHaveLength(1);
  });
});

/** How often somebody alone was told so. */
function timesTold({ discord, seen }: Stage, name: string, words: string): number {
  return discord.ephemeralFor(name).filter((message) => seen(message).includes(words)).length;
}
