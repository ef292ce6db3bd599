import { seeded } from "../support/platform/seed.ts";
import { aChatRoom, pause } from "./chat-room.ts";
import { converse, duplicatesIn, type Sender } from "./converse.ts";
import { type Replica, startReplica } from "./replica.ts";
import type { Setup } from "./replica-protocol.ts";
import { type Engine, expectCount, type Finding, type Scenario } from "./scenario.ts";
import type { Delivery } from "../../src/app/platform.ts";

const PHASES = ["before it is stored", "after it is acknowledged", "after a post, before it is recorded"] as const;

type Phase = (typeof PHASES)[number];

/** Conversations that go on at the same time. */
const AT_ONCE = 4;

/** A job may be killed many times in a row; lost is only what does not come although nobody is killed any more (milliseconds). */
const PATIENCE = 180_000;

/** Short, so that a job whose owner was killed comes back soon (milliseconds). */
const TIMES = { send: 700, find: 300, lease: 1_200, poll: 100 };

export const kill: Scenario = {
  name: "kill",
  promise: "kill -9 at any point: nothing that was acknowledged is lost, nothing is posted twice",
  run: async ({ engines, seed, isFull, count }) => {
    const findings: Finding[] = [];
    for (const engine of engines)
      for (const phase of PHASES) findings.push(await killIn(engine, phase, seed, count ?? (isFull ? 200 : 2)));
    return findings;
  },
};

async function killIn(engine: Engine, phase: Phase, seed: number, kills: number): Promise<Finding> {
  const victim = await aVictim(engine, phase, seed, kills);
  const told = { conversations: 0, lost: 0 };
  const talk = async () => {
    while (victim.left() > 0) {
      const channel = `C${++told.conversations}`;
      if (!(await converse(victim, channel, PATIENCE))) told.lost++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, talk));
  await victim.close();
  const duplicates = duplicatesIn(victim.room, told.conversations);
  const counts = {
    killed: phase,
    kills: victim.kills(),
    conversations: told.conversations,
    acknowledged: victim.acknowledged(),
    lost: told.lost,
    "posted twice": duplicates,
  };
  return {
    engine: engine.name,
    counts,
    broken: [...expectCount(`${phase}: lost`, told.lost, 0), ...expectCount(`${phase}: posted twice`, duplicates, 0)],
  };
}

/** A replica that is killed again and again, and started again each time. */
type Victim = Sender & {
  readonly left: () => number;
  readonly kills: () => number;
  readonly acknowledged: () => number;
  readonly close: () => Promise<void>;
};

async function aVictim(engine: Engine, phase: Phase, seed: number, kills: number): Promise<Victim> {
  const random = seeded(seed);
  const setup: Setup = { store: await engine.fresh(), times: TIMES, knowledge: "three-errors", seed };
  const count = { kills: 0, acknowledged: 0 };
  const ended = new Set<Replica>();
  const isTime = (when: Phase) => when === phase && count.kills < kills && random() < 0.4;
  const room = aChatRoom(async (_, replica) => {
    if (isTime("after a post, before it is recorded")) await end(replica);
  });
  let present = startReplica(setup, room);
  const end = async (replica: Replica) => {
    if (ended.has(replica)) return;
    ended.add(replica);
    count.kills++;
    present = replica.kill().then(() => startReplica(setup, room));
    await present;
  };
  const attempt = async (delivery: Delivery): Promise<boolean> => {
    const replica = await present;
    const accepted = replica.deliver(delivery).then(
      () => true,
      () => false,
    );
    if (isTime("before it is stored")) await pause(random() * 3).then(() => end(replica));
    if (!(await accepted)) return false;
    count.acknowledged++;
    if (isTime("after it is acknowledged")) await end(replica);
    return true;
  };
  return {
    room,
    deliver: async (delivery) => {
      while (!(await attempt(delivery))) await pause(5);
    },
    left: () => kills - count.kills,
    kills: () => count.kills,
    acknowledged: () => count.acknowledged,
    close: async () => void (await (await present).stop()),
  };
}
