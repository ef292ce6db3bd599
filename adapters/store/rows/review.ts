import type { Review } from "../../../src/app/review.ts";
import type { Miss } from "../../../src/app/store.ts";
import { asTenantKey } from "../../../src/app/names.ts";
import type { Case, Entry } from "../../../src/core/resolution/case.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import type { Connection } from "../schema.ts";

/** Said about an article as a whole, or about all that were offered. */
const JUDGEMENTS = ["fixed", "not-fixed", "none"];

export function reviewRows({ sql }: Connection): Review {
  return {
    misses: async (most) => {
      const latest = sql.selectFrom("misses").select("body").orderBy("seq", "desc").limit(most);
      return (await latest.execute()).map(({ body }): Miss => JSON.parse(body));
    },
    judgements: async (most) => {
      const entries = sql
        .selectFrom("timeline")
        .select("entry")
        .where((eb) => eb.or(JUDGEMENTS.map((kind) => eb("entry", "like", `%"did":{%"kind":"${kind}"%`))));
      const rows = await entries.orderBy("at", "desc").limit(most).execute();
      const found = rows.map(({ entry }): Entry => JSON.parse(entry));
      return found.filter(({ did }) => JUDGEMENTS.includes(did.kind));
    },
    cases: async (most) => {
      const cases = sql.selectFrom("cases").select(["tenant", "is_open", "touched", "state"]);
      const rows = await cases
        .orderBy("is_open", "desc")
        .orderBy("touched", "desc")
        .orderBy("tenant")
        .orderBy("id")
        .limit(most)
        .execute();
      return rows.map(({ tenant, is_open, touched, state }) => {
        const known: Case = JSON.parse(state);
        return { tenant: asTenantKey(tenant), known, isOpen: is_open === 1, touched: instant(touched) };
      });
    },
    tenantsOf: async (id) => {
      const rows = await sql.selectFrom("cases").select("tenant").where("id", "=", id).orderBy("tenant").execute();
      return rows.map(({ tenant }) => asTenantKey(tenant));
    },
  };
}
