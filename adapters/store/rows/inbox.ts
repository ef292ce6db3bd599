import { type RawBuilder, type Selectable, sql as raw } from "kysely";
import { later } from "../../../src/app/clock.ts";
import { asTenantKey } from "../../../src/app/names.ts";
import type { Transaction, Work } from "../../../src/app/store.ts";
import { type Instant, instant } from "../../../src/core/resolution/responder.ts";
import type { Connection, Tables } from "../schema.ts";
import { LONGEST_WAIT } from "../longest-wait.ts";
import { skipLocked } from "../skip-locked.ts";

const [DONE, GIVEN_UP] = [1, 2];

/** Written out, because SQLite uses a partial index only for what it can read in the statement. */
const OPEN = raw.lit(0);

export function inboxRows({ sql, engine }: Connection): Inbox {
  const change = ({ seq }: Work) => sql.updateTable("inbox").where("seq", "=", seq);
  return {
    ...timerRows(sql),
    next: async (now) => {
      const open = sql.selectFrom("inbox as work").selectAll().where("state", "=", OPEN);
      const due = open.where(isDue(now)).where(nothingBeforeIn("lane")).where(nothingBeforeIn("parent"));
      const row = await skipLocked(due.orderBy("seq").limit(1), engine).executeTakeFirst();
      return row === undefined ? undefined : workOf(row);
    },
    nextDue: async (now) => {
      const open = sql.selectFrom("inbox").where("state", "=", OPEN).where("not_before", ">", now);
      const row = await open.select((eb) => eb.fn.min("not_before").as("due")).executeTakeFirst();
      return typeof row?.due === "number" ? instant(row.due) : undefined;
    },
    finish: async (work) => {
      await change(work).set({ state: DONE, body: "" }).execute();
    },
    postpone: async (work, until, why) => {
      await change(work)
        .set({ not_before: until, attempts: work.attempts + 1, why })
        .execute();
    },
    giveUp: async (work, why) => {
      await change(work).set({ state: GIVEN_UP, why }).execute();
    },
  };
}

type Inbox = Transaction["inbox"];

/** A timer is work that is not due yet, in a lane of its own. */
function timerRows(sql: Connection["sql"]): Pick<Inbox, "schedule" | "cancel" | "cancelAll"> {
  return {
    schedule: async (timer) => {
      const { tenant, name, due } = timer;
      const id = `timer ${name}`;
      const body = JSON.stringify({ kind: "timer", timer });
      const row = {
        tenant,
        id,
        lane: id,
        parent: id,
        state: 0,
        not_before: due,
        received: due,
        attempts: 0,
        body,
        why: null,
      };
      await sql
        .insertInto("inbox")
        .values(row)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    cancel: async ({ tenant, name }) => {
      const timers = sql.deleteFrom("inbox").where("tenant", "=", tenant).where("id", "=", `timer ${name}`);
      await timers.where("state", "=", OPEN).execute();
    },
    cancelAll: async ({ tenant, prefix }) => {
      const timers = sql.deleteFrom("inbox").where("tenant", "=", tenant).where("id", "like", `timer ${prefix}%`);
      await timers.where("state", "=", OPEN).execute();
    },
  };
}

/** No delivery waits that long: one that would was put off before the clock was set back. Timers may lie further ahead. */
function isDue(now: Instant): RawBuilder<boolean> {
  return raw<boolean>`(work.not_before <= ${now} or
    (work.not_before > ${later(now, LONGEST_WAIT)} and work.id not like 'timer %'))`;
}

/** A thread waits for what was said before it at the channel's top level, where it began. */
function nothingBeforeIn(lane: "lane" | "parent"): RawBuilder<boolean> {
  return raw<boolean>`not exists (select 1 from inbox as earlier where earlier.state = ${OPEN}
    and earlier.tenant = work.tenant and earlier.lane = ${raw.ref(`work.${lane}`)} and earlier.seq < work.seq)`;
}

function workOf({ seq, tenant, attempts, body }: Selectable<Tables["inbox"]>): Work {
  const what: WithoutRow<Work> = JSON.parse(body);
  return { ...what, seq, tenant: asTenantKey(tenant), attempts };
}

type WithoutRow<W> = W extends Work ? Omit<W, "seq" | "tenant" | "attempts"> : never;
