import type { Selectable } from "kysely";
import type { TenantKey } from "../../../src/app/names.ts";
import type { SaidText, Transaction } from "../../../src/app/store.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { Connection, Tables } from "../schema.ts";

export function textRows({ sql }: Connection, tenant: TenantKey): ReturnType<Transaction["texts"]> {
  const all = sql.selectFrom("texts").selectAll().where("tenant", "=", tenant);
  return {
    find: async (channel, message) => {
      const row = await all.where("channel", "=", channel).where("message", "=", message).executeTakeFirst();
      return row === undefined ? undefined : textOf(row);
    },
    put: async ({ channel, message, lead, case: id, text, via, at }) => {
      const facts = { lead, case_id: id, via, at, body: JSON.stringify(text) };
      await sql
        .insertInto("texts")
        .values({ tenant, channel, message, ...facts })
        .onConflict((conflict) => conflict.columns(["tenant", "channel", "message"]).doUpdateSet(facts))
        .execute();
    },
    remove: async ({ channel, message }) => {
      const one = sql.deleteFrom("texts").where("tenant", "=", tenant).where("channel", "=", channel);
      await one.where("message", "=", message).execute();
    },
    ofCase: async (id) => {
      const rows = await all.where("case_id", "=", id).orderBy("at").orderBy("message").execute();
      return rows.map(textOf);
    },
  };
}

function textOf({ channel, message, lead, case_id, via, at, body }: Selectable<Tables["texts"]>): SaidText {
  const text: string = JSON.parse(body);
  return { channel, message, lead, case: caseId(case_id), text, via: viaOf(via), at: instant(at) };
}

function viaOf(via: string): SaidText["via"] {
  return via === "command" || via === "thread" ? via : "channel";
}
