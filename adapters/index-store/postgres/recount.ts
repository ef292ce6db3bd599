import type { PoolClient } from "pg";
import { skeletonOfWord } from "../../../src/core/matching/spelling.ts";
import { makeIndexes } from "./tables.ts";

/** Milliseconds: none are too many for all words of an archive. */
const NO_LIMIT = { query_timeout: 6 * 3_600_000 };

/** Words have no signs in them, unlike identifiers. It is seven times as fast as `ts_stat`. */
const COUNT = `
insert into kms_index_words (base, word, articles)
select $1, lexeme, count(*) from kms_index_articles, unnest(lexemes)
where base = $1 and lexeme !~ '[=#+$~?!@^]' group by lexeme`;

/** Words whose skeletons are written at once. */
const BATCH = 20_000;

/** Counts all words of a knowledge base anew, and makes the indexes that were left out while it was filled. */
export async function recount(client: PoolClient, base: number): Promise<void> {
  await client.query("delete from kms_index_words where base = $1", [base]);
  await client.query({
    text: COUNT,
    values: [base],
    ...NO_LIMIT,
  });
  await writeSkeletons(client, base);
  await client.query({
    text: `update kms_index_bases as known
      set articles = counted.articles, length = counted.length, revision = revision + 1, is_counted = true
      from (select count(*) as articles, coalesce(sum(length::float8), 0) as length from kms_index_articles where base = $1) as counted
      where known.base = $1`,
    values: [base],
    ...NO_LIMIT,
  });
  await makeIndexes(client, base);
}

async function writeSkeletons(client: PoolClient, base: number): Promise<void> {
  for (let last = "", isMore = true; isMore; ) {
    const { rows } = await client.query<{ word: string }>(
      `select word from kms_index_words where base = $1 and word > $2 order by word limit ${BATCH}`,
      [base, last],
    );
    const known = rows.flatMap(({ word }) => {
      const skeleton = skeletonOfWord(word);
      return skeleton === undefined ? [] : [{ word, skeleton }];
    });
    await client.query({
      text: `update kms_index_words as known set skeleton = found.skeleton
        from unnest($2::text[], $3::text[]) as found (word, skeleton)
        where known.base = $1 and known.word = found.word`,
      values: [base, known.map(({ word }) => word), known.map(({ skeleton }) => skeleton)],
      ...NO_LIMIT,
    });
    last = rows.at(-1)?.word ?? "";
    isMore = rows.length === BATCH;
  }
}
