import { setTimeout as wait } from "node:timers/promises";
import { webhook } from "../../adapters/pager/webhook.ts";
import { HTTP_TOOLS } from "../../adapters/pager/http.ts";
import { createBot } from "../../src/app/bot.ts";
import { systemClock } from "../../src/app/clock.ts";
import type { Store } from "../../src/app/store.ts";
import { MEMBER } from "../../src/core/authorization/role.ts";
import { type FaultyServer, faultyServer, type Mood } from "../adapters/pager/faulty-server.ts";
import { aLevelFor, aPlan } from "../support/on-call.ts";
import { fakePlatform } from "../support/platform/fake-platform.ts";
import { seeded } from "../support/platform/seed.ts";
import { threeErrors } from "../support/three-errors.ts";
import { type Engine, expectAtMost, expectCount, type Finding, percentile, round, type Scenario } from "./scenario.ts";

/** How long the pager is away (milliseconds): long enough that the pauses between two tries have grown. */
const AWAY = { short: 12_000, full: 60_000 } as const;

/** Everything must be paged within so many milliseconds of its return. */
const SOON = 30_000;

/** The bot is stopped and started again so often while the pager is away. */
const RESTARTS = 3;

const MOODS: readonly Mood[] = ["broken", "reset", "reset-after", "too-many", "hang", "nonsense", "broken", "broken"];

export const pager: Scenario = {
  name: "pager",
  promise:
    "429, 5xx, reset, nonsense and silence of a pager over a real socket, and restarts of the bot meanwhile: every incident is paged within 30 s of its return, under one key a case and level",
  run: async ({ engines, seed, isFull, count }) => {
    const findings: Finding[] = [];
    for (const engine of engines)
      findings.push(await outageOn(engine, seed, { number: count ?? (isFull ? 1_000 : 60), isFull }));
    return findings;
  },
};

type Size = { readonly number: number; readonly isFull: boolean };

async function outageOn(engine: Engine, seed: number, { number, isFull }: Size): Promise<Finding> {
  const server = await faultyServer();
  const random = seeded(seed);
  const at = { back: Number.POSITIVE_INFINITY };
  server.setMood(() =>
    performance.now() >= at.back ? "well" : (MOODS[Math.floor(random() * MOODS.length)] ?? "broken"),
  );
  const address = await engine.fresh();
  const open = async () => begin(await engine.open(address, systemClock), server, random);
  let company = await open();
  await escalate(company, number);
  for (let restart = 0; restart < RESTARTS; restart++) {
    await wait((isFull ? AWAY.full : AWAY.short) / RESTARTS);
    await company.stop();
    company = await open();
  }
  at.back = performance.now();
  const taken = await untilTaken(server, number, at.back);
  await company.stop();
  await server.close();
  return findingOf(engine, { number, taken, server });
}

type Company = {
  /** Asks for help about an error that nobody else has. */
  readonly escalate: (index: number) => Promise<unknown>;
  readonly settled: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** A bot with a real pager on the socket; its chat system is a fake that takes everything. */
async function begin(store: Store, { url }: FaultyServer, random: () => number): Promise<Company> {
  const tools = { ...HTTP_TOOLS, allow: ["127.0.0.1"] };
  const pd = webhook({ name: "pd", url, secret: "S", now: Date.now, tools });
  const level = aLevelFor("ana", { means: [{ kind: "pager", pager: "pd" }], wait: 600 });
  const plan = aPlan({ roles: [{ role: "responder", to: "slack Udee" }] }, { levels: [level] });
  const fake = fakePlatform();
  const bot = createBot({
    ...threeErrors,
    store,
    random,
    clock: systemClock,
    platforms: [fake.platform],
    oncall: () => plan,
    pagerNamed: (name) => (name === "pd" ? pd : undefined),
  });
  await bot.start();
  const by = { id: "Udee", name: "dee" };
  return {
    escalate: (index) => {
      const place = {
        platform: "slack",
        tenant: "T1",
        channel: `C${index}`,
        thread: undefined,
        kind: "channel",
      } as const;
      const text = `escalate critical the volume ${wordFor(index)} is gone`;
      const event = { kind: "asked", text, about: undefined, answer: undefined } as const;
      return bot.intake.accept({ id: `E${index}`, at: systemClock.now(), place, by, standing: MEMBER, event });
    },
    settled: bot.settled,
    stop: async () => {
      await bot.stop();
      await store.close();
    },
  };
}

/** Numbers are no part of a fingerprint, and letters are. */
function wordFor(index: number): string {
  return String(index).replaceAll(/\d/g, (digit) => "abcdefghij"[Number(digit)] ?? "");
}

async function escalate(company: Company, number: number): Promise<void> {
  for (let index = 0; index < number; index++) await company.escalate(index);
  await company.settled();
}

/** When each key was taken for the first time, in milliseconds after the pager's return; waits until all are, or it is too late. */
async function untilTaken(server: FaultyServer, number: number, back: number): Promise<ReadonlyMap<string, number>> {
  const taken = new Map<string, number>();
  let read = 0;
  while (taken.size < number && performance.now() - back < SOON + 5_000) {
    await wait(20);
    for (const { mood, body } of server.received.slice(read)) {
      read++;
      if (mood === "well" && !taken.has(keyIn(body))) taken.set(keyIn(body), performance.now() - back);
    }
  }
  return taken;
}

function keyIn(body: string): string {
  const told: { readonly key?: string } = JSON.parse(body);
  return told.key ?? "";
}

type Outcome = {
  readonly number: number;
  readonly taken: ReadonlyMap<string, number>;
  readonly server: FaultyServer;
};

function findingOf(engine: Engine, { number, taken, server }: Outcome): Finding {
  const times = [...taken.values()];
  const inTime = times.filter((time) => time <= SOON).length;
  const keys = new Set(server.received.map(({ body }) => keyIn(body)));
  const slowest = Math.max(0, ...times);
  const counts = {
    incidents: number,
    "paged in time": inTime,
    keys: keys.size,
    requests: server.received.length,
    "p99 s": round(percentile(times, 99) / 1_000),
    "slowest s": round(slowest / 1_000),
  };
  const broken = [
    ...expectCount("incidents paged within 30 s of the pager's return", inTime, number),
    ...expectCount("dedup keys", keys.size, number),
    ...expectAtMost("seconds until the last page", slowest / 1_000, SOON / 1_000),
  ];
  return { engine: engine.name, counts, broken };
}
