import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import type { Clock } from "../../../src/app/clock.ts";
import type { Delivery } from "../../../src/app/platform.ts";
import type { Store } from "../../../src/app/store.ts";
import { acceptInto } from "../accept.ts";
import { backlog } from "../backlog.ts";
import { checkWritable } from "../check-writable.ts";
import { migrate } from "../migrate.ts";
import type { Tables } from "../schema.ts";
import { transactionOver } from "../transaction.ts";
import { batches } from "./batches.ts";
import { sqliteDialect } from "./dialect.ts";

/** Opens the store in one file, and makes it (and its folder) when there is none. Several processes may share it. */
export async function openSqlite(file: string, clock: Pick<Clock, "now">): Promise<Store> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new DatabaseSync(file);
  for (const pragma of PRAGMAS) database.exec(`pragma ${pragma}`);
  const kysely = new Kysely<Tables>({ dialect: sqliteDialect(database) });
  await migrate(kysely, "sqlite");
  const acceptAll = (deliveries: readonly Delivery[]) =>
    kysely.transaction().execute((sql) => acceptInto(sql, deliveries, clock.now()));
  return {
    accept: batches(acceptAll),
    transaction: (work) => kysely.transaction().execute((sql) => work(transactionOver({ sql, engine: "sqlite" }))),
    onWork: () => () => undefined,
    pace: { workers: 1, batch: 8 },
    backlog: (now) => backlog(kysely, now),
    check: () => kysely.transaction().execute(checkWritable),
    close: () => kysely.destroy(),
  };
}

/** Every commit reaches the disk before it is acknowledged: {@link https://www.sqlite.org/pragma.html#pragma_synchronous} */
const PRAGMAS = ["busy_timeout = 50", "journal_mode = wal", "synchronous = full", "foreign_keys = on"];
