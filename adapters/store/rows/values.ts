import type { TenantKey } from "../../../src/app/names.ts";
import type { Transaction } from "../../../src/app/store.ts";
import type { Connection } from "../schema.ts";

export function valueRows({ sql }: Connection, tenant: TenantKey): ReturnType<Transaction["values"]> {
  const all = sql.selectFrom("kept_values").where("tenant", "=", tenant);
  return {
    get: async (name) => {
      const row = await all.select("value").where("name", "=", name).executeTakeFirst();
      return row === undefined ? undefined : JSON.parse(row.value);
    },
    set: async (name, given, until) => {
      const kept = { value: JSON.stringify(given), expires: until ?? null };
      await sql
        .insertInto("kept_values")
        .values({ tenant, name, ...kept })
        .onConflict((conflict) => conflict.columns(["tenant", "name"]).doUpdateSet(kept))
        .execute();
    },
    add: async (name, given, until) => {
      const row = { tenant, name, value: JSON.stringify(given), expires: until ?? null };
      const insert = sql
        .insertInto("kept_values")
        .values(row)
        .onConflict((conflict) => conflict.doNothing());
      return (await insert.executeTakeFirst()).numInsertedOrUpdatedRows === 1n;
    },
    remove: async (name) => {
      await sql.deleteFrom("kept_values").where("tenant", "=", tenant).where("name", "=", name).execute();
    },
    names: async (prefix) => {
      const rows = await all.select("name").orderBy("name").execute();
      return rows.map(({ name }) => name).filter((name) => name.startsWith(prefix));
    },
  };
}
