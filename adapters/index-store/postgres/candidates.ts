import type { Pool } from "pg";
import type { LookUp } from "../../../src/core/excerpt/look-up.ts";
import type { Outline } from "../../../src/core/excerpt/outline.ts";
import { queriesFor } from "./lexemes.ts";
import { unpackOutline } from "./pack-outline.ts";

/** The articles of one knowledge base that are looked at: those of `above` with the same id come before them. */
export type Seen = { readonly base: number; readonly above: readonly number[] };

/** Articles that are fetched for a unit; the closer look ranks them by more than the database knows. */
const [MOST_FETCHED, LEAST_FETCHED] = [80, 24];

/** Articles that are fetched for all units of an inquiry together: each costs some five kilobytes on the wire. */
const MOST_TOGETHER = 200;

const CANDIDATES = `
with wanted as materialized (
  select * from unnest($2::int[], $3::text[], $4::real[], $5::real[], $6::real[])
    as wanted (unit, query, weight, counted, before)),
scored as materialized (
  select unit, id, sum(weight * (counted / (counted + discount) - before / (before + discount))) as score
  from wanted cross join lateral (
    select id, 0.6 + 0.6 * length / $7::real as discount
    from kms_index_articles where base = $1 and lexemes @@ wanted.query::tsquery) as found
  group by unit, id),
best as (
  select distinct found.id from (select distinct unit from scored) as units cross join lateral (
    select id from scored where scored.unit = units.unit order by score desc, id limit $8) as found)
select outline from kms_index_articles as article
where base = $1 and id in (select id from best)
  and not exists (select from kms_index_articles as other where other.base = any ($9::int[]) and other.key = article.key)
order by id`;

/** The articles that each of these look-ups may mean, in the order in which they were indexed. */
export async function fetchCandidates(
  pool: Pool,
  { base, above }: Seen,
  lookUps: readonly LookUp[],
  averageLength: number,
): Promise<readonly Outline[]> {
  const wanted = lookUps.flatMap((lookUp, unit) => queriesFor(lookUp).map((query) => ({ unit, ...query })));
  if (wanted.length === 0) return [];
  const { rows } = await pool.query<{ readonly outline: Buffer }>(CANDIDATES, [
    base,
    wanted.map(({ unit }) => unit),
    wanted.map(({ query }) => query),
    wanted.map(({ weight }) => weight),
    wanted.map(({ counted }) => counted),
    wanted.map(({ before }) => before),
    averageLength,
    fetchedFor(lookUps.length),
    above,
  ]);
  return rows.map(({ outline }) => unpackOutline(outline));
}

function fetchedFor(units: number): number {
  return Math.min(MOST_FETCHED, Math.max(LEAST_FETCHED, Math.floor(MOST_TOGETHER / Math.max(1, units))));
}
