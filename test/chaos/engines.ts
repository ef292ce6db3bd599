import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../support/postgres-server.ts";
import { openPostgres } from "../../adapters/store/postgres/open.ts";
import { openSqlite } from "../../adapters/store/sqlite/open.ts";
import type { Clock } from "../../src/app/clock.ts";
import type { Store } from "../../src/app/store.ts";
import type { Engine, StoreAddress } from "./scenario.ts";

/** Both engines for real; each fresh store is a new file or a new database. */
export async function chaosEngines(): Promise<{
  readonly engines: readonly Engine[];
  readonly close: () => Promise<void>;
}> {
  const folder = mkdtempSync(join(tmpdir(), "kms-chaos-"));
  const postgres = await startPostgres({ fsync: true }).catch(missing);
  let count = 0;
  const sqlite: Engine = {
    name: "SQLite",
    fresh: async () => ({ kind: "file", file: join(folder, `${++count}.db`) }),
    open: openAt,
    server: undefined,
  };
  const close = async () => {
    await postgres?.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  if (postgres === undefined) return { engines: [sqlite], close };
  const fresh = async () => ({ kind: "url" as const, url: await postgres.database(`chaos${++count}`) });
  return { engines: [sqlite, { name: "PostgreSQL", fresh, open: openAt, server: postgres }], close };
}

export function openAt(address: StoreAddress, clock: Pick<Clock, "now">): Promise<Store> {
  return address.kind === "file" ? openSqlite(address.file, clock) : openPostgres(address.url, clock);
}

function missing(error: unknown): undefined {
  const why = error instanceof Error ? error.message : String(error);
  if (process.env["CI"] === "true") throw error;
  console.log(`PostgreSQL is left out. ${why}`);
}
