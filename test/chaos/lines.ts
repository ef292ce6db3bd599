import { setTimeout as wait } from "node:timers/promises";
import type { Store } from "../../src/app/store.ts";
import { clockOf as slackClock, connected as onSlack, privateTo } from "../adapters/slack/driver.ts";
import { SP4 } from "../support/pastes.ts";
import type { FakeSlack } from "../support/slack/index.ts";
import { aBotOn } from "./bot-on.ts";
import { fiveMinutesAway } from "./discord-away.ts";
import { type Engine, expectAtMost, expectCount, type Finding, percentile, round, type Scenario } from "./scenario.ts";

/** What the goals are about (milliseconds). */
const [WITHOUT_SOCKET, BACK, ANSWER] = [1_000, 30_000, 1_500];

export const lines: Scenario = {
  name: "lines",
  promise:
    "by the real SDKs: never 1 s without a socket to Slack while it takes one back, back within 30 s of an hour's outage, answers while posts are throttled, and after 5 min away all that Discord's people said meanwhile",
  run: async ({ engines, seed, isFull, count }) => {
    const [engine] = engines;
    if (engine === undefined) return [];
    const times = count ?? (isFull ? 100 : 5);
    return [
      await refreshes(engine, seed, times),
      await anHourAway(engine, seed),
      await throttled(engine, seed, isFull ? 100 : 10),
      await fiveMinutesAway(engine, seed, isFull ? 500 : 100),
    ];
  },
};

async function aSlack(engine: Engine, seed: number) {
  const opened: { store?: Store; stopBot?: () => Promise<void> } = {};
  const on = await onSlack("socket", async (adapter, slack) => {
    opened.store = await engine.open(await engine.fresh(), slackClock(slack));
    const bot = await aBotOn(opened.store, adapter.platform, slackClock(slack), seed);
    opened.stopBot = bot.stop;
    return bot.intake;
  });
  on.slack.clock.advance(10_000);
  await on.slack.until(() => on.slack.sockets.count === 2, "two sockets");
  const stop = async () => {
    await on.adapter.stop();
    await opened.stopBot?.();
    await on.stop();
    await opened.store?.close();
  };
  return { ...on, stop };
}

/** Slack takes a socket back every few hours; meanwhile somebody pastes something. */
async function refreshes(engine: Engine, seed: number, times: number): Promise<Finding> {
  const { slack, stop } = await aSlack(engine, seed);
  const watch = watchSockets(slack);
  let answered = 0;
  for (let index = 0; index < times; index++) {
    const opened = slack.sockets.opened;
    slack.sockets.refresh(index % 2);
    const paste = slack.user("U1").says("C1", SP4);
    await slack.until(() => slack.sockets.opened > opened && slack.sockets.count >= 2, "a new socket");
    slack.clock.advance(11_000);
    const isAnswered = await slack.until(() => botIn(slack, paste.ts) || undefined, "an answer").catch(() => false);
    answered += isAnswered ? 1 : 0;
    slack.clock.advance(9 * 3_600_000);
  }
  const longest = watch.stop();
  await stop();
  return {
    engine: engine.name,
    counts: { what: "Slack: refresh", times, answered, "longest without socket ms": round(longest) },
    broken: [
      ...expectCount("answered during a refresh", answered, times),
      ...expectAtMost("ms without a socket", longest, WITHOUT_SOCKET),
    ],
  };
}

function botIn(slack: FakeSlack, ts: string): boolean {
  return slack
    .channel("C1")
    .thread(ts)
    .some(({ author }) => author.botId !== undefined);
}

/** Looks every millisecond, and remembers the longest time without any socket. */
function watchSockets(slack: FakeSlack): { readonly stop: () => number } {
  let longest = 0;
  let since: number | undefined;
  const look = () => {
    const now = performance.now();
    if (slack.sockets.count > 0) since = undefined;
    else since ??= now;
    longest = Math.max(longest, since === undefined ? 0 : now - since);
  };
  const timer = setInterval(look, 1);
  return {
    stop: () => {
      clearInterval(timer);
      return longest;
    },
  };
}

async function anHourAway(engine: Engine, seed: number): Promise<Finding> {
  const { slack, stop } = await aSlack(engine, seed);
  slack.faults.next("apps.connections.open", { kind: "http500" }, 1_000);
  slack.sockets.drop(0);
  slack.sockets.drop(1);
  for (let passed = 0; passed < 3_600; passed += 30) {
    slack.clock.advance(30_000);
    await wait(5);
  }
  slack.faults.clear();
  let seconds = 0;
  for (; slack.sockets.count === 0 && seconds < 120; seconds++) {
    slack.clock.advance(1_000);
    await wait(30);
  }
  await stop();
  return {
    engine: engine.name,
    counts: { what: "Slack: an hour away", "back after s": seconds },
    broken: expectAtMost("seconds until it was back", seconds, BACK / 1_000),
  };
}

/** Slack throttles every post; who asks in private does not wait for that. */
async function throttled(engine: Engine, seed: number, asks: number): Promise<Finding> {
  const { slack, stop } = await aSlack(engine, seed);
  slack.faults.next("chat.postMessage", { kind: "rateLimited", retryAfter: 30 }, 10_000);
  const paste = slack.user("U1").says("C1", SP4);
  const took: number[] = [];
  for (let index = 0; index < asks; index++) {
    const before = privateTo(slack, "U2").length;
    const asked = performance.now();
    await slack.user("U2").types("/kms 5389", "C1");
    await slack.until(() => privateTo(slack, "U2").length > before || undefined, "a private answer");
    took.push(performance.now() - asked);
  }
  const isPatient = !botIn(slack, paste.ts);
  slack.faults.clear();
  slack.clock.advance(60_000);
  const isPosted = await slack.until(() => botIn(slack, paste.ts) || undefined, "the post").catch(() => false);
  await stop();
  const p99 = percentile(took, 99);
  return {
    engine: engine.name,
    counts: {
      what: "Slack: posts throttled",
      times: asks,
      answered: took.length,
      "p99 ms": round(p99),
      "posted afterwards": isPosted === true ? 1 : 0,
    },
    broken: [
      ...expectAtMost("p99 of a private answer in ms", p99, ANSWER),
      ...expectCount("posts while throttled", isPatient ? 0 : 1, 0),
      ...expectCount("posts afterwards", isPosted === true ? 1 : 0, 1),
    ],
  };
}
