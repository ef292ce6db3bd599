import { type Selectable, sql as raw } from "kysely";
import { later } from "../../../src/app/clock.ts";
import { asTenantKey } from "../../../src/app/names.ts";
import type { Job, NewJob, Priority, Transaction } from "../../../src/app/store.ts";
import { type Instant, instant } from "../../../src/core/resolution/responder.ts";
import { LONGEST_WAIT } from "../longest-wait.ts";
import type { Connection, Tables } from "../schema.ts";
import { skipLocked } from "../skip-locked.ts";

type Outbox = Transaction["outbox"];

export function outboxRows(connection: Connection): Outbox {
  const { sql } = connection;
  const change = ({ seq }: Job) => sql.updateTable("outbox").where("seq", "=", seq);
  return {
    add: async (job) => {
      await sql.insertInto("outbox").values(rowOf(job)).execute();
    },
    revise: (...revision) => revise(connection, ...revision),
    take: (query) => take(connection, query),
    nextDue: async (platform, now) => {
      const waiting = sql.selectFrom("outbox").where("platform", "=", platform).where("not_before", ">", now);
      const row = await waiting.select((eb) => eb.fn.min("not_before").as("due")).executeTakeFirst();
      return typeof row?.due === "number" ? instant(Math.min(row.due, now + LONGEST_WAIT)) : undefined;
    },
    done: async ({ seq }) => {
      await sql.deleteFrom("outbox").where("seq", "=", seq).execute();
    },
    hasten: async (tenant, subject) => {
      const waiting = sql.updateTable("outbox").where("tenant", "=", tenant).where("subject", "=", subject);
      await waiting.where("is_doubtful", "=", 0).set({ not_before: 0 }).execute();
    },
    retry: async (job, at, isDoubtful) => {
      await change(job)
        .set({ not_before: at, is_doubtful: isDoubtful ? 1 : 0 })
        .execute();
    },
    pause: async ({ tenant, place, order }, until) => {
      const same = sql.updateTable("outbox").where("tenant", "=", tenant).where("channel", "=", place.channel);
      const idle = same.where("kind", "=", order.kind).where("is_doubtful", "=", 0).where("not_before", "<", until);
      await idle.set({ not_before: until }).execute();
    },
  };
}

async function revise(
  { sql, engine }: Connection,
  ...[tenant, subject, shown, asker]: Parameters<Outbox["revise"]>
): Promise<boolean> {
  const waiting = sql.selectFrom("outbox").select(["seq", "body"]).where("tenant", "=", tenant);
  const unsent = waiting
    .where("subject", "=", subject)
    .where("is_doubtful", "=", 0)
    .where("kind", "in", ["post", "edit"]);
  const row = await skipLocked(unsent.orderBy("seq", "desc").limit(1), engine).executeTakeFirst();
  if (row === undefined) return false;
  const { order, ...rest }: Body = JSON.parse(row.body);
  if (order.kind !== "post" && order.kind !== "edit") return false;
  const body: Body = { ...rest, order: { ...order, shown }, asker };
  await sql
    .updateTable("outbox")
    .set({ body: JSON.stringify(body) })
    .where("seq", "=", row.seq)
    .execute();
  return true;
}

async function take({ sql, engine }: Connection, query: Parameters<Outbox["take"]>[0]): Promise<readonly Job[]> {
  const { platform, now, until, most, leastUrgent, except } = query;
  const due = sql
    .selectFrom("outbox as job")
    .selectAll()
    .where("platform", "=", platform)
    .where("priority", "<=", leastUrgent)
    .where((eb) => eb.or([eb("not_before", "<=", now), eb("not_before", ">", later(now, LONGEST_WAIT))]))
    .where(nothingBefore);
  const free = except.length === 0 ? due : due.where("seq", "not in", except);
  const rows = await skipLocked(free.orderBy("priority").orderBy("seq").limit(most), engine).execute();
  if (rows.length > 0)
    await lease(
      sql,
      rows.map(({ seq }) => seq),
      until,
    );
  return rows.map(jobOf);
}

const nothingBefore = raw<boolean>`not exists (select 1 from outbox as earlier where earlier.tenant = job.tenant
  and earlier.subject = job.subject and earlier.seq < job.seq)`;

/** From now on it counts as perhaps sent: should we die, whoever takes it next looks first. */
async function lease(sql: Connection["sql"], seqs: readonly number[], until: Instant): Promise<void> {
  await sql
    .updateTable("outbox")
    .set((eb) => ({ not_before: until, is_doubtful: 1, attempts: eb("attempts", "+", 1) }))
    .where("seq", "in", seqs)
    .execute();
}

type Body = Pick<NewJob, "place" | "order" | "asker">;

function rowOf({ tenant, subject, place, priority, order, asker, at }: NewJob) {
  const body: Body = { place, order, asker };
  return {
    tenant,
    platform: place.platform,
    subject,
    channel: place.channel,
    kind: order.kind,
    priority,
    attempts: 0,
    not_before: 0,
    is_doubtful: 0,
    at,
    body: JSON.stringify(body),
  };
}

function jobOf(row: Selectable<Tables["outbox"]>): Job {
  const { place, order, asker }: Body = JSON.parse(row.body);
  return {
    seq: row.seq,
    tenant: asTenantKey(row.tenant),
    subject: row.subject,
    place,
    priority: asPriority(row.priority),
    order,
    asker,
    at: instant(row.at),
    attempts: row.attempts + 1,
    isDoubtful: row.is_doubtful === 1,
  };
}

function asPriority(value: number): Priority {
  return value === 0 || value === 1 ? value : 2;
}
