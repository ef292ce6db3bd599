import type { Selectable } from "kysely";
import { asTenantKey, type TenantKey } from "../../../src/app/names.ts";
import type { Offer, Transaction } from "../../../src/app/store.ts";
import { escalationId } from "../../../src/core/escalation/ids.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { Connection, Tables } from "../schema.ts";

export function offerRows({ sql }: Connection, tenant: TenantKey): ReturnType<Transaction["offers"]> {
  return {
    add: async ({ id, case: about, incident = null, channel, post, to, actions, at }) => {
      const belongs = { tenant, id, case_id: about, escalation_id: incident };
      const facts = { ...belongs, channel, post: post ?? null, person: to ?? null, at };
      await sql
        .insertInto("offers")
        .values({ ...facts, actions: JSON.stringify(actions) })
        .execute();
    },
    find: async (id) => {
      const found = sql.selectFrom("offers").selectAll().where("tenant", "=", tenant).where("id", "=", id);
      const row = await found.executeTakeFirst();
      return row === undefined ? undefined : offerOf(row);
    },
  };
}

/** Its name is one that nobody can guess, and only the person it was made to may use it. */
export async function offerTo(
  { sql }: Connection,
  ...[person, id]: Parameters<Transaction["offerTo"]>
): ReturnType<Transaction["offerTo"]> {
  const found = sql.selectFrom("offers").selectAll().where("id", "=", id).where("person", "=", person);
  const row = await found.executeTakeFirst();
  return row === undefined ? undefined : { tenant: asTenantKey(row.tenant), offer: offerOf(row) };
}

function offerOf(row: Selectable<Tables["offers"]>): Offer {
  const { id, case_id, escalation_id, channel, post, person, at, actions } = row;
  const offered: Offer["actions"] = JSON.parse(actions);
  return {
    id,
    case: caseId(case_id),
    ...(escalation_id === null ? {} : { incident: escalationId(escalation_id) }),
    channel,
    post: post ?? undefined,
    to: person ?? undefined,
    actions: offered,
    at: instant(at),
  };
}
