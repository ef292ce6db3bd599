import { asTenantKey, type TenantKey } from "../../../src/app/names.ts";
import type { KeptOverride } from "../../../src/app/overrides.ts";
import type { Transaction } from "../../../src/app/store.ts";
import { scheduleId, personId } from "../../../src/core/escalation/ids.ts";
import type { Override } from "../../../src/core/escalation/override.ts";
import { type Deed, type Instant, instant, type Responder } from "../../../src/core/resolution/responder.ts";
import type { Connection, Tables } from "../schema.ts";

export function overrideRows({ sql }: Connection, tenant: TenantKey): ReturnType<Transaction["overrides"]> {
  const row = (id: string) => sql.updateTable("overrides").where("tenant", "=", tenant).where("id", "=", id);
  return {
    add: async ({ id, schedule, person, start, end, at, by }) => {
      const times = { starts: start, ends: end, at };
      const result = await sql
        .insertInto("overrides")
        .values({ tenant, id, schedule, person, ...times, set_by: JSON.stringify(by), taken_back: null })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      return result.numInsertedOrUpdatedRows === 1n ? "added" : "known";
    },
    takeBack: async (id, deed) => {
      const open = row(id).where("taken_back", "is", null).where("ends", ">", deed.at);
      const result = await open.set({ taken_back: JSON.stringify(deed) }).executeTakeFirst();
      const own = sql.selectFrom("overrides").selectAll().where("tenant", "=", tenant).where("id", "=", id);
      const found = await own.executeTakeFirst();
      if (found === undefined) return { kind: "unknown" };
      if (result.numUpdatedRows === 1n) return { kind: "taken-back", override: overrideIn(found) };
      return found.taken_back === null ? { kind: "over" } : { kind: "before", deed: deedIn(found.taken_back) };
    },
  };
}

export async function standingOverrides({ sql }: Connection, now: Instant): Promise<readonly KeptOverride[]> {
  const open = sql.selectFrom("overrides").selectAll().where("taken_back", "is", null).where("ends", ">", now);
  const found = await open.orderBy("starts").orderBy("at").orderBy("tenant").orderBy("id").execute();
  return found.map((row) => ({ ...overrideIn(row), tenant: asTenantKey(row.tenant) }));
}

function overrideIn({ id, schedule, person, starts, ends, at, set_by }: Tables["overrides"]): Override {
  const by: Responder = JSON.parse(set_by);
  const times = { start: instant(starts), end: instant(ends), at: instant(at) };
  return { id, schedule: scheduleId(schedule), person: personId(person), ...times, by };
}

function deedIn(text: string): Deed {
  const deed: Deed = JSON.parse(text);
  return deed;
}
