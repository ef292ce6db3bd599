import { AT } from "./features.ts";
import type { Query } from "./query.ts";

/** What depends on the chain alone. */
export const CHAIN_FEATURES = ["chain", "chainSquared", "chainHigh", "run"] as const;

/** Writes them for a chain of this weight, with a run of so many words. */
export function writeChain(vector: Float64Array, query: Query, weight: number, run: number): void {
  const chain = Math.min(1, weight / Math.max(query.weight, 1e-6));
  vector[AT.chain] = chain;
  vector[AT.chainSquared] = chain * chain;
  vector[AT.chainHigh] = 5 * Math.max(0, chain - 0.8);
  vector[AT.run] = Math.min(1, run / Math.max(1, query.words.length));
}
