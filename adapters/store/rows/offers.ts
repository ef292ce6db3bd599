import type { TenantKey } from "../../../src/app/names.ts";
import type { Offer, Transaction } from "../../../src/app/store.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { Connection } from "../schema.ts";

export function offerRows({ sql }: Connection, tenant: TenantKey): ReturnType<Transaction["offers"]> {
  return {
    add: async ({ id, case: about, channel, post, to, actions, at }) => {
      const facts = { tenant, id, case_id: about, channel, post: post ?? null, person: to ?? null, at };
      await sql
        .insertInto("offers")
        .values({ ...facts, actions: JSON.stringify(actions) })
        .execute();
    },
    find: async (id) => {
      const found = sql.selectFrom("offers").selectAll().where("tenant", "=", tenant).where("id", "=", id);
      const row = await found.executeTakeFirst();
      if (row === undefined) return undefined;
      const { case_id, channel, post, person, at, actions } = row;
      const about = { id, case: caseId(case_id), channel, post: post ?? undefined, to: person ?? undefined };
      const offered: Offer["actions"] = JSON.parse(actions);
      return { ...about, actions: offered, at: instant(at) };
    },
  };
}
