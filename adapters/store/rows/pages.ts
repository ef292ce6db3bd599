import { type Selectable, sql as raw } from "kysely";
import { later } from "../../../src/app/clock.ts";
import { asTenantKey } from "../../../src/app/names.ts";
import type { NewPage, PageJob, Pages, TakePages } from "../../../src/app/paging/page-queue.ts";
import { escalationId } from "../../../src/core/escalation/ids.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { Connection, Tables } from "../schema.ts";
import { skipLocked } from "../skip-locked.ts";

/** No wait is that long (milliseconds): what is further off was put there before the clock was set back. */
const LONGEST_WAIT = 61 * 60_000;

export function pageRows(connection: Connection): Pages {
  const { sql } = connection;
  return {
    add: async ({ tenant, incident, pager, paging }) => {
      const belongs = { tenant, escalation_id: incident, pager, dedup_key: paging.key };
      await sql
        .insertInto("pages")
        .values({ ...belongs, attempts: 0, not_before: 0, at: paging.at, body: JSON.stringify(paging) })
        .execute();
    },
    take: (query) => take(connection, query),
    nextDue: async (now) => {
      const waiting = sql.selectFrom("pages").where("not_before", ">", now);
      const row = await waiting.select((eb) => eb.fn.min("not_before").as("due")).executeTakeFirst();
      return typeof row?.due === "number" ? instant(Math.min(row.due, now + LONGEST_WAIT)) : undefined;
    },
    done: async ({ seq }) => {
      await sql.deleteFrom("pages").where("seq", "=", seq).execute();
    },
    retry: async ({ seq }, at) => {
      await sql.updateTable("pages").set({ not_before: at }).where("seq", "=", seq).execute();
    },
  };
}

/** What was never tried goes before what was tried in vain. */
async function take({ sql, engine }: Connection, query: TakePages): Promise<readonly PageJob[]> {
  const { now, until, most, except } = query;
  const due = sql
    .selectFrom("pages as page")
    .selectAll()
    .where((eb) => eb.or([eb("not_before", "<=", now), eb("not_before", ">", later(now, LONGEST_WAIT))]))
    .where(nothingBefore);
  const free = except.length === 0 ? due : due.where("pager", "not in", except);
  const oldest = free.orderBy("not_before").orderBy("seq").limit(most);
  const rows = await skipLocked(oldest, engine).execute();
  const seqs = rows.map(({ seq }) => seq);
  if (seqs.length > 0)
    await sql
      .updateTable("pages")
      .set((eb) => ({ not_before: until, attempts: eb("attempts", "+", 1) }))
      .where("seq", "in", seqs)
      .execute();
  return rows.map(jobOf);
}

const nothingBefore = raw<boolean>`not exists (select 1 from pages as earlier where earlier.pager = page.pager
  and earlier.dedup_key = page.dedup_key and earlier.seq < page.seq)`;

function jobOf({ seq, tenant, escalation_id, pager, attempts, body }: Selectable<Tables["pages"]>): PageJob {
  const paging: NewPage["paging"] = JSON.parse(body);
  const incident = escalationId(escalation_id);
  return { seq, tenant: asTenantKey(tenant), incident, pager, paging, attempts: attempts + 1 };
}
