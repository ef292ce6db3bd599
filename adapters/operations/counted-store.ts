import type { Store } from "../../src/app/store.ts";

/** The same store; whatever it refuses is told first. */
export function countedStore(store: Store, failed: (action: "accept" | "transaction" | "check") => void): Store {
  const counted = async <Result>(action: Parameters<typeof failed>[0], work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      failed(action);
      throw error;
    }
  };
  return {
    ...store,
    accept: (delivery) => counted("accept", store.accept(delivery)),
    transaction: (work) => counted("transaction", store.transaction(work)),
    check: () => counted("check", store.check()),
  };
}
