import type { Pool, PoolClient } from "pg";
import { inTransaction } from "./in-transaction.ts";
import { dropBase, makePartitions } from "./tables.ts";

/** The number under which this process finds a knowledge base: another name, or another way of indexing, is another one. */
export async function baseFor(pool: Pool, name: string, rules: string): Promise<number> {
  return inTransaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`kms index: ${name}`]);
    await dropForgotten(client, name, rules);
    const base = (await touched(client, name, rules)) ?? (await made(client, name, rules));
    await makePartitions(client, base);
    return base;
  });
}

/** Says that somebody still uses it. */
export async function touchBase(pool: Pool, base: number): Promise<void> {
  await pool.query("update kms_index_bases set seen = now() where base = $1", [base]);
}

/** What other versions of the program left behind; while one is being replaced by another, both have theirs. */
async function dropForgotten(client: PoolClient, name: string, rules: string): Promise<void> {
  const { rows } = await client.query<{ base: number }>(
    "select base from kms_index_bases where name = $1 and rules <> $2 and seen < now() - interval '1 day'",
    [name, rules],
  );
  for (const { base } of rows) await dropBase(client, base);
}

async function touched(client: PoolClient, name: string, rules: string): Promise<number | undefined> {
  const { rows } = await client.query<{ base: number }>(
    "update kms_index_bases set seen = now() where name = $1 and rules = $2 returning base",
    [name, rules],
  );
  return rows[0]?.base;
}

async function made(client: PoolClient, name: string, rules: string): Promise<number> {
  const { rows } = await client.query<{ base: number }>(
    "insert into kms_index_bases (name, rules) values ($1, $2) returning base",
    [name, rules],
  );
  return rows[0]!.base;
}
