import { sql as raw } from "kysely";
import type { Backlog } from "../../src/app/store.ts";
import { type Instant, instant } from "../../src/core/resolution/responder.ts";
import type { Database } from "./schema.ts";

/** What waits in the two queues. Only reads, and by index. */
export async function backlog(database: Pick<Database, "selectFrom">, now: Instant): Promise<Backlog> {
  const open = database.selectFrom("inbox").where("state", "=", raw.lit(0)).where("not_before", "<=", now);
  const inbox = open.select((eb) => [eb.fn.countAll().as("count"), eb.fn.min("received").as("since")]);
  const outbox = database
    .selectFrom("outbox")
    .select((eb) => [eb.fn.countAll().as("count"), eb.fn.min("at").as("since")]);
  return { inbox: queueOf(await inbox.executeTakeFirst()), outbox: queueOf(await outbox.executeTakeFirst()) };
}

type Counted = { readonly count: number | string | bigint; readonly since: number | null };

function queueOf(row: Counted | undefined): Backlog["inbox"] {
  const since = row?.since ?? undefined;
  return { count: Number(row?.count ?? 0), since: since === undefined ? undefined : instant(since) };
}
