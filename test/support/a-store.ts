import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { inject, onTestFinished } from "vitest";
import { openPostgres } from "../../adapters/store/postgres/open.ts";
import { openSqlite } from "../../adapters/store/sqlite/open.ts";
import type { Clock } from "../../src/app/clock.ts";
import type { Store } from "../../src/app/store.ts";

/** Somewhere to keep things: opened twice, it is the same store for two replicas. It is gone after the test. */
export type Shelf = { readonly open: (clock: Pick<Clock, "now">) => Promise<Store> };

export type Engine = { readonly engine: string; readonly shelf: () => Promise<Shelf> };

/** Both engines, or one where no PostgreSQL can be had; then the run has said so. */
export const engines: readonly Engine[] = [
  { engine: "SQLite", shelf: sqliteShelf },
  ...(inject("postgres") === "" ? [] : [{ engine: "PostgreSQL", shelf: postgresShelf }]),
];

async function sqliteShelf(): Promise<Shelf> {
  const file = aStoreFile();
  return { open: (clock) => closedAfterwards(openSqlite(file, clock)) };
}

export function aStoreFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "kms-store-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "kms.db");
}

async function postgresShelf(): Promise<Shelf> {
  const url = await aPostgresUrl();
  return { open: (clock) => closedAfterwards(openPostgres(url, clock)) };
}

let schemas = 0;

/** A schema of its own in the run's database. */
export async function aPostgresUrl(): Promise<string> {
  const url = inject("postgres");
  const schema = `s${process.pid}_${Date.now().toString(36)}_${++schemas}_${Math.floor(Math.random() * 1e9)}`;
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(`create schema ${schema}`);
  await client.end();
  return `${url}&options=${encodeURIComponent(`-c search_path=${schema},public`)}`;
}

async function closedAfterwards(opening: Promise<Store>): Promise<Store> {
  const store = await opening;
  let closing: Promise<void> | undefined;
  const close = () => (closing ??= store.close());
  onTestFinished(close);
  return { ...store, close };
}
