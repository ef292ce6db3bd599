import type { Miss, Review } from "../../../src/app/store.ts";
import type { Entry } from "../../../src/core/resolution/case.ts";
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
  };
}
