import type { Delivery } from "../../src/app/platform.ts";
import { seeded } from "../support/platform/seed.ts";
import { aChatRoom, aDelivery, pause } from "./chat-room.ts";
import { pasteAbout } from "./many-articles.ts";
import { startReplica } from "./replica.ts";
import { type Engine, expectAtMost, expectCount, type Finding, percentile, round, type Scenario } from "./scenario.ts";

type Load = {
  readonly rate: number;
  readonly seconds: number;
  readonly p99: { readonly SQLite: number; readonly PostgreSQL: number };
};

/** Messages a second, for so long, and the goal for the acknowledgement (milliseconds). */
const FULL: readonly Load[] = [
  { rate: 50, seconds: 600, p99: { SQLite: 100, PostgreSQL: 200 } },
  { rate: 300, seconds: 60, p99: { SQLite: 500, PostgreSQL: 500 } },
];

const SHORT: readonly Load[] = [{ rate: 50, seconds: 4, p99: { SQLite: 100, PostgreSQL: 200 } }];

/** How many of a hundred messages are errors; the rest is talk. */
const ERRORS = 10;

const TALK = [
  "lunch?",
  "has anybody seen the deploy of last night",
  "it is slow again today",
  "ok",
  "who is on call this week",
  "the build is green",
];

export const load: Scenario = {
  name: "load",
  promise: "50 messages a second for 10 min, 300 for 1 min, 5,000 articles: acknowledged fast, the event loop free",
  run: async ({ engines, seed, isFull, count }) => {
    const findings: Finding[] = [];
    for (const engine of engines)
      for (const one of isFull ? FULL : SHORT)
        findings.push(await loadOn(engine, seed, { ...one, seconds: count ?? one.seconds }));
    return findings;
  },
};

async function loadOn(engine: Engine, seed: number, { rate, seconds, p99: goals }: Load): Promise<Finding> {
  const random = seeded(seed);
  const room = aChatRoom();
  const replica = await startReplica(
    { store: await engine.fresh(), times: {}, knowledge: "many-articles", seed },
    room,
  );
  await pause(500);
  const first = await replica.measure();
  const acks: number[] = [];
  let errors = 0;
  let refused = 0;
  const waiting: Promise<void>[] = [];
  const begun = performance.now();
  for (let index = 0; index < rate * seconds; index++) {
    const wait = begun + (index * 1000) / rate - performance.now();
    if (wait > 1) await pause(wait);
    const isError = random() * 100 < ERRORS;
    const delivery = aMessage(index, isError ? pasteAbout(errors++) : (TALK[index % TALK.length] ?? ""));
    const sent = performance.now();
    const accepted = replica.deliver(delivery).then(
      () => void acks.push(performance.now() - sent),
      () => void refused++,
    );
    waiting.push(accepted);
  }
  await Promise.all(waiting);
  const answered = await untilAnswered(room.wall.messages, errors);
  const { p99: loop, max, memory } = await replica.measure();
  await replica.stop();
  const [half, p99, worst] = [percentile(acks, 50), percentile(acks, 99), Math.max(...acks)];
  const counts = {
    "a second": rate,
    seconds,
    acknowledged: acks.length,
    "p50 ms": round(half),
    "p99 ms": round(p99),
    "max ms": round(worst),
    errors,
    answered,
    "loop p99 ms": round(loop),
    "loop max ms": round(max),
    "MB more": Math.round((memory - first.memory) / 1e6),
  };
  const broken = [
    ...expectCount("refused", refused, 0),
    ...expectCount("answered", answered, errors),
    ...expectAtMost("p99 of the acknowledgement in ms", p99, goals[engine.name]),
    ...expectAtMost("slowest acknowledgement in ms", worst, 2_500),
    ...expectAtMost("p99 of the event loop in ms", loop, 50),
    ...expectAtMost("longest stop of the event loop in ms", max, 250),
  ];
  return { engine: engine.name, counts, broken };
}

/** Each in one of 200 channels, by one of 50 people. */
function aMessage(index: number, text: string): Delivery {
  const said = { kind: "said", message: `M${index}`, text, addressed: false } as const;
  return aDelivery(`C${index % 200}`, said, { person: `P${Math.floor(index / 7) % 50}` });
}

/** Waits until there are so many answers, or no more come. */
async function untilAnswered(messages: ReadonlyMap<string, unknown>, wanted: number): Promise<number> {
  for (let last = -1; messages.size < wanted && messages.size !== last; ) {
    last = messages.size;
    await pause(1_000);
  }
  return messages.size;
}
