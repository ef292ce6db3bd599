import { Kysely, PostgresDialect, sql } from "kysely";
import { DatabaseSync } from "node:sqlite";
import { Pool } from "pg";
import { migrate } from "../../adapters/store/migrate.ts";
import { MIGRATIONS } from "../../adapters/store/migrations.ts";
import type { Tables } from "../../adapters/store/schema.ts";
import { sqliteDialect } from "../../adapters/store/sqlite/dialect.ts";
import { aChatRoom } from "./chat-room.ts";
import { converse, duplicatesIn, type Sender } from "./converse.ts";
import { rollOut } from "./deploys.ts";
import { type Replica, startReplica } from "./replica.ts";
import { type Engine, expectCount, type Finding, type Scenario, type StoreAddress } from "./scenario.ts";

/** Replicas that start at the same moment. */
const STARTERS = 4;

const PATIENCE = 60_000;

export const versions: Scenario = {
  name: "versions",
  promise:
    "a store of any earlier release, opened by four replicas at once, is brought up to date once; a replica lives through the next release's migration; with --earlier DIR both releases serve at once",
  run: async ({ engines, seed, earlier }) => {
    const findings: Finding[] = [];
    for (const engine of engines) {
      for (const version of MIGRATIONS.keys()) findings.push(await startTogether(engine, seed, version));
      findings.push(await liveThroughNext(engine, seed));
      if (earlier !== undefined) findings.push(await rollOut(engine, seed, [earlier, undefined]));
    }
    return findings;
  },
};

async function startTogether(engine: Engine, seed: number, version: number): Promise<Finding> {
  const store = await engine.fresh();
  await using(store, (database) => migrate(database, dialectName(store), version));
  const room = aChatRoom();
  const setup = { store, times: { poll: 200 }, knowledge: "three-errors", seed } as const;
  const replicas = await Promise.all(Array.from({ length: STARTERS }, () => startReplica(setup, room)));
  const rows = await using(store, (database) =>
    sql<{ version: number }>`select version from kms_schema`.execute(database),
  );
  const last = rows.rows.filter((row) => row.version === MIGRATIONS.length).length;
  const isFine = await converse({ room, deliver: toOneOf(replicas) }, "C1", PATIENCE);
  await Promise.all(replicas.map((replica) => replica.stop()));
  const counts = {
    from: version,
    to: MIGRATIONS.length,
    starters: STARTERS,
    migrated: last,
    conversations: isFine ? 1 : 0,
  };
  const broken = [...expectCount("migrated", last, 1), ...expectCount("conversations", isFine ? 1 : 0, 1)];
  return { engine: engine.name, counts, broken };
}

/** The next release adds a column to every table while this one works; it does nothing else to what this one uses. */
async function liveThroughNext(engine: Engine, seed: number): Promise<Finding> {
  const store = await engine.fresh();
  const room = aChatRoom();
  const replica = await startReplica({ store, times: { poll: 200 }, knowledge: "three-errors", seed }, room);
  const sender = { room, deliver: toOneOf([replica]) };
  const talking = Promise.all(["C1", "C2", "C3"].map((channel) => converse(sender, channel, PATIENCE)));
  await using(store, addColumns);
  const talked = [...(await talking), await converse(sender, "C4", PATIENCE)].filter((isFine) => isFine).length;
  const isAlive = replica.isAlive();
  await replica.stop();
  const duplicates = duplicatesIn(room, 4);
  const counts = {
    from: MIGRATIONS.length,
    to: "the next",
    conversations: talked,
    exits: isAlive ? 0 : 1,
    twice: duplicates,
  };
  const broken = [
    ...expectCount("conversations", talked, 4),
    ...expectCount("exits", isAlive ? 0 : 1, 0),
    ...expectCount("posted twice", duplicates, 0),
  ];
  return { engine: engine.name, counts, broken };
}

const TABLES = ["inbox", "cases", "timeline", "texts", "posts", "offers", "outbox", "misses", "kept_values"];

async function addColumns(database: Kysely<Tables>): Promise<void> {
  for (const table of TABLES) await sql.raw(`alter table ${table} add column of_tomorrow text`).execute(database);
  await sql`insert into kms_schema (version) values (${MIGRATIONS.length + 1})`.execute(database);
}

function toOneOf(replicas: readonly Replica[]): Sender["deliver"] {
  let turn = 0;
  return async (delivery) => void (await replicas[turn++ % replicas.length]?.deliver(delivery));
}

async function using<Result>(
  store: StoreAddress,
  work: (database: Kysely<Tables>) => Promise<Result>,
): Promise<Result> {
  const database = new Kysely<Tables>({ dialect: dialectOf(store) });
  try {
    return await work(database);
  } finally {
    await database.destroy();
  }
}

function dialectOf(store: StoreAddress) {
  if (store.kind === "url") return new PostgresDialect({ pool: new Pool({ connectionString: store.url, max: 1 }) });
  const database = new DatabaseSync(store.file);
  for (const pragma of ["busy_timeout = 5000", "journal_mode = wal"]) database.exec(`pragma ${pragma}`);
  return sqliteDialect(database);
}

function dialectName({ kind }: StoreAddress) {
  return kind === "url" ? "postgres" : "sqlite";
}
