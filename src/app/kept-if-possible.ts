import { inMemoryCases } from "./in-memory-cases.ts";
import type { CaseStore } from "./ports.ts";

/** Keeps cases where they belong for as long as that works, and then in memory: a full disk ends no conversation. `lost` hears it once. */
export function keptIfPossible(kept: CaseStore, lost: (error: unknown) => void): CaseStore {
  const memory = inMemoryCases();
  let isLost = false;
  const attempt = async <Result>(work: () => Promise<Result>, instead: () => Promise<Result>): Promise<Result> => {
    if (isLost) return instead();
    try {
      return await work();
    } catch (error) {
      if (!isLost) lost(error);
      isLost = true;
      return instead();
    }
  };
  const remember = async (known: Parameters<CaseStore["save"]>[0]) => {
    const before = await memory.load(known.id);
    await memory.save(known, before?.revision ?? 0);
  };
  const load: CaseStore["load"] = async (id) => {
    const known = await kept.load(id);
    if (known !== undefined) await remember(known);
    return known;
  };
  const save: CaseStore["save"] = async (next, expected) => {
    const saved = await kept.save(next, expected);
    if (saved === "saved") await remember(next);
    return saved;
  };
  return {
    load: (id) =>
      attempt(
        () => load(id),
        () => memory.load(id),
      ),
    save: (next, expected) =>
      attempt(
        () => save(next, expected),
        () => memory.save(next, expected),
      ),
  };
}
