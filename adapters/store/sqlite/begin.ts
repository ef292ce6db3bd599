import type { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";

/** Milliseconds between two tries, and how long is tried in all. SQLite's own waiting would stop the event loop. */
const [PAUSE, PATIENCE] = [2, 10_000];

/** SQLITE_BUSY: {@link https://www.sqlite.org/rescode.html#busy} */
const BUSY = 5;

/** Begins to write at once, so that nobody finds out at commit that they were second. Waits while another process writes. */
export async function beginImmediate(database: DatabaseSync): Promise<void> {
  const end = performance.now() + PATIENCE;
  while (!begins(database, performance.now() > end)) await wait(PAUSE);
}

function begins(database: DatabaseSync, isLastTry: boolean): boolean {
  try {
    database.exec("begin immediate");
    return true;
  } catch (error) {
    if (isLastTry || !isBusy(error)) throw error;
    return false;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === BUSY;
}
