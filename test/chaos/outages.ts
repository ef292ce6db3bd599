import { Client } from "pg";
import type { PostgresServer } from "../support/postgres-server.ts";
import { aChatRoom, pause } from "./chat-room.ts";
import { keepTalking } from "./keep-talking.ts";
import { startReplica } from "./replica.ts";
import {
  type Engine,
  expectAtMost,
  expectCount,
  type Finding,
  round,
  type Scenario,
  type StoreAddress,
} from "./scenario.ts";

/** How long the server answers nothing: longer than every time-out of ours, and in short (milliseconds). */
const [LONG, SHORT] = [25_000, 4_000];

/** How long others hold every connection (milliseconds). */
const HELD = 6_000;

export const outages: Scenario = {
  name: "outages",
  promise:
    "PostgreSQL hangs with its connections open, or others hold all of them: nothing lost, nothing twice, no process ends, back within 5 s",
  run: async ({ engines, seed, isFull, count }) => {
    const findings: Finding[] = [];
    for (const engine of engines) {
      const { server } = engine;
      if (server === undefined) continue;
      const times = count ?? (isFull ? 5 : 1);
      const hang = () => hangFor(server, isFull ? LONG : SHORT);
      findings.push(await under("partition", engine, { seed, times, outage: hang }));
      findings.push(await under("exhausted pool", engine, { seed, times, outage: (store) => holdAll(server, store) }));
    }
    return findings;
  },
};

type Trouble = {
  readonly seed: number;
  readonly times: number;
  /** Resolves when it is over. */
  readonly outage: (store: StoreAddress) => Promise<void>;
};

async function under(name: string, engine: Engine, { seed, times, outage }: Trouble): Promise<Finding> {
  const room = aChatRoom();
  const store = await engine.fresh();
  const setup = { store, times: { poll: 200 }, knowledge: "three-errors", seed } as const;
  const replica = await startReplica(setup, room);
  const talk = keepTalking(replica);
  const back: number[] = [];
  for (let index = 0; index < times; index++) {
    await pause(500);
    await outage(store);
    const up = performance.now();
    const before = room.wall.messages.size;
    while (room.wall.messages.size === before && performance.now() - up < 30_000) await pause(10);
    back.push(performance.now() - up);
  }
  const told = await talk.end();
  for (let wait = 0; room.wall.messages.size < told.acknowledged && wait < 200; wait++) await pause(200);
  const isAlive = replica.isAlive();
  await replica.stop();
  const channels = [...room.wall.messages.values()].map(({ channel }) => channel);
  const worst = Math.max(...back);
  const counts = {
    trouble: name,
    times,
    ...told,
    answered: channels.length,
    "answered once": new Set(channels).size,
    exits: isAlive ? 0 : 1,
    "back after ms (worst)": round(worst),
  };
  const broken = [
    ...expectCount(`${name}: answered`, channels.length, told.acknowledged),
    ...expectCount(`${name}: answered once`, new Set(channels).size, told.acknowledged),
    ...expectCount(`${name}: exits`, isAlive ? 0 : 1, 0),
    ...expectAtMost(`${name}: back after ms`, worst, 5_000),
  ];
  return { engine: engine.name, counts, broken };
}

async function hangFor(server: PostgresServer, milliseconds: number): Promise<void> {
  server.freeze();
  await pause(milliseconds);
  server.thaw();
}

/** Ends the server, so that everybody has to come back, and is there first, for every connection that can be had. */
async function holdAll(server: PostgresServer, store: StoreAddress): Promise<void> {
  if (store.kind !== "url") return;
  await server.crash();
  const held = await Promise.all(Array.from({ length: 110 }, () => connected(store.url)));
  await pause(HELD);
  await Promise.all(held.map(async (client) => client?.end()));
}

async function connected(url: string): Promise<Client | undefined> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  return client.connect().then(
    () => client,
    () => undefined,
  );
}
