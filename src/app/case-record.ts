import type { Escalation } from "../core/escalation/escalation.ts";
import type { Case, CaseId } from "../core/resolution/case.ts";
import type { TenantKey } from "./names.ts";
import type { Transaction } from "./store.ts";

/** A case with its whole history, and the incident that it belongs to. */
export type CaseRecord = { readonly known: Case; readonly escalation: Escalation | undefined };

/** Undefined where there is no such case in this workspace. */
export async function caseRecord(tx: Transaction, tenant: TenantKey, id: CaseId): Promise<CaseRecord | undefined> {
  const cases = tx.cases(tenant);
  const known = await cases.load(id);
  if (known === undefined) return undefined;
  return { known: { ...known, timeline: await cases.timeline(id) }, escalation: await escalationOf(tx, tenant, id) };
}

async function escalationOf(tx: Transaction, tenant: TenantKey, id: CaseId): Promise<Escalation | undefined> {
  const incidents = tx.incidents(tenant);
  const name = await incidents.ofCase(id);
  const incident = name === undefined ? undefined : await incidents.load(name);
  if (name === undefined || incident === undefined) return undefined;
  return { ...incident.escalation, timeline: await incidents.timeline(name) };
}
