import type { Selectable } from "kysely";
import type { TenantKey } from "../../../src/app/names.ts";
import type { Posted, Transaction } from "../../../src/app/store.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import type { Connection, Tables } from "../schema.ts";

export function postRows({ sql }: Connection, tenant: TenantKey): ReturnType<Transaction["posts"]> {
  const all = sql.selectFrom("posts").selectAll().where("tenant", "=", tenant);
  const standing = all.where("is_gone", "=", 0);
  const change = (key: string) => sql.updateTable("posts").where("tenant", "=", tenant).where("id", "=", key);
  const first = async (query: typeof standing) => {
    const row = await query.orderBy("at", "desc").limit(1).executeTakeFirst();
    return row === undefined ? undefined : postOf(row);
  };
  // Where people see it; a platform may address a thread as a channel of its own.
  const within = async (channel: string, query: typeof standing) => {
    const rows = await query.execute();
    return rows.map(postOf).filter(({ place }) => place.channel === channel);
  };
  return {
    add: async ({ key, case: id, role, place, replyTo }, at) => {
      const unsent = { channel: null, message: null, is_gone: 0 };
      const facts = { tenant, id: key, case_id: id, role, reply_to: replyTo ?? null, place: JSON.stringify(place), at };
      await sql
        .insertInto("posts")
        .values({ ...facts, ...unsent })
        .execute();
    },
    find: (key) => first(all.where("id", "=", key)),
    ofCase: (id) => first(standing.where("case_id", "=", id).where("role", "=", "case")),
    byMessage: async (channel, message) => (await within(channel, standing.where("message", "=", message)))[0],
    pointersUnder: (channel, message) =>
      within(channel, standing.where("reply_to", "=", message).where("role", "=", "pointer")),
    sent: async (key, { channel, message }) => {
      await change(key).set({ channel, message }).execute();
    },
    gone: async (key) => {
      await change(key).set({ is_gone: 1 }).execute();
    },
  };
}

function postOf({ id, case_id, role, place, reply_to, channel, message }: Selectable<Tables["posts"]>): Posted {
  return {
    key: id,
    case: caseId(case_id),
    role: role === "pointer" ? "pointer" : "case",
    place: JSON.parse(place),
    replyTo: reply_to ?? undefined,
    ref: channel === null || message === null ? undefined : { channel, message },
  };
}
