import { statSync, writeFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { dirname, join } from "node:path";
import { Kysely } from "kysely";
import { describe, expect, it } from "vitest";
import { openStore, storeFile } from "../../../adapters/store/index.ts";
import { migrate } from "../../../adapters/store/migrate.ts";
import { MIGRATIONS } from "../../../adapters/store/migrations.ts";
import type { Tables } from "../../../adapters/store/schema.ts";
import { sqliteDialect } from "../../../adapters/store/sqlite/dialect.ts";
import { openSqlite } from "../../../adapters/store/sqlite/open.ts";
import { systemClock } from "../../../src/app/clock.ts";
import { aStoreFile, engines } from "../../support/a-store.ts";

describe("a store that is opened", () => {
  it.each(engines)("by several replicas at once is made once, in $engine", async ({ shelf }) => {
    const shared = await shelf();
    const stores = await Promise.all([1, 2, 3, 4].map(() => shared.open(systemClock)));
    await expect(Promise.all(stores.map((store) => store.check()))).resolves.toHaveLength(4);
  });

  it.each(MIGRATIONS.map((_, version) => version))("at version %i is brought to the last one", async (version) => {
    const file = aStoreFile();
    const old = new Kysely<Tables>({ dialect: sqliteDialect(new DatabaseSync(file)) });
    await migrate(old, "sqlite", version);
    await old.destroy();
    const store = await openSqlite(file, systemClock);
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
  });

  it("and was made by a newer release is left alone, and says so", async () => {
    const file = aStoreFile();
    const newer = new DatabaseSync(file);
    newer.exec("create table kms_schema (version integer not null); insert into kms_schema values (99)");
    newer.close();
    await expect(openSqlite(file, systemClock)).rejects.toThrow("its schema is version 99, and this release knows");
  });

  it("from what is no database says so", async () => {
    const file = aStoreFile();
    writeFileSync(file, "this is no database, but a text that is long enough to be read as a header of one");
    await expect(openSqlite(file, systemClock)).rejects.toThrow("file is not a database");
  });

  it("makes its folder, and lets nobody else look into it", async () => {
    const folder = join(dirname(aStoreFile()), "new", "deeper");
    const store = await openSqlite(join(folder, "kms.db"), systemClock);
    await store.close();
    expect(statSync(folder).mode & 0o077).toBe(0);
  });
});

describe("the data folder", () => {
  it.each([
    { env: { KMS_DATA: "here", HOME: "home" }, file: join("here", "kms.db") },
    { env: { XDG_STATE_HOME: "state", HOME: "home" }, file: join("state", "kms", "kms.db") },
    { env: { KMS_DATA: "", HOME: "home" }, file: join("home", ".local", "state", "kms", "kms.db") },
    { env: {}, file: join("data", "kms.db") },
  ])("is $file for $env", ({ env, file }) => {
    expect(storeFile(env)).toBe(file);
  });

  it("is not used where DATABASE_URL names a server, and a server that is away is an error", async () => {
    await expect(openStore({ DATABASE_URL: "postgres://127.0.0.1:1/none" }, systemClock)).rejects.toThrow(
      "ECONNREFUSED",
    );
  });
});
