import { sql } from "kysely";
import { MIGRATIONS } from "./migrations.ts";
import type { Database, Engine } from "./schema.ts";

/** Any number, as long as it is ours: it names the lock that one replica holds while it migrates. */
const MIGRATION_LOCK = 5_389_000;

/** Brings the schema from any earlier version to the last one, in one transaction. Others who start meanwhile wait. */
export async function migrate(database: Database, engine: Engine, upTo = MIGRATIONS.length): Promise<void> {
  await database.transaction().execute(async (tx) => {
    if (engine === "postgres") await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx);
    await sql`create table if not exists kms_schema (version integer not null)`.execute(tx);
    const found = await sql<{ version: number | null }>`select max(version) as version from kms_schema`.execute(tx);
    const version = found.rows[0]?.version ?? 0;
    refuseNewer(version);
    const statements = MIGRATIONS.slice(version, upTo).flatMap((migration) => migration(engine));
    for (const statement of statements) await sql.raw(statement).execute(tx);
    if (version < upTo) await sql`insert into kms_schema (version) values (${upTo})`.execute(tx);
  });
}

function refuseNewer(version: number): void {
  if (version <= MIGRATIONS.length) return;
  throw new Error(
    `Cannot open the store: its schema is version ${version}, and this release knows ${MIGRATIONS.length}. Start a newer release.`,
  );
}
