import type { TenantKey } from "../../../src/app/names.ts";
import type { Miss, Transaction } from "../../../src/app/store.ts";
import type { Connection } from "../schema.ts";

export function missRows({ sql }: Connection, tenant: TenantKey): ReturnType<Transaction["misses"]> {
  return {
    add: async (miss) => {
      const { channel, via, at } = miss;
      await sql
        .insertInto("misses")
        .values({ tenant, channel, via, at, body: JSON.stringify(miss) })
        .execute();
    },
    latest: async (most) => {
      const all = sql.selectFrom("misses").select("body").where("tenant", "=", tenant);
      const rows = await all.orderBy("seq", "desc").limit(most).execute();
      return rows.map(({ body }): Miss => JSON.parse(body));
    },
  };
}
