import type { Selectable } from "kysely";
import type { TenantKey } from "../../../src/app/names.ts";
import type { Posted, Transaction } from "../../../src/app/store.ts";
import { escalationId } from "../../../src/core/escalation/ids.ts";
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
    add: async ({ key, case: id, incident = null, role, place, replyTo }, at) => {
      const unsent = { channel: null, message: null, is_gone: 0 };
      const belongs = { tenant, id: key, case_id: id, escalation_id: incident };
      const facts = { ...belongs, role, reply_to: replyTo ?? null, place: JSON.stringify(place), at };
      await sql
        .insertInto("posts")
        .values({ ...facts, ...unsent })
        .execute();
    },
    find: (key) => first(all.where("id", "=", key)),
    ofCase: (id, role = "case") => first(standing.where("case_id", "=", id).where("role", "=", role)),
    byMessage: async (channel, message) => (await within(channel, standing.where("message", "=", message)))[0],
    ofIncident: async (id) => {
      const rows = await standing.where("escalation_id", "=", id).orderBy("at").orderBy("id").execute();
      return rows.map(postOf);
    },
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

function postOf(row: Selectable<Tables["posts"]>): Posted {
  const { id, case_id, escalation_id, role, place, reply_to, channel, message } = row;
  return {
    key: id,
    case: caseId(case_id),
    ...(escalation_id === null ? {} : { incident: escalationId(escalation_id) }),
    role: ROLES.find((known) => known === role) ?? "case",
    place: JSON.parse(place),
    replyTo: reply_to ?? undefined,
    ref: channel === null || message === null ? undefined : { channel, message },
  };
}

const ROLES: readonly Posted["role"][] = ["case", "pointer", "incident", "direct", "word", "again"];
