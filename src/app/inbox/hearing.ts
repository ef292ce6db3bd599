import type { Transaction } from "../store.ts";

/** The same transaction, and the subject of what was said in it last, if anything was. */
export function hearing(tx: Transaction): { readonly tx: Transaction; readonly said: () => string | undefined } {
  const { outbox } = tx;
  let said: string | undefined;
  const add: typeof outbox.add = (job) => {
    said = job.subject;
    return outbox.add(job);
  };
  const revise: typeof outbox.revise = async (...revision) => {
    const isRevised = await outbox.revise(...revision);
    if (isRevised) said = revision[1];
    return isRevised;
  };
  return { tx: { ...tx, outbox: { ...outbox, add, revise } }, said: () => said };
}
