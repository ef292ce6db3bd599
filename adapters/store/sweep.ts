import { sql as raw } from "kysely";
import type { Ages } from "../../src/app/store.ts";
import type { Connection } from "./schema.ts";

/** Removes what is too old, at most so many rows of a kind, so that nobody waits long for the lock. */
export async function sweep({ sql }: Connection, before: Ages, most: number): Promise<number> {
  const inbox = sql.selectFrom("inbox").select("seq").where("state", "<>", 0).where("received", "<", before.deliveries);
  const cases = sql
    .selectFrom("cases")
    .select(["tenant", "id"])
    .where("touched", "<", before.cases)
    .where(withoutOpenIncident);
  const offers = sql.selectFrom("offers").select(["tenant", "id"]).where("at", "<", before.cases);
  const misses = sql.selectFrom("misses").select("seq").where("at", "<", before.cases);
  const values = sql.selectFrom("kept_values").select(["tenant", "name"]).where("expires", "<", before.now);
  const overrides = sql.selectFrom("overrides").select(["tenant", "id"]).where("ends", "<", before.cases);
  const results = [
    await sql.deleteFrom("inbox").where("seq", "in", inbox.limit(most)).executeTakeFirst(),
    await sql
      .deleteFrom("cases")
      .where((eb) => eb(eb.refTuple("tenant", "id"), "in", cases.limit(most).$asTuple("tenant", "id")))
      .executeTakeFirst(),
    await sql
      .deleteFrom("offers")
      .where((eb) => eb(eb.refTuple("tenant", "id"), "in", offers.limit(most).$asTuple("tenant", "id")))
      .executeTakeFirst(),
    await sql
      .deleteFrom("kept_values")
      .where((eb) => eb(eb.refTuple("tenant", "name"), "in", values.limit(most).$asTuple("tenant", "name")))
      .executeTakeFirst(),
    await sql.deleteFrom("misses").where("seq", "in", misses.limit(most)).executeTakeFirst(),
    await sql
      .deleteFrom("overrides")
      .where((eb) => eb(eb.refTuple("tenant", "id"), "in", overrides.limit(most).$asTuple("tenant", "id")))
      .executeTakeFirst(),
  ];
  return results.reduce((sum, { numDeletedRows }) => sum + Number(numDeletedRows), 0);
}

/** With a case its incident goes, and what is still being worked on stays however old it is. */
const withoutOpenIncident = raw<boolean>`not exists (select 1 from escalations as one where one.tenant = cases.tenant
  and one.case_id = cases.id and one.is_open = 1)`;
