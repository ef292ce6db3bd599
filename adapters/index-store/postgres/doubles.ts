import type { Pool } from "pg";
import type { Problem } from "../../../src/core/kb/problem.ts";
import { doubleId } from "../doubles.ts";
import type { Held } from "./held.ts";

/** More are told by nobody who reads. */
const MOST = 50;

const SHARED = `
select file.article as id from kms_index_articles as above
join kms_index_articles as below on below.key = above.key
join kms_index_files as file on file.base = below.base and file.file = below.file
where above.base = $1 and below.base = $2 and file.article is not null
order by below.id limit ${MOST}`;

/** Articles that two knowledge bases have, as far as somebody may see both; `held` are the weightiest first. */
export async function findDoubles(pool: Pool, held: readonly Held[]): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [place, below] of held.entries()) {
    for (const above of held.slice(0, place).filter((one) => meets(one, below))) {
      const { rows } = await pool.query<{ id: string }>(SHARED, [above.base, below.base]);
      problems.push(...rows.map(({ id }) => doubleId({ id, kept: above.name, hidden: below.name })));
    }
  }
  return problems;
}

function meets(one: Held, other: Held): boolean {
  return one.audience === undefined || other.audience === undefined || one.audience === other.audience;
}
