import { join } from "node:path";
import type { Clock } from "../../src/app/clock.ts";
import type { Store } from "../../src/app/store.ts";
import { openPostgres } from "./postgres/open.ts";
import { openSqlite } from "./sqlite/open.ts";

/** Where the bot keeps what it knows: in PostgreSQL where `DATABASE_URL` names one, else in a file of its data folder. */
export function openStore(env: Environment, clock: Pick<Clock, "now">): Promise<Store> {
  const url = env["DATABASE_URL"];
  return url === undefined || url === "" ? openSqlite(storeFile(env), clock) : openPostgres(url, clock);
}

export type Environment = Readonly<Record<string, string | undefined>>;

export function storeFile(env: Environment): string {
  return join(dataFolder(env), "kms.db");
}

/** `KMS_DATA`, else the place for a program's state: {@link https://specifications.freedesktop.org/basedir-spec/latest/} */
function dataFolder(env: Environment): string {
  if (isSet(env["KMS_DATA"])) return env["KMS_DATA"];
  if (isSet(env["XDG_STATE_HOME"])) return join(env["XDG_STATE_HOME"], "kms");
  const home = env["HOME"] ?? env["USERPROFILE"];
  return isSet(home) ? join(home, ".local", "state", "kms") : "data";
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== "";
}
