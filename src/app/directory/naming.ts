import { escalationWithNames, incidentEntryWithName } from "../../core/escalation/escalation-with-names.ts";
import { caseWithNames, entryWithNames, type NameOf } from "../../core/resolution/with-names.ts";
import type { Incident } from "../incidents/incident.ts";
import type { TenantKey } from "../names.ts";
import type { OpenCase, Store, Transaction } from "../store.ts";
import { directory, type Named } from "./directory.ts";

/** Hears whose name is not known. */
export type Unnamed = (tenant: TenantKey, named: Named) => void;

/** The store, with the names of people in all that is read from it. */
export function namingStore(store: Store, unnamed: Unnamed): Store {
  return { ...store, transaction: (work) => store.transaction((tx) => work(naming(tx, unnamed))) };
}

/**
 * A transaction in which cases and incidents come with the names that became known since. Views, exports and pages are made
 * of them, and need not know that a platform told no more than an id.
 */
export function naming(tx: Transaction, unnamed: Unnamed = () => undefined): Transaction {
  const fillIn = (tenant: TenantKey) => filler(tx, tenant, unnamed);
  return {
    ...tx,
    cases: (tenant) => {
      const [cases, filled] = [tx.cases(tenant), fillIn(tenant)];
      return {
        ...cases,
        load: async (id) => maybe(await cases.load(id), (known) => filled(known, caseWithNames)),
        open: async (query) => all(await cases.open(query), (one) => filled(one, openCaseWithNames)),
        timeline: async (id) => all(await cases.timeline(id), (entry) => filled(entry, entryWithNames)),
      };
    },
    incidents: (tenant) => {
      const [incidents, filled] = [tx.incidents(tenant), fillIn(tenant)];
      return {
        ...incidents,
        load: async (id) => maybe(await incidents.load(id), (incident) => filled(incident, incidentWithNames)),
        timeline: async (id) => all(await incidents.timeline(id), (entry) => filled(entry, incidentEntryWithName)),
      };
    },
  };
}

async function maybe<What>(what: What | undefined, fill: (what: What) => Promise<What>): Promise<What | undefined> {
  return what === undefined ? undefined : fill(what);
}

/** One after the other: a transaction has one connection. */
async function all<What>(many: readonly What[], fill: (what: What) => Promise<What>): Promise<readonly What[]> {
  const filled: What[] = [];
  for (const one of many) filled.push(await fill(one));
  return filled;
}

function openCaseWithNames(one: OpenCase, nameOf: NameOf): OpenCase {
  return { ...one, case: caseWithNames(one.case, nameOf) };
}

function incidentWithNames(incident: Incident, nameOf: NameOf): Incident {
  return { ...incident, escalation: escalationWithNames(incident.escalation, nameOf) };
}

type WithNames<What> = (what: What, nameOf: NameOf) => What;

/** Fills in what is known; each name is looked up once a transaction, and nothing where nobody lacks one. */
function filler(tx: Transaction, tenant: TenantKey, unnamed: Unnamed) {
  const book = directory(tx.values(tenant));
  const known = new Map<string, string | undefined>();
  return async <What>(what: What, withNames: WithNames<What>): Promise<What> => {
    const ids = new Set<string>();
    withNames(what, (id) => void ids.add(id));
    if (ids.size === 0) return what;
    for (const id of ids) {
      const person: Named = { kind: "person", id };
      if (!known.has(id)) known.set(id, await book.nameOf(person));
      if (known.get(id) === undefined) unnamed(tenant, person);
    }
    return withNames(what, (id) => known.get(id));
  };
}
