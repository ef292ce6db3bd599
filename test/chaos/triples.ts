import { createBot } from "../../src/app/bot.ts";
import { fakePlatform } from "../support/platform/fake-platform.ts";
import { seeded } from "../support/platform/seed.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";
import { threeErrors } from "../support/three-errors.ts";
import { aPaste } from "./chat-room.ts";
import { type Engine, expectCount, type Finding, type Scenario } from "./scenario.ts";

const [MINUTE, HOUR] = [60_000, 3_600_000];

/** When a platform delivers the same event again, counted from the first time (milliseconds). */
const AGAIN = [0, MINUTE, 5 * MINUTE, 23 * HOUR];

export const triples: Scenario = {
  name: "triples",
  promise:
    "each event delivered three times and once more, over two replicas, at 0 s, 1 min, 5 min and 23 h: one reply",
  run: ({ engines, seed, isFull, count }) =>
    Promise.all(engines.map((engine) => deliverThrice(engine, seed, count ?? (isFull ? 10_000 : 100)))),
};

async function deliverThrice(engine: Engine, seed: number, events: number): Promise<Finding> {
  const clock = virtualClock();
  const address = await engine.fresh();
  const stores = [await engine.open(address, clock), await engine.open(address, clock)];
  const fake = fakePlatform();
  const bots = stores.map((store, index) =>
    createBot({
      store,
      platforms: [fake.platform],
      clock,
      random: seeded(seed + index),
      times: { poll: HOUR },
      ...threeErrors,
    }),
  );
  await Promise.all(bots.map((bot) => bot.start()));
  const told = { stored: 0, known: 0 };
  let passed = 0;
  for (const [round, at] of AGAIN.entries()) {
    clock.jump(at - passed);
    passed = at;
    for (let from = 0; from < events; from += 100) {
      const pastes = Array.from({ length: Math.min(100, events - from) }, (_, index) =>
        aPaste(`C${from + index}`, "error 1"),
      );
      const outcomes = await Promise.all(
        pastes.flatMap((paste, index) => {
          const bot = bots[(index + round) % bots.length];
          return bot === undefined ? [] : [bot.intake.accept({ ...paste, id: `E${from + index}` })];
        }),
      );
      for (const outcome of outcomes) told[outcome]++;
    }
    for (const bot of bots) await bot.settled();
  }
  for (const bot of bots) await bot.settled();
  await Promise.all(bots.map((bot) => bot.stop()));
  await Promise.all(stores.map((store) => store.close()));
  const channels = [...fake.wall.messages.values()].map(({ channel }) => channel);
  const counts = {
    events,
    deliveries: told.stored + told.known,
    "taken as new": told.stored,
    replies: channels.length,
    "channels replied to": new Set(channels).size,
  };
  return {
    engine: engine.name,
    counts,
    broken: [
      ...expectCount("taken as new", told.stored, events),
      ...expectCount("replies", channels.length, events),
      ...expectCount("channels", new Set(channels).size, events),
    ],
  };
}
