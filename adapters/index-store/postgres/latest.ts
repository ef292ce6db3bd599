import type { Pool } from "pg";
import type { Latest, Written } from "../../../src/app/knowledge.ts";
import { articleId, isArticleId } from "../../../src/core/kb/ids.ts";

/** The articles that were written since then, the latest first, whatever folder they lie in. */
export async function latestIn(
  pool: Pick<Pool, "query">,
  seen: readonly { readonly base: number }[],
  { since, most }: Omit<Latest, "audience">,
): Promise<readonly Written[]> {
  const bases = seen.map(({ base }) => base);
  const { rows } = await pool.query<{ readonly article: string; readonly modified: number }>(LATEST, [
    bases,
    since,
    most,
  ]);
  return rows.flatMap(({ article, modified }) =>
    isArticleId(article) ? [{ article: articleId(article), at: modified }] : [],
  );
}

const LATEST = `
select article, modified from kms_index_files
where base = any ($1) and modified >= $2 and article is not null order by modified desc, file limit $3`;
