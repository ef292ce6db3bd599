import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import type { Clock } from "../../../src/app/clock.ts";
import type { Store } from "../../../src/app/store.ts";
import { acceptInto } from "../accept.ts";
import { backlog } from "../backlog.ts";
import { checkWritable } from "../check-writable.ts";
import { migrate } from "../migrate.ts";
import type { Tables } from "../schema.ts";
import { transactionOver } from "../transaction.ts";
import { announcer } from "./announce.ts";
import { again } from "./again.ts";
import { listener } from "./listen.ts";
import { openPool } from "./pool.ts";

/** Opens the store in a PostgreSQL database. Replicas that open the same one share its work. */
export async function openPostgres(url: string, clock: Pick<Clock, "now">): Promise<Store> {
  const pool: Pool = openPool(url);
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  await migrate(kysely, "postgres");
  const announce = announcer(pool);
  const listening = listener(url);
  return {
    accept: async (delivery) => {
      const [accepted = "known"] = await acceptInto(kysely, [delivery], clock.now());
      if (accepted === "stored") announce();
      return accepted;
    },
    transaction: (work) =>
      again(() => kysely.transaction().execute((sql) => work(transactionOver({ sql, engine: "postgres" })))),
    onWork: listening.onWork,
    pace: { workers: 4, batch: 4 },
    backlog: (now) => backlog(kysely, now),
    check: () => kysely.transaction().execute(checkWritable),
    close: async () => {
      await listening.close();
      await kysely.destroy();
    },
  };
}
