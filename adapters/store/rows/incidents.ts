import { type Selectable, sql as raw } from "kysely";
import type { Incident, Incidents } from "../../../src/app/incidents/incident.ts";
import { asTenantKey, type TenantKey } from "../../../src/app/names.ts";
import type { Transaction } from "../../../src/app/store.ts";
import { type EscalationEntry, isClosed } from "../../../src/core/escalation/escalation.ts";
import { escalationId } from "../../../src/core/escalation/ids.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import type { Connection, Tables } from "../schema.ts";

export function incidentRows({ sql }: Connection, tenant: TenantKey): Incidents {
  const all = sql.selectFrom("escalations").selectAll().where("tenant", "=", tenant);
  const open = all.where("is_open", "=", raw.lit(1));
  return {
    load: async (id) => {
      const row = await all.where("id", "=", id).executeTakeFirst();
      return row === undefined ? undefined : incidentOf(row);
    },
    save: (next, expected) => save(sql, tenant, next, expected),
    openWith: async (fingerprint) => {
      const row = await open.where("fingerprint", "=", fingerprint).executeTakeFirst();
      return row === undefined ? undefined : escalationId(row.id);
    },
    open: async (most) => {
      const rows = await open.orderBy("touched", "desc").orderBy("id").limit(most).execute();
      return rows.map(incidentOf);
    },
    ...linkRows(sql, tenant),
    timeline: async (id) => {
      const entries = sql.selectFrom("escalation_timeline").select("entry").where("tenant", "=", tenant);
      const rows = await entries.where("escalation_id", "=", id).orderBy("position").execute();
      return rows.map(({ entry }): EscalationEntry => JSON.parse(entry));
    },
  };
}

/** Which cases belong to which incident. */
function linkRows(sql: Connection["sql"], tenant: TenantKey): Pick<Incidents, "ofCase" | "link" | "links"> {
  const links = sql.selectFrom("escalation_cases").selectAll().where("tenant", "=", tenant);
  return {
    ofCase: async (id) => {
      const row = await links.where("case_id", "=", id).executeTakeFirst();
      return row === undefined ? undefined : escalationId(row.escalation_id);
    },
    link: async ({ case: of, incident, place }) => {
      const belongs = { escalation_id: incident, place };
      await sql
        .insertInto("escalation_cases")
        .values({ tenant, case_id: of, ...belongs })
        .onConflict((conflict) => conflict.columns(["tenant", "case_id"]).doUpdateSet(belongs))
        .execute();
    },
    links: async (id) => {
      const rows = await links.where("escalation_id", "=", id).orderBy("case_id").execute();
      return rows.map(({ case_id, place }) => ({ case: caseId(case_id), incident: id, place }));
    },
  };
}

/** Where the incident is, for those who know its name alone. */
export async function tenantOf(
  { sql }: Connection,
  ...[id]: Parameters<Transaction["tenantOf"]>
): ReturnType<Transaction["tenantOf"]> {
  const row = await sql.selectFrom("escalations").select("tenant").where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : asTenantKey(row.tenant);
}

function incidentOf({ fingerprint, home, state }: Selectable<Tables["escalations"]>): Incident {
  const facts: Pick<Incident, "home"> = { home: JSON.parse(home) };
  return { escalation: JSON.parse(state), ...facts, joins: fingerprint ?? undefined };
}

async function save(
  sql: Connection["sql"],
  tenant: TenantKey,
  next: Incident,
  expected: number,
): Promise<"saved" | "overtaken"> {
  const written = await (expected === 0 ? insert(sql, tenant, next) : overwrite(sql, tenant, next, expected));
  if (!written) return "overtaken";
  await append(sql, tenant, next);
  return "saved";
}

/** Nothing is written where the name is taken, or the fingerprint of one that is open. */
async function insert(sql: Connection["sql"], tenant: TenantKey, next: Incident): Promise<boolean> {
  const { id, case: of } = next.escalation;
  const result = await sql
    .insertInto("escalations")
    .values({ tenant, id, case_id: of, ...rowOf(next) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

async function overwrite(
  sql: Connection["sql"],
  tenant: TenantKey,
  next: Incident,
  expected: number,
): Promise<boolean> {
  const row = sql.updateTable("escalations").where("tenant", "=", tenant).where("id", "=", next.escalation.id);
  const result = await row.set(rowOf(next)).where("revision", "=", expected).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

function rowOf({ escalation, home, joins }: Incident) {
  return {
    fingerprint: joins ?? null,
    is_open: isClosed(escalation) ? 0 : 1,
    revision: escalation.revision,
    touched: escalation.timeline.at(-1)?.at ?? escalation.opened.at,
    home: JSON.stringify(home),
    state: JSON.stringify(escalation),
  };
}

/** The lines that this change added. */
async function append(sql: Connection["sql"], tenant: TenantKey, { escalation }: Incident): Promise<void> {
  const { id, revision, timeline } = escalation;
  const rows = timeline.flatMap((entry, position) =>
    entry.revision === revision
      ? [{ tenant, escalation_id: id, position, at: entry.at, entry: JSON.stringify(entry) }]
      : [],
  );
  if (rows.length > 0) await sql.insertInto("escalation_timeline").values(rows).execute();
}
