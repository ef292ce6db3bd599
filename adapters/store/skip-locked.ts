import type { SelectQueryBuilder } from "kysely";
import type { Engine } from "./schema.ts";

/** Locks what is read and leaves out what others have locked. SQLite's only writer has everything locked already. */
export function skipLocked<DB, Table extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, Table, Row>,
  engine: Engine,
): SelectQueryBuilder<DB, Table, Row> {
  return engine === "postgres" ? query.forUpdate().skipLocked() : query;
}
