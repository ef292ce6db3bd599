import { sql as raw, type UpdateQueryBuilder, type UpdateResult } from "kysely";
import type { TenantKey } from "../../../src/app/names.ts";
import type { CaseFile, OpenCase, Sighting, Transaction } from "../../../src/app/store.ts";
import { type Case, caseId, type Entry } from "../../../src/core/resolution/case.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { Connection, Tables } from "../schema.ts";

type Cases = ReturnType<Transaction["cases"]>;

export function caseRows({ sql }: Connection, tenant: TenantKey): Cases {
  const row = (id: string) => sql.selectFrom("cases").where("tenant", "=", tenant).where("id", "=", id);
  const change = (id: string) => sql.updateTable("cases").where("tenant", "=", tenant).where("id", "=", id);
  return {
    load: async (id) => {
      const found = await row(id).select("state").executeTakeFirst();
      return found === undefined ? undefined : JSON.parse(found.state);
    },
    save: async (next, expected) => {
      const touched = next.timeline.at(-1)?.at ?? 0;
      const state = { revision: next.revision, touched, state: JSON.stringify(next) };
      const write = expected === 0 ? insert(sql, tenant, next.id, state) : overwrite(change(next.id), expected, state);
      if (!(await write)) return "overtaken";
      await append(sql, tenant, next, expected);
      return "saved";
    },
    file: async (id) => {
      const found = await row(id).select(["home", "fingerprint", "is_open", "touched"]).executeTakeFirst();
      return found === undefined ? undefined : fileOf(found);
    },
    describe: async (id, file) => {
      await change(id).set(describing(file)).execute();
    },
    sighted: (...seen) => sighted(sql, tenant, seen),
    popular: (most) => popular(sql, tenant, most),
    open: (wanted) => openCases(sql, tenant, wanted),
    timeline: async (id) => {
      const entries = sql.selectFrom("timeline").where("tenant", "=", tenant).where("case_id", "=", id);
      const found = await entries.select("entry").orderBy("revision").execute();
      return found.map(({ entry }): Entry => JSON.parse(entry));
    },
  };
}

type Described = Pick<Tables["cases"], "home" | "fingerprint" | "is_open" | "touched">;

function fileOf({ home, fingerprint, is_open, touched }: Described): CaseFile | undefined {
  if (home === null) return undefined;
  const { place, replyTo }: Pick<CaseFile, "place" | "replyTo"> = JSON.parse(home);
  const isOpen = is_open === 1;
  return { place, replyTo, fingerprint: fingerprint ?? undefined, isOpen, touched: instant(touched) };
}

function describing({
  place,
  replyTo,
  fingerprint,
  isOpen,
  touched,
}: CaseFile): Described & { readonly channel: string } {
  const home = JSON.stringify({ place, replyTo });
  return { home, channel: place.channel, fingerprint: fingerprint ?? null, is_open: isOpen ? 1 : 0, touched };
}

async function sighted(
  sql: Connection["sql"],
  tenant: TenantKey,
  [channel, fingerprint, since]: Parameters<Cases["sighted"]>,
): Promise<Sighting | undefined> {
  const same = sql.selectFrom("cases").where("tenant", "=", tenant).where("channel", "=", channel);
  const open = same.where("fingerprint", "=", fingerprint).where("is_open", "=", raw.lit(1));
  const recent = open.where("touched", ">=", since).orderBy("touched", "desc").limit(1);
  const found = await recent.select(["id", "times"]).executeTakeFirst();
  if (found === undefined) return undefined;
  const times = found.times + 1;
  await sql.updateTable("cases").set({ times }).where("tenant", "=", tenant).where("id", "=", found.id).execute();
  return { id: caseId(found.id), times };
}

async function openCases(
  sql: Connection["sql"],
  tenant: TenantKey,
  { channel, most }: Parameters<Cases["open"]>[0],
): Promise<readonly OpenCase[]> {
  const all = sql.selectFrom("cases").where("tenant", "=", tenant).where("is_open", "=", raw.lit(1));
  const wanted = channel === undefined ? all : all.where("channel", "=", channel);
  const latest = wanted.select(["state", "home", "fingerprint", "is_open", "touched"]).orderBy("touched", "desc");
  return (await latest.limit(most).execute()).flatMap((found) => {
    const file = fileOf(found);
    return file === undefined ? [] : [{ case: JSON.parse(found.state), file }];
  });
}

/** What `answerFingerprint` writes. */
const ANSWER = "answer ";

async function popular(sql: Connection["sql"], tenant: TenantKey, most: number) {
  const answered = sql.selectFrom("cases").where("tenant", "=", tenant).where("fingerprint", "like", `${ANSWER}%`);
  const counted = answered.select(({ fn }) => ["fingerprint", fn.sum<number | string>("times").as("uses")]);
  const rows = await counted
    .groupBy("fingerprint")
    .orderBy("uses", "desc")
    .orderBy("fingerprint")
    .limit(most)
    .execute();
  return rows.map(({ fingerprint, uses }) => [(fingerprint ?? "").slice(ANSWER.length), Number(uses)] as const);
}

type State = { readonly revision: number; readonly touched: number; readonly state: string };

async function insert(sql: Connection["sql"], tenant: TenantKey, id: string, state: State): Promise<boolean> {
  const bare = { channel: null, fingerprint: null, is_open: 0, times: 1, home: null };
  const result = await sql
    .insertInto("cases")
    .values({ tenant, id, ...bare, ...state })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

async function overwrite(
  change: UpdateQueryBuilder<Tables, "cases", "cases", UpdateResult>,
  expected: number,
  state: State,
): Promise<boolean> {
  const result = await change.set(state).where("revision", "=", expected).executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The lines that this change added. */
async function append(sql: Connection["sql"], tenant: TenantKey, next: Case, expected: number): Promise<void> {
  const added = next.timeline.filter(({ revision }) => revision > expected);
  const rows = added.map((entry) => ({
    tenant,
    case_id: next.id,
    revision: entry.revision,
    at: entry.at,
    entry: JSON.stringify(entry),
  }));
  if (rows.length > 0) await sql.insertInto("timeline").values(rows).execute();
}
