import type { Pool } from "pg";
import { excerptOf } from "../../../src/core/excerpt/excerpt.ts";
import { vocabularyOf } from "../../../src/core/excerpt/vocabulary.ts";
import type { Searcher } from "../../../src/core/matching/searcher.ts";
import { fold, wordsIn } from "../../../src/core/search/fold.ts";
import type { Seen } from "./candidates.ts";
import { unpackOutline } from "./pack-outline.ts";

/** Articles that are fetched; completion shows a few of them. */
const MOST_TITLES = 200;

/** Nobody types more by hand. */
const LONGEST_TYPED = 120;

/** Titles that begin with it come first, then those that contain it, then those with all of its words, in any order. */
const WITH = `
select outline from kms_index_articles as article
where base = $1 and titles like all ($2::text[])
  and not exists (select from kms_index_articles as other where other.base = any ($3::int[]) and other.key = article.key)
order by titles like $4 desc, titles like $5 desc, length(titles), titles limit ${MOST_TITLES}`;

/** A letter or two begin too many titles to sort them all. */
const SHORT = 3;

const BEGUN = `
select outline from kms_index_articles as article
where base = $1 and titles like $2
  and not exists (select from kms_index_articles as other where other.base = any ($3::int[]) and other.key = article.key)
limit ${MOST_TITLES}`;

/** The articles whose id, title or alias begins with, contains or resembles what was typed. */
export async function titlesFor(pool: Pool, { base, above }: Seen, typed: string): Promise<Searcher> {
  const text = fold(typed.slice(0, LONGEST_TYPED)).replaceAll("\0", "");
  if (text.length < SHORT)
    return excerptOf(NO_WORDS, await fetch(pool, BEGUN, [base, within(`\n${text}`), above]), new Map());
  const pieces = wordsIn(text).length === 0 ? [text] : wordsIn(text);
  const found = await fetch(pool, WITH, [base, pieces.map(within), above, within(`\n${text}`), within(text)]);
  const outlines =
    found.length > 0
      ? found
      : await fetch(pool, "select outline from kms_index_called_alike($1, $2, $3)", [base, text, above]);
  return excerptOf(NO_WORDS, outlines, new Map());
}

const NO_WORDS = vocabularyOf(new Map(), [], { articles: 0, averageLength: 1 });

async function fetch(pool: Pool, text: string, values: readonly unknown[]) {
  const { rows } = await pool.query<{ readonly outline: Buffer }>(text, [...values]);
  return rows.map(({ outline }) => unpackOutline(outline));
}

/** Texts with this piece in them. */
function within(piece: string): string {
  return `%${piece.replace(/[\\%_]/g, "\\$&")}%`;
}
