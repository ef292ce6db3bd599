import { type PlaceNames, placesIn } from "../core/escalation/case-export.ts";
import type { Escalation } from "../core/escalation/escalation.ts";
import type { Case, CaseId } from "../core/resolution/case.ts";
import { naming } from "./directory/naming.ts";
import { placeNames } from "./directory/place-names.ts";
import type { TenantKey } from "./names.ts";
import type { Transaction } from "./store.ts";

/** A case with its whole history, and the incident that it belongs to. */
export type CaseRecord = {
  readonly known: Case;
  readonly escalation: Escalation | undefined;
  /** What people call the places in it. */
  readonly names: PlaceNames;
};

/** Undefined where there is no such case in this workspace. */
export async function caseRecord(bare: Transaction, tenant: TenantKey, id: CaseId): Promise<CaseRecord | undefined> {
  const tx = naming(bare);
  const cases = tx.cases(tenant);
  const last = await cases.load(id);
  if (last === undefined) return undefined;
  const known = { ...last, timeline: await cases.timeline(id) };
  const escalation = await escalationOf(tx, tenant, id);
  return { known, escalation, names: await placeNames({ tx, tenant }, placesIn(known, escalation)) };
}

async function escalationOf(tx: Transaction, tenant: TenantKey, id: CaseId): Promise<Escalation | undefined> {
  const incidents = tx.incidents(tenant);
  const name = await incidents.ofCase(id);
  const incident = name === undefined ? undefined : await incidents.load(name);
  if (name === undefined || incident === undefined) return undefined;
  return { ...incident.escalation, timeline: await incidents.timeline(name) };
}
