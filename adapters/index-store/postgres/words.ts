import type { Pool } from "pg";
import type { Statistics, WordCounts } from "../../../src/core/excerpt/vocabulary.ts";

/** What is known of a knowledge base as a whole; `revision` grows with every change. */
export type BaseFacts = Statistics & { readonly revision: number };

export async function fetchFacts(pool: Pool, base: number): Promise<BaseFacts> {
  const { rows } = await pool.query<{ articles: number; length: number; revision: number }>(
    "select articles, length, revision from kms_index_bases where base = $1",
    [base],
  );
  const { articles = 0, length = 0, revision = 0 } = rows[0] ?? {};
  return { articles, averageLength: Math.max(1, length / Math.max(1, articles)), revision };
}

/** In how many articles words stand, as far as they stand in any; the words asked for lately are remembered. */
export type WordBook = (words: Iterable<string>, revision: number) => Promise<WordCounts>;

/** Words that are remembered: the everyday ones are asked for again and again. */
const MOST_REMEMBERED = 30_000;

export function wordBook(pool: Pool, base: number): WordBook {
  let known = { revision: -1, young: new Map<string, number>(), old: new Map<string, number>() };
  return async (words, revision) => {
    if (known.revision !== revision) known = { revision, young: new Map(), old: new Map() };
    if (known.young.size > MOST_REMEMBERED) known = { revision, young: new Map(), old: known.young };
    const { young, old } = known;
    const wanted = [...new Set(words)];
    const missing = wanted.filter((word) => (young.get(word) ?? old.get(word)) === undefined);
    const fetched = await fetchCounts(pool, base, missing);
    const counts = new Map<string, number>();
    for (const word of wanted) {
      const count = young.get(word) ?? old.get(word) ?? fetched.get(word) ?? 0;
      young.set(word, count);
      if (count > 0) counts.set(word, count);
    }
    return counts;
  };
}

async function fetchCounts(pool: Pool, base: number, words: readonly string[]): Promise<WordCounts> {
  if (words.length === 0) return new Map();
  const { rows } = await pool.query<{ word: string; articles: number }>(
    "select word, articles from kms_index_words where base = $1 and word = any ($2) and articles > 0",
    [base, words],
  );
  return new Map(rows.map(({ word, articles }) => [word, articles]));
}

/** Known words that share many groups of three letters with these. */
export async function fetchAlike(pool: Pool, base: number, skeletons: readonly string[]): Promise<WordCounts> {
  if (skeletons.length === 0) return new Map();
  const { rows } = await pool.query<{ word: string; articles: number }>(
    "select word, articles from kms_index_alike($1, $2)",
    [base, skeletons],
  );
  return new Map(rows.map(({ word, articles }) => [word, articles]));
}
