import { setTimeout } from "node:timers/promises";
import type { Pool } from "pg";

/** Milliseconds between two looks at whether it is our turn. */
const PAUSE = 200;

/** Does some work that only one process at a time may do for a knowledge base. The lock goes with its connection. */
export async function alone<Result>(pool: Pool, base: number, work: () => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    const key = `kms index: fill ${base}`;
    while (!(await isOurs(client, key))) await setTimeout(PAUSE);
    const result = await work();
    await client.query("select pg_advisory_unlock(hashtextextended($1, 0))", [key]);
    isBroken = false;
    return result;
  } finally {
    client.release(isBroken);
  }
}

async function isOurs(client: Pick<Pool, "query">, key: string): Promise<boolean> {
  const { rows } = await client.query<{ ours: boolean }>(
    "select pg_try_advisory_lock(hashtextextended($1, 0)) as ours",
    [key],
  );
  return rows[0]?.ours === true;
}
