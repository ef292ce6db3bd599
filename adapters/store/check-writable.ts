import type { Database } from "./schema.ts";

/** Writes for real: a full disk lets a transaction begin. */
export async function checkWritable(sql: Pick<Database, "insertInto">): Promise<void> {
  const value = String(Date.now());
  await sql
    .insertInto("kept_values")
    .values({ tenant: "kms:self", name: "check", value, expires: null })
    .onConflict((conflict) => conflict.columns(["tenant", "name"]).doUpdateSet({ value }))
    .execute();
}
