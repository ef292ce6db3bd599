import { existsSync } from "node:fs";
import { openStore, storeFile } from "../../adapters/store/index.ts";
import { systemClock } from "../app/clock.ts";
import type { Transaction } from "../app/store.ts";

/** What the store says; a sentence where there is none yet, or it cannot be opened. */
export async function fromStore<Result>(ask: (tx: Transaction) => Promise<Result>): Promise<Result | string> {
  const isRemote = (process.env["DATABASE_URL"] ?? "") !== "";
  if (!isRemote && !existsSync(storeFile(process.env)))
    return `nothing is kept yet in ${storeFile(process.env)}; set KMS_DATA or DATABASE_URL as the bot has them`;
  try {
    const store = await openStore(process.env, systemClock);
    const said = await store.transaction(ask);
    await store.close();
    return said;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
