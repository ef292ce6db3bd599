import type { Clock } from "../../src/app/clock.ts";
import type { Store } from "../../src/app/store.ts";

/** How long a delivery that could not be kept speaks against the store (milliseconds): others may still be kept, by chance. */
const HELD_AGAINST = 5_000;

/**
 * The same store; whatever it refuses is told first. Its check fails for a while after a delivery could not be kept: a
 * full disk may still have room for the little that a check writes.
 */
export function countedStore(
  store: Store,
  clock: Pick<Clock, "now">,
  failed: (action: "accept" | "transaction" | "check") => void,
): Store {
  let refusal: { readonly error: unknown; readonly at: number } | undefined;
  const counted = async <Result>(action: Parameters<typeof failed>[0], work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      failed(action);
      throw error;
    }
  };
  const accept: Store["accept"] = async (delivery) => {
    try {
      return await counted("accept", store.accept(delivery));
    } catch (error) {
      refusal = { error, at: clock.now() };
      throw error;
    }
  };
  const check = async () => {
    if (refusal !== undefined && Math.abs(clock.now() - refusal.at) < HELD_AGAINST) throw refusal.error;
    await store.check();
  };
  return {
    ...store,
    accept,
    transaction: (work) => counted("transaction", store.transaction(work)),
    check: () => counted("check", check()),
  };
}
