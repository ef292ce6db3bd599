import type { Pool, PoolClient } from "pg";
import { FUNCTIONS } from "./functions.ts";
import { inTransaction } from "./in-transaction.ts";

/**
 * Each knowledge base has a number and partitions of its own, so that one team's archive costs another nothing and is
 * dropped in an instant. `lexemes` are the words and identifiers of an article as our own code spells them; it is never
 * read back and so lies beside the table, whose rows stay short. What is changed here gets another name, because two
 * versions of the program may share a database.
 */
const TABLES = `
create table if not exists kms_index_bases (
  base integer generated always as identity primary key,
  name text not null,
  rules text not null,
  articles integer not null default 0,
  length double precision not null default 0,
  revision bigint not null default 0,
  is_counted boolean not null default true,
  seen timestamptz not null default now(),
  unique (name, rules));
create table if not exists kms_index_files (
  base integer not null references kms_index_bases on delete cascade,
  file text not null,
  size bigint not null,
  modified double precision not null,
  hash bigint not null,
  article text,
  primary key (base, file));
create sequence if not exists kms_index_article;
create table if not exists kms_index_articles (
  base integer not null,
  id bigint not null default nextval('kms_index_article'),
  key text not null,
  file text not null,
  length real not null,
  titles text not null,
  lexemes tsvector not null,
  outline bytea not null,
  primary key (base, id),
  unique (base, key)) partition by list (base);
create index if not exists kms_index_articles_file on kms_index_articles (base, file);
create table if not exists kms_index_words (
  base integer not null,
  word text not null,
  skeleton text,
  articles integer not null,
  primary key (base, word)) partition by list (base);
`;

/** What processes that make the tables at once wait for. */
const MAKING = "kms index: tables";

/** @throws Error with the way out, where the database lacks what is needed. */
export async function makeTables(pool: Pool): Promise<void> {
  await inTransaction(pool, async (client) => {
    await client.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [MAKING]);
    if (await isThere(client, "kms_index_words")) return;
    await makeExtension(client);
    await client.query(TABLES);
    await client.query(FUNCTIONS);
  });
}

/** What is there is not made again, because even to say so takes locks that whoever is filling it holds. */
async function isThere(client: PoolClient, table: string): Promise<boolean> {
  const { rows } = await client.query<{ found: string | null }>("select to_regclass($1) as found", [table]);
  return rows[0]?.found !== null;
}

async function makeExtension(client: PoolClient): Promise<void> {
  try {
    await client.query("create extension if not exists pg_trgm");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(
      `Cannot keep the index in PostgreSQL: the extension pg_trgm could not be added (${why}). Ask who runs the database to say: create extension pg_trgm`,
      { cause: error },
    );
  }
}

/** Makes the partitions of a knowledge base; they are indexed by `makeIndexes`, best when they are full. */
export async function makePartitions(client: PoolClient, base: number): Promise<void> {
  if (await isThere(client, wordsOf(base))) return;
  await client.query(`
    create table ${articlesOf(base)} partition of kms_index_articles for values in (${base})
      with (toast_tuple_target = 128);
    alter table ${articlesOf(base)} alter column lexemes set storage external;
    create table ${wordsOf(base)} partition of kms_index_words for values in (${base})
      with (fillfactor = 80);`);
}

/** Milliseconds; an index of a million articles takes its time. */
const NO_LIMIT = { query_timeout: 6 * 3_600_000 };

export async function makeIndexes(client: PoolClient, base: number): Promise<void> {
  await client.query({
    text: `
    create index if not exists ${articlesOf(base)}_lexemes on ${articlesOf(base)} using gin (lexemes);
    create index if not exists ${articlesOf(base)}_titles on ${articlesOf(base)} using gin (titles gin_trgm_ops);
    create index if not exists ${wordsOf(base)}_skeletons on ${wordsOf(base)} using gin (skeleton gin_trgm_ops)
      where skeleton is not null;
    analyze ${articlesOf(base)}, ${wordsOf(base)}`,
    ...NO_LIMIT,
  });
}

/** Forgets a knowledge base that nobody asks any more. */
export async function dropBase(client: PoolClient, base: number): Promise<void> {
  await client.query(`drop table if exists ${articlesOf(base)}, ${wordsOf(base)}`);
  await client.query("delete from kms_index_bases where base = $1", [base]);
}

function articlesOf(base: number): string {
  return `kms_index_articles_${base}`;
}

function wordsOf(base: number): string {
  return `kms_index_words_${base}`;
}
