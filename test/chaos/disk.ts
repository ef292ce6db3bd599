import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { aChatRoom, aPaste, type ChatRoom, pause } from "./chat-room.ts";
import { type Replica, startReplica } from "./replica.ts";
import {
  type Engine,
  expectAtMost,
  expectCount,
  type Finding,
  round,
  type Scenario,
  type StoreAddress,
} from "./scenario.ts";
import { openAt } from "./engines.ts";
import { systemClock } from "../../src/app/clock.ts";

export const disk: Scenario = {
  name: "disk",
  promise: "a full disk: nothing is acknowledged that is not kept, and it goes on within 10 s of space",
  run: async ({ engines, seed }) => {
    const sqlite = engines.filter(({ name }) => name === "SQLite");
    const findings: Finding[] = [];
    for (const engine of sqlite) findings.push(await fillDisk(engine, seed));
    return findings;
  },
};

/** How big the disk is. */
const SIZE = 4_000_000;

async function fillDisk({ name }: Engine, seed: number): Promise<Finding> {
  const folder = mkdtempSync(join(tmpdir(), "kms-disk-"));
  if (userInfo().uid !== 0) return { engine: name, counts: { "left out": "a disk of our own takes root" }, broken: [] };
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${SIZE}`, "tmpfs", folder]);
  try {
    return await runOn(name, folder, seed);
  } finally {
    execFileSync("umount", ["-l", folder]);
    rmSync(folder, { recursive: true });
  }
}

async function runOn(engine: string, folder: string, seed: number): Promise<Finding> {
  const store = { kind: "file", file: join(folder, "kms.db") } as const;
  const room = aChatRoom();
  const replica = await startReplica({ store, times: { poll: 200 }, knowledge: "three-errors", seed }, room);
  const before = await deliverMany(replica, 0, 20);
  const filler = join(folder, "filler");
  fill(filler, folder);
  const during = await deliverMany(replica, 1_000, 200);
  const isWritable = await canWrite(store);
  rmSync(filler);
  const freed = performance.now();
  const after = await deliverMany(replica, 2_000, 20);
  const acknowledged = [...before, ...during, ...after];
  const seen = await untilSeen(room, acknowledged);
  const took = performance.now() - freed;
  const isAlive = replica.isAlive();
  await replica.stop();
  const kept = acknowledged.filter((channel) => room.inChannel(channel).length === 1).length;
  const counts = {
    "while full: tried": 200,
    "while full: acknowledged": during.length,
    acknowledged: acknowledged.length,
    "answered once": kept,
    strangers: seen - kept,
    exits: isAlive ? 0 : 1,
    "back after ms": round(took),
  };
  const broken = [
    ...expectCount("answered once", kept, acknowledged.length),
    ...expectCount("acknowledged after", after.length, 20),
    ...expectCount("exits", isAlive ? 0 : 1, 0),
    ...expectCount("ready while full", isWritable ? 1 : 0, 0),
    ...expectAtMost("refused while full, at most all but", during.length, 199),
    ...expectAtMost("back after ms", took, 10_000),
  ];
  return { engine, counts, broken };
}

function fill(file: string, folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(file, Buffer.alloc(bavail * bsize));
}

/** The channels of what was acknowledged. */
async function deliverMany(replica: Replica, from: number, count: number): Promise<string[]> {
  const channels = Array.from({ length: count }, (_, index) => `C${from + index}`);
  const outcomes = await Promise.all(
    channels.map((channel) =>
      replica.deliver(aPaste(channel, "error 1")).then(
        () => [channel],
        () => [],
      ),
    ),
  );
  return outcomes.flat();
}

async function canWrite(store: StoreAddress): Promise<boolean> {
  try {
    const opened = await openAt(store, systemClock);
    const checked = opened.check();
    await Promise.allSettled([checked]);
    await opened.close();
    await checked;
    return true;
  } catch {
    return false;
  }
}

async function untilSeen(room: ChatRoom, channels: readonly string[]): Promise<number> {
  const end = performance.now() + 15_000;
  while (performance.now() < end && channels.some((channel) => room.inChannel(channel).length === 0)) await pause(20);
  return room.wall.messages.size;
}
