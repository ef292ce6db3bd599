import type { Delivery } from "../../src/app/platform.ts";
import { seeded } from "../support/platform/seed.ts";
import { aChatRoom, pause } from "./chat-room.ts";
import { converse, duplicatesIn } from "./converse.ts";
import { type Replica, startReplica } from "./replica.ts";
import { type Engine, expectAtMost, expectCount, type Finding, round, type Scenario } from "./scenario.ts";

/** Conversations that go on at the same time, and how long the chat system takes for each post (milliseconds). */
const [AT_ONCE, SLOWNESS] = [6, 150];

/** One post in thirty takes much longer. */
const [RARELY, SLOWEST] = [1 / 30, 3_000];

/** How long two replicas run side by side before the older one is told to stop (milliseconds). */
const OVERLAP = 300;

const PATIENCE = 60_000;

export const deploys: Scenario = {
  name: "deploys",
  promise:
    "rolling deploys under load, the new replica beside the old one: nothing lost, nothing twice, gone within 25 s",
  run: async ({ engines, seed, isFull, count }) => {
    const findings: Finding[] = [];
    const releases = Array.from({ length: (count ?? (isFull ? 50 : 2)) + 1 }, () => undefined);
    for (const engine of engines) findings.push(await rollOut(engine, seed, releases));
    return findings;
  },
};

/** Deploys one release after the other on one store under load; undefined stands for this one. */
export async function rollOut(
  engine: Engine,
  seed: number,
  releases: readonly (string | undefined)[],
): Promise<Finding> {
  const random = seeded(seed);
  const room = aChatRoom(() => pause(random() < RARELY ? SLOWEST : random() * SLOWNESS));
  const setup = { store: await engine.fresh(), times: { poll: 200 }, knowledge: "three-errors", seed } as const;
  const told = { conversations: 0, lost: 0, acknowledged: 0, refused: 0 };
  const state = { isOver: false };
  const [first, ...rest] = releases;
  let running: readonly Replica[] = [await startReplica(setup, room, first)];
  const deliver = async (delivery: Delivery) => {
    for (let turn = Math.floor(random() * 8); ; turn++) {
      const replica = running[turn % running.length];
      if (await isAccepted(replica, delivery)) break;
      told.refused++;
      await pause(5);
    }
    told.acknowledged++;
  };
  const talk = async () => {
    while (!state.isOver) {
      const channel = `C${++told.conversations}`;
      if (!(await converse({ room, deliver }, channel, PATIENCE))) told.lost++;
    }
  };
  const talking = Array.from({ length: AT_ONCE }, talk);
  const drains: number[] = [];
  for (const release of rest) {
    const [old] = running;
    const next = await startReplica(setup, room, release);
    running = old === undefined ? [next] : [old, next];
    await pause(OVERLAP);
    drains.push((await old?.stop()) ?? 0);
    running = [next];
  }
  state.isOver = true;
  await Promise.all(talking);
  await Promise.all(running.map((replica) => replica.stop()));
  const [duplicates, worst] = [duplicatesIn(room, told.conversations), Math.max(...drains)];
  const counts = { deploys: rest.length, ...told, "posted twice": duplicates, "drain ms (worst)": round(worst) };
  return {
    engine: engine.name,
    counts,
    broken: [
      ...expectCount("lost", told.lost, 0),
      ...expectCount("posted twice", duplicates, 0),
      ...expectAtMost("drain in ms", worst, 25_000),
    ],
  };
}

function isAccepted(replica: Replica | undefined, delivery: Delivery): Promise<boolean> {
  if (replica === undefined) return Promise.resolve(false);
  return replica.deliver(delivery).then(
    () => true,
    () => false,
  );
}
