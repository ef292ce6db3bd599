import type { Transaction } from "../store.ts";

/** The same transaction, and whether something was said in it. */
export function hearing(tx: Transaction): { readonly tx: Transaction; readonly saidSomething: () => boolean } {
  const { outbox } = tx;
  let said = false;
  const add: typeof outbox.add = (job) => {
    said = true;
    return outbox.add(job);
  };
  const revise: typeof outbox.revise = async (...revision) => {
    const isRevised = await outbox.revise(...revision);
    said ||= isRevised;
    return isRevised;
  };
  return { tx: { ...tx, outbox: { ...outbox, add, revise } }, saidSomething: () => said };
}
