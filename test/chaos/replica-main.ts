import { monitorEventLoopDelay } from "node:perf_hooks";
import { countedStore, readiness } from "../../adapters/operations/index.ts";
import { createBot } from "../../src/app/bot.ts";
import { systemClock } from "../../src/app/clock.ts";
import type { MessageRef, Platform, Sent } from "../../src/app/platform.ts";
import { toWire } from "../support/platform/visible.ts";
import { seeded } from "../support/platform/seed.ts";
import { threeErrors } from "../support/three-errors.ts";
import { openAt } from "./engines.ts";
import { manyArticles } from "./many-articles.ts";
import type { FromReplica, Setup, ToReplica } from "./replica-protocol.ts";

type Found = MessageRef | "absent" | "unknown";

/** A replica of the bot in a process of its own. Its chat system is the parent process. */
const setup: Setup = JSON.parse(process.argv[2] ?? "");
const sends = new Map<number, (sent: Sent) => void>();
const finds = new Map<number, (found: Found) => void>();
let count = 0;

const platform: Platform = {
  name: "slack",
  prefix: "/kms ",
  threadUnder: ({ ref }) => ref.message,
  send: (post) => ask((n) => ({ kind: "send", n, post: toWire(post) }), sends),
  find: ({ key }) => ask((n) => ({ kind: "find", n, key }), finds),
};
const store = countedStore(await openAt(setup.store, systemClock), systemClock, () => undefined);
const ready = readiness({ clock: systemClock, store, lines: {}, isStopping: () => false });
const knowledge = setup.knowledge === "three-errors" ? threeErrors : manyArticles();
const warn = (problem: string) => say({ kind: "warned", problem });
const random = seeded(setup.seed + process.pid);
const bot = createBot({
  store,
  platforms: [platform],
  clock: systemClock,
  random,
  warn,
  times: setup.times,
  ...knowledge,
});
const delay = monitorEventLoopDelay({ resolution: 5 });

process.on("message", (message: ToReplica) => void hear(message));
process.on("disconnect", () => process.exit(0));
await bot.start();
delay.enable();
say({ kind: "ready" });

async function hear(message: ToReplica): Promise<void> {
  if (message.kind === "deliver") return accept(message);
  if (message.kind === "measure") return measure();
  if (message.kind === "stop") return stop();
  if (message.kind === "sent") sends.get(message.n)?.(message.sent);
  else finds.get(message.n)?.(message.found);
  sends.delete(message.n);
  finds.delete(message.n);
}

async function accept({ n, delivery }: Extract<ToReplica, { kind: "deliver" }>): Promise<void> {
  try {
    say({ kind: "accepted", n, outcome: await bot.intake.accept(delivery) });
  } catch (error) {
    say({ kind: "refused", n, why: error instanceof Error ? error.message : String(error) });
  }
}

async function measure(): Promise<void> {
  const { isReady } = await ready();
  const p99 = delay.percentile(99) / 1e6;
  say({ kind: "measured", p99, max: delay.max / 1e6, memory: process.memoryUsage().rss, isReady });
  delay.reset();
}

async function stop(): Promise<void> {
  await bot.stop();
  await store.close();
  process.disconnect();
}

function ask<Answer>(
  question: (n: number) => FromReplica,
  waiting: Map<number, (answer: Answer) => void>,
): Promise<Answer> {
  const n = ++count;
  const answer = new Promise<Answer>((resolve) => waiting.set(n, resolve));
  say(question(n));
  return answer;
}

function say(message: FromReplica): void {
  if (process.connected) process.send?.(message);
}
