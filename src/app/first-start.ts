import type { Instant } from "../core/resolution/responder.ts";
import { asTenantKey } from "./names.ts";
import type { Transaction } from "./store.ts";

/** Since when this installation has been there: at its first call it begins. What was there before is no news to anybody. */
export async function firstStart(tx: Pick<Transaction, "values">, now: Instant): Promise<number> {
  const own = tx.values(asTenantKey("kms:installation"));
  await own.add(NAME, now);
  const since = await own.get(NAME);
  return typeof since === "number" ? since : now;
}

const NAME = "first start";
