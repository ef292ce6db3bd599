import { statSync } from "node:fs";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createBot } from "../../src/app/bot.ts";
import { later } from "../../src/app/clock.ts";
import type { Delivery, Platform } from "../../src/app/platform.ts";
import type { Instant } from "../../src/core/resolution/responder.ts";
import { seeded } from "../support/platform/seed.ts";
import { type VirtualClock, virtualClock } from "../support/platform/virtual-clock.ts";
import { aDelivery } from "./chat-room.ts";
import { manyArticles, pasteAbout } from "./many-articles.ts";
import {
  type Engine,
  expectAtMost,
  expectCount,
  type Finding,
  round,
  type Scenario,
  type StoreAddress,
} from "./scenario.ts";

const [HOUR, DAY] = [3_600_000, 86_400_000];

/** Events a simulated day, about what a thousand people in 200 channels say. */
const A_DAY = 33_334;

/** How much simulated time passes at once: what came meanwhile is delivered together (milliseconds). */
const TICK = 600_000;

/** Of a hundred events that are an error; every one of them is new in its channel. */
const ERRORS = 2;

/** So short that the store reaches its final size early in the run (milliseconds). */
const KEEP = { keepDeliveries: 48 * HOUR, keepCases: 5 * DAY };

/** Days until every queue, cache and table has its size; what grows after that is a leak. */
const WARM_UP = 6;

/** Megabytes a simulated hour. */
const MOST_GROWTH = 1;

export const soak: Scenario = {
  name: "soak",
  promise: "30 simulated days with 1,000,000 events: every error answered once, the heap and the store stop growing",
  run: async ({ engines, seed, isFull, count }) => {
    const days = count ?? (isFull ? 30 : 1);
    const findings: Finding[] = [];
    for (const engine of engines) findings.push(await live(engine, seed, days, isFull ? A_DAY : 3_000));
    return findings;
  },
};

async function live(engine: Engine, seed: number, days: number, aDay: number): Promise<Finding> {
  const random = seeded(seed);
  const clock = virtualClock();
  const address = await engine.fresh();
  const store = await engine.open(address, clock);
  const said = { posts: 0, edits: 0, others: 0 };
  const knowledge = manyArticles();
  const bot = createBot({
    store,
    platforms: [forgetfulPlatform(said)],
    clock,
    random,
    times: { ...KEEP, poll: HOUR },
    ...knowledge,
  });
  await bot.start();
  const begun = { at: clock.now(), real: performance.now() };
  const samples: Sample[] = [];
  let [events, errors] = [0, 0];
  for (let day = 0; day < days; day++) {
    for (let tick = 0; tick < DAY / TICK; tick++) {
      const due = Math.floor((day + (tick * TICK) / DAY) * aDay);
      const deliveries: Delivery[] = [];
      for (; events < due; events++) {
        const isError = random() * 100 < ERRORS;
        deliveries.push(aMessage(events, isError ? pasteAbout(errors++) : talk(events)));
      }
      await Promise.all(deliveries.map((delivery) => bot.intake.accept(delivery)));
      await settleUntil(bot, clock, later(clock.now(), TICK));
    }
    samples.push({ hour: (clock.now() - begun.at) / HOUR, heap: heapAfterCollection(), store: sizeOf(address) });
  }
  const backlog = await store.backlog(clock.now());
  await bot.stop();
  await store.close();
  const settled = samples.slice(Math.min(WARM_UP, samples.length - 1));
  const [slope, first, last] = [slopeOf(settled), settled[0], settled.at(-1)];
  const grown = (last?.heap ?? 0) - (first?.heap ?? 0);
  const counts = {
    days,
    events,
    errors,
    posts: said.posts,
    edits: said.edits,
    "heap MB": `${round(first?.heap ?? 0)} → ${round(last?.heap ?? 0)}`,
    "MB/simulated h": Math.round(slope * 1e4) / 1e4,
    "MB/100,000 events": round((grown / Math.max(1, (settled.length - 1) * aDay)) * 1e5),
    "store MB": `${round(first?.store ?? 0)} → ${round(last?.store ?? 0)}`,
    waiting: backlog.inbox.count + backlog.outbox.count,
    "events/s": Math.round(events / ((performance.now() - begun.real) / 1_000)),
  };
  return {
    engine: engine.name,
    counts,
    broken: [
      ...expectCount("posts", said.posts, errors),
      ...expectCount("waiting at the end", counts.waiting, 0),
      ...(days > WARM_UP + 1 ? expectAtMost("growth of the heap in MB a simulated hour", slope, MOST_GROWTH) : []),
      ...(days > WARM_UP + 1 ? expectAtMost("growth of the heap after the warm-up in MB", grown, 30) : []),
      ...(days > WARM_UP + 1 && address.kind === "file"
        ? expectAtMost(
            "growth of the store after the warm-up in %",
            ((last?.store ?? 0) / (first?.store ?? 1) - 1) * 100,
            15,
          )
        : []),
    ],
  };
}

type Sample = { readonly hour: number; readonly heap: number; readonly store: number };

/** A chat system that remembers nothing, so that all the memory is the bot's. */
function forgetfulPlatform(said: { posts: number; edits: number; others: number }): Platform {
  let count = 0;
  return {
    name: "slack",
    prefix: "/kms ",
    send: async (post) => {
      if (post.kind === "post") said.posts++;
      else if (post.kind === "edit") said.edits++;
      else said.others++;
      return { kind: "sent", ref: { channel: post.place.channel, message: `B${++count}` } };
    },
    find: async () => "absent",
    threadUnder: ({ place, replyTo, ref }) => place.thread ?? replyTo ?? ref.message,
  };
}

function aMessage(index: number, text: string): Delivery {
  const said = { kind: "said", message: `M${index}`, text, addressed: false } as const;
  return aDelivery(`C${index % 200}`, said, { id: `S${index}`, person: `P${index % 997}` });
}

function talk(index: number): string {
  return ["lunch?", "it is slow again today", "ok", "who is on call this week", `see ticket ${index}`][index % 5] ?? "";
}

/** Lets everything happen that is due until then. */
async function settleUntil(bot: { readonly settled: () => Promise<void> }, clock: VirtualClock, until: Instant) {
  await bot.settled();
  while (clock.step(until)) await bot.settled();
}

/** Megabytes that are really in use. */
function heapAfterCollection(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  return process.memoryUsage().heapUsed / 1e6;
}

/** Megabytes of the database's file; 0 where a server keeps it. */
function sizeOf(address: StoreAddress): number {
  return address.kind === "file" ? statSync(address.file).size / 1e6 : 0;
}

/** Megabytes an hour, by least squares. */
function slopeOf(samples: readonly Sample[]): number {
  const [hour, heap] = [mean(samples.map((one) => one.hour)), mean(samples.map((one) => one.heap))];
  const over = samples.reduce((sum, one) => sum + (one.hour - hour) * (one.heap - heap), 0);
  const under = samples.reduce((sum, one) => sum + (one.hour - hour) ** 2, 0);
  return under === 0 ? 0 : over / under;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
