import { join } from "node:path";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
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
import { type SmallDisk, smallDisk } from "./small-disk.ts";

export const disk: Scenario = {
  name: "disk",
  promise:
    "a disk that is full, or that lets nobody write any more: nothing is acknowledged that is not kept, no process ends, and it goes on within 10 s of its repair",
  run: async ({ engines, seed }) => {
    const findings: Finding[] = [];
    for (const { name } of engines) for (const trouble of TROUBLES) findings.push(await suffer(name, trouble, seed));
    return findings;
  },
};

const TROUBLES = ["full", "read-only"] as const;

type Trouble = (typeof TROUBLES)[number];

/** Megabytes of the disk. */
const SIZES = { SQLite: 16, PostgreSQL: 160 } as const;

async function suffer(engine: Engine["name"], trouble: Trouble, seed: number): Promise<Finding> {
  const drive = smallDisk(SIZES[engine]);
  if (typeof drive === "string") return { engine, counts: { trouble, "left out": drive }, broken: [] };
  try {
    const kept = await keptOn(engine, drive);
    const finding = await runOn({ engine, trouble, seed }, drive, kept);
    await kept.server?.stop();
    return finding;
  } finally {
    drive.remove();
  }
}

type Kept = { readonly store: StoreAddress; readonly server: PostgresServer | undefined };

async function keptOn(engine: Engine["name"], { folder }: SmallDisk): Promise<Kept> {
  if (engine === "SQLite") return { store: { kind: "file", file: join(folder, "kms.db") }, server: undefined };
  const settings = { max_wal_size: "48MB", min_wal_size: "32MB", shared_buffers: "16MB" };
  const server = await startPostgres({ fsync: true, within: folder, settings });
  return { store: { kind: "url", url: await server.database("kms") }, server };
}

type Facts = { readonly engine: Engine["name"]; readonly trouble: Trouble; readonly seed: number };

async function runOn({ engine, trouble, seed }: Facts, drive: SmallDisk, { store, server }: Kept): Promise<Finding> {
  const room = aChatRoom();
  const setup = { store, times: { poll: 200 }, knowledge: "three-errors", seed } as const;
  const replica = await startReplica(setup, room);
  const before = await deliverMany(replica, 0, 20);
  if (trouble === "full") drive.fill();
  else drive.breakDown();
  const during = await deliverMany(replica, 1_000, 200);
  const { isReady } = await replica.measure();
  const isAlive = replica.isAlive();
  const { present, mended } = await mend({ trouble, drive, server, replica, again: () => startReplica(setup, room) });
  const after = await deliverUntilTaken(present, 2_000, 20);
  const acknowledged = [...before, ...during, ...after];
  const seen = await untilSeen(room, acknowledged);
  const took = performance.now() - mended;
  await present.stop();
  const kept = acknowledged.filter((channel) => room.inChannel(channel).length === 1).length;
  const counts = {
    trouble,
    "meanwhile: tried": 200,
    "meanwhile: acknowledged": during.length,
    acknowledged: acknowledged.length,
    "answered once": kept,
    "answered, not acknowledged": seen - kept,
    exits: isAlive ? 0 : 1,
    "ready meanwhile": isReady ? 1 : 0,
    "back after ms": round(took),
  };
  const broken = [
    ...expectCount(`${trouble}: answered once`, kept, acknowledged.length),
    ...expectCount(`${trouble}: acknowledged after`, after.length, 20),
    ...expectCount(`${trouble}: exits`, isAlive ? 0 : 1, 0),
    ...expectCount(`${trouble}: ready meanwhile`, isReady ? 1 : 0, 0),
    ...expectAtMost(`${trouble}: refused meanwhile, at most all but`, during.length, 199),
    ...expectAtMost(`${trouble}: back after ms`, took, 10_000),
  ];
  return { engine, counts, broken };
}

type Mending = {
  readonly trouble: Trouble;
  readonly drive: SmallDisk;
  readonly server: PostgresServer | undefined;
  readonly replica: Replica;
  readonly again: () => Promise<Replica>;
};

/** What whoever runs it does: frees space, or mends the disk, for which nobody may use it. A server that ended is started again. */
async function mend({ trouble, drive, server, replica, again }: Mending) {
  if (trouble === "full") {
    drive.free();
    await server?.revive();
    return { present: replica, mended: performance.now() };
  }
  await (server === undefined ? replica.kill() : server.halt());
  drive.repair();
  await server?.revive();
  const mended = performance.now();
  return { present: server === undefined ? await again() : replica, mended };
}

/** The channels of what was acknowledged. */
async function deliverMany(replica: Replica, from: number, count: number): Promise<string[]> {
  const channels = Array.from({ length: count }, (_, index) => `C${from + index}`);
  const outcomes = await Promise.all(channels.map((channel) => isTaken(replica, channel)));
  return channels.filter((_, index) => outcomes[index]);
}

/** As platforms do: again and again, but not for ever. */
async function deliverUntilTaken(replica: Replica, from: number, count: number): Promise<string[]> {
  const end = performance.now() + 15_000;
  const taken: string[] = [];
  for (let index = 0; index < count; index++) {
    const channel = `C${from + index}`;
    while (performance.now() < end && !(await isTaken(replica, channel))) await pause(100);
    if (performance.now() < end) taken.push(channel);
  }
  return taken;
}

function isTaken(replica: Replica, channel: string): Promise<boolean> {
  return replica.deliver(aPaste(channel, "error 1")).then(
    () => true,
    () => false,
  );
}

async function untilSeen(room: ChatRoom, channels: readonly string[]): Promise<number> {
  const end = performance.now() + 15_000;
  while (performance.now() < end && channels.some((channel) => room.inChannel(channel).length === 0)) await pause(20);
  return room.wall.messages.size;
}
