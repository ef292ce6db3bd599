import { aChatRoom, pause } from "./chat-room.ts";
import { keepTalking } from "./keep-talking.ts";
import { startReplica } from "./replica.ts";
import { type Engine, expectAtMost, expectCount, type Finding, round, type Scenario } from "./scenario.ts";

export const restarts: Scenario = {
  name: "restarts",
  promise: "PostgreSQL ended at once under load, again and again: nothing lost, no process ends, back within 5 s",
  run: async ({ engines, seed, isFull, count }) => {
    const findings: Finding[] = [];
    for (const engine of engines) {
      if (engine.server !== undefined)
        findings.push(await crashUnderLoad(engine, engine.server.crash, seed, count ?? (isFull ? 100 : 2)));
    }
    return findings;
  },
};

async function crashUnderLoad(
  engine: Engine,
  crash: () => Promise<void>,
  seed: number,
  crashes: number,
): Promise<Finding> {
  const room = aChatRoom();
  const replica = await startReplica(
    {
      store: await engine.fresh(),
      times: { send: 2_000, find: 500, lease: 3_000, poll: 200 },
      knowledge: "three-errors",
      seed,
    },
    room,
  );
  const talk = keepTalking(replica);
  const back: number[] = [];
  for (let index = 0; index < crashes; index++) {
    await pause(300);
    await crash();
    const up = performance.now();
    const before = room.wall.messages.size;
    while (room.wall.messages.size === before && performance.now() - up < 20_000) await pause(10);
    back.push(performance.now() - up);
  }
  const told = await talk.end();
  for (let wait = 0; room.wall.messages.size < told.acknowledged && wait < 100; wait++) await pause(200);
  const isAlive = replica.isAlive();
  await replica.stop();
  const channels = [...room.wall.messages.values()].map(({ channel }) => channel);
  const worst = Math.max(...back);
  const counts = {
    crashes,
    acknowledged: told.acknowledged,
    refused: told.refused,
    answered: channels.length,
    "answered once": new Set(channels).size,
    exits: isAlive ? 0 : 1,
    "back after ms (worst)": round(worst),
  };
  const broken = [
    ...expectCount("answered", channels.length, told.acknowledged),
    ...expectCount("answered once", new Set(channels).size, told.acknowledged),
    ...expectCount("exits", isAlive ? 0 : 1, 0),
    ...expectAtMost("back after ms", worst, 5_000),
  ];
  return { engine: engine.name, counts, broken };
}
