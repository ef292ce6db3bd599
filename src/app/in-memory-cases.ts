import type { Case, CaseId } from "../core/resolution/case.ts";
import type { CaseStore } from "./ports.ts";

/** Keeps the latest cases for as long as the process lives. As JSON, so that nobody relies on more than a store keeps. */
export function inMemoryCases(most = 1_000): CaseStore {
  const rows = new Map<CaseId, { readonly revision: number; readonly json: string }>();
  return {
    load: async (id) => {
      const row = rows.get(id);
      return row === undefined ? undefined : parsed(row.json);
    },
    save: async (next, expected) => {
      if ((rows.get(next.id)?.revision ?? 0) !== expected) return "overtaken";
      rows.delete(next.id);
      rows.set(next.id, { revision: next.revision, json: JSON.stringify(next) });
      for (const id of [...rows.keys()].slice(0, Math.max(0, rows.size - most))) rows.delete(id);
      return "saved";
    },
  };
}

function parsed(json: string): Case {
  const row: Case = JSON.parse(json);
  return row;
}
