import type { Instant } from "../core/resolution/responder.ts";
import { asTenantKey } from "./names.ts";
import type { Transaction } from "./store.ts";

/**
 * Since when this installation has been there: at its first call it begins. What was there before is no news to anybody. One
 * that worked before anybody noted it is older than all news.
 */
export async function firstStart(tx: Pick<Transaction, "values" | "inbox">, now: Instant): Promise<number> {
  const own = tx.values(asTenantKey("kms:installation"));
  if ((await own.get(NAME)) === undefined) await own.add(NAME, (await hasWorked(tx, now)) ? 0 : now);
  const since = await own.get(NAME);
  return typeof since === "number" ? since : now;
}

const NAME = "first start";

/** Whoever has started once has something to do later: sweeping, if nothing else. */
async function hasWorked({ inbox }: Pick<Transaction, "inbox">, now: Instant): Promise<boolean> {
  return (await inbox.nextDue(now)) !== undefined || (await inbox.next(now)) !== undefined;
}
