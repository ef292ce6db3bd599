import { Pool, types } from "pg";

/** `bigint` arrives as text; all of ours fit a number. {@link https://github.com/brianc/node-pg-types} */
const INT8 = 20;

/** Milliseconds after which a silent server counts as gone. */
const [CONNECT, STATEMENT] = [5_000, 10_000];

export function openPool(url: string, most = 12): Pool {
  const pool = new Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: STATEMENT,
    query_timeout: STATEMENT + CONNECT,
    keepAlive: true,
    types: { getTypeParser: (oid: number, format?: "text" | "binary") => parserOf(oid, format) },
  });
  pool.on("error", ignore);
  pool.on("connect", (client) => client.on("error", ignore));
  return pool;
}

function parserOf(oid: number, format: "text" | "binary" = "text") {
  return oid === INT8 ? Number : types.getTypeParser(oid, format);
}

/** Without a listener a dying backend ends the process, even while its client is checked out. The query's own error says it all. */
export function ignore(): void {}
