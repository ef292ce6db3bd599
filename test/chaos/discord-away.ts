import { setTimeout as wait } from "node:timers/promises";
import type { Store } from "../../src/app/store.ts";
import { aMemory, clockOf, connectedTo } from "../adapters/discord/driver.ts";
import { startDiscord } from "../support/discord/index.ts";
import { SP4 } from "../support/pastes.ts";
import { aBotOn } from "./bot-on.ts";
import { type Engine, expectAtMost, expectCount, type Finding, round } from "./scenario.ts";

/** Within how long all of them are answered (milliseconds). */
const CAUGHT_UP = 60_000;

/** Discord is left for five minutes, in which people go on talking; afterwards their errors are answered. */
export async function fiveMinutesAway(engine: Engine, seed: number, messages: number): Promise<Finding> {
  const discord = await startDiscord({ channels: CHANNELS, messageContent: true });
  const clock = clockOf(discord);
  const address = await engine.fresh();
  const memory = aMemory();
  const come = async () => {
    const opened: { store?: Store; stopBot?: () => Promise<void> } = {};
    const adapter = await connectedTo(
      discord,
      async ({ platform }) => {
        opened.store = await engine.open(address, clock);
        const bot = await aBotOn(opened.store, platform, clock, seed);
        opened.stopBot = bot.stop;
        return bot.intake;
      },
      { ports: { memory } },
    );
    return async () => {
      await adapter.stop();
      await opened.stopBot?.();
      await opened.store?.close();
    };
  };
  for (const channel of CHANNELS) discord.user("ana").says(channel, "good morning");
  const go = await come();
  await discord.settled();
  await go();
  const relevant = sayWhileAway(discord, messages);
  discord.advance(5 * 60_000);
  const begun = performance.now();
  const leave = await come();
  const isHandled = () => relevant.filter(({ id }) => isAnsweredOn(discord, id)).length;
  for (let tries = 0; isHandled() < relevant.length && performance.now() - begun < CAUGHT_UP; tries++) await wait(50);
  const [took, handled] = [performance.now() - begun, isHandled()];
  await leave();
  await discord.stop();
  return {
    engine: engine.name,
    counts: {
      what: "Discord: 5 min away",
      times: messages,
      relevant: relevant.length,
      answered: handled,
      "took ms": round(took),
    },
    broken: [
      ...expectCount("relevant messages answered", handled, relevant.length),
      ...expectAtMost("ms until all were answered", took, CAUGHT_UP),
    ],
  };
}

const CHANNELS = Array.from({ length: 25 }, (_, index) => `room${index}`);

type FakeDiscord = Awaited<ReturnType<typeof startDiscord>>;

/** Talk in all channels, and one error in each. */
function sayWhileAway(discord: FakeDiscord, messages: number) {
  const relevant: { readonly id: string }[] = [];
  for (let index = 0; index < messages; index++) {
    const channel = CHANNELS[index % CHANNELS.length] ?? "room0";
    const isError =
      index >= messages / 2 && relevant.length < CHANNELS.length && index % CHANNELS.length === relevant.length;
    const said = discord.user(index % 2 === 0 ? "ana" : "ben").says(channel, isError ? SP4 : `ok ${index}`);
    if (isError) relevant.push(said);
  }
  return relevant;
}

function isAnsweredOn(discord: FakeDiscord, id: string): boolean {
  const all = [...discord.world.messages.values()].flatMap((channel) => [...channel.values()]);
  return all.some((one) => one.author === discord.botId && (one.replyTo === id || one.channel === id));
}
