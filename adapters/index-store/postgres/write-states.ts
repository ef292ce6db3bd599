import type { PoolClient } from "pg";
import { fold } from "../../../src/core/search/fold.ts";
import { skeletonOfWord } from "../../../src/core/matching/spelling.ts";
import type { Outline } from "../../../src/core/excerpt/outline.ts";
import type { FileState } from "./file-state.ts";
import { lexemesOf, written } from "./lexemes.ts";
import { packOutline, unpackOutline } from "./pack-outline.ts";

type Written = Extract<FileState, { kind: "article" }>;

/** An article that was not written, because another file has its id. */
export type Double = { readonly state: Written; readonly other: string };

/**
 * Writes what has become of some files. With `counting` the statistics follow at once; without, they are wrong until
 * somebody counts again.
 */
export async function writeStates(
  client: PoolClient,
  base: number,
  states: readonly FileState[],
  counting: boolean,
): Promise<readonly Double[]> {
  const changed = states.filter(({ kind }) => kind !== "same");
  const removed = await removeArticles(client, base, changed, counting);
  const { added, doubles } = await addArticles(client, base, states.filter(isWritten));
  await writeFiles(client, base, states, new Set(added.map(({ name }) => name)));
  if (counting)
    await count(
      client,
      base,
      removed,
      added.map(({ kept }) => kept.outline),
    );
  else await client.query("update kms_index_bases set is_counted = false where base = $1", [base]);
  return doubles;
}

function isWritten(state: FileState): state is Written {
  return state.kind === "article";
}

async function removeArticles(
  client: PoolClient,
  base: number,
  states: readonly FileState[],
  wanted: boolean,
): Promise<readonly Outline[]> {
  const { rows } = await client.query<{ outline: Buffer | null }>(
    `delete from kms_index_articles where base = $1 and file = any ($2) returning ${wanted ? "outline" : "null as outline"}`,
    [base, states.map(({ name }) => name)],
  );
  return rows.flatMap(({ outline }) => (outline === null ? [] : [unpackOutline(outline)]));
}

const ADD = `
insert into kms_index_articles (base, key, file, length, titles, lexemes, outline)
select $1, key, file, length, titles, lexemes::tsvector, decode(outline, 'base64')
from unnest($2::text[], $3::text[], $4::real[], $5::text[], $6::text[], $7::text[])
  with ordinality as added (key, file, length, titles, lexemes, outline, place)
order by place
on conflict (base, key) do nothing returning file`;

async function addArticles(
  client: PoolClient,
  base: number,
  states: readonly Written[],
): Promise<{ readonly added: readonly Written[]; readonly doubles: readonly Double[] }> {
  if (states.length === 0) return { added: [], doubles: [] };
  const { rows } = await client.query<{ file: string }>(ADD, [
    base,
    states.map(keyOf),
    states.map(({ name }) => name),
    states.map(({ kept }) => kept.outline.length),
    states.map(titlesOf),
    states.map(({ kept }) => written(lexemesOf(kept.outline))),
    states.map(({ kept }) => packOutline(kept.outline).toString("base64")),
  ]);
  const files = new Set(rows.map(({ file }) => file));
  const added = states.filter(({ name }) => files.has(name));
  return {
    added,
    doubles: await doublesAmong(
      client,
      base,
      states.filter(({ name }) => !files.has(name)),
    ),
  };
}

function keyOf({ kept }: Written): string {
  return kept.article.id.toLowerCase();
}

/** What the article is called, folded as completion does it; each name between line breaks. */
function titlesOf({ kept: { article } }: Written): string {
  return `\n${[article.id, article.title, ...article.aliases].map(fold).join("\n")}\n`.replaceAll("\0", "");
}

async function doublesAmong(client: PoolClient, base: number, states: readonly Written[]): Promise<readonly Double[]> {
  if (states.length === 0) return [];
  const { rows } = await client.query<{ key: string; file: string }>(
    "select key, file from kms_index_articles where base = $1 and key = any ($2)",
    [base, states.map(keyOf)],
  );
  const owners = new Map(rows.map(({ key, file }) => [key, file]));
  return states.map((state) => ({ state, other: owners.get(keyOf(state)) ?? "another file" }));
}

const FILES = `
insert into kms_index_files (base, file, size, modified, hash, article)
select $1, * from unnest($2::text[], $3::bigint[], $4::float8[], $5::bigint[], $6::text[])
on conflict (base, file) do update
set size = excluded.size, modified = excluded.modified, hash = excluded.hash,
  article = case when kms_index_files.hash = excluded.hash then kms_index_files.article else excluded.article end`;

async function writeFiles(
  client: PoolClient,
  base: number,
  states: readonly FileState[],
  added: ReadonlySet<string>,
): Promise<void> {
  const gone = states.filter(({ kind }) => kind === "gone").map(({ name }) => name);
  const there = states.filter((state) => state.kind !== "gone");
  await client.query("delete from kms_index_files where base = $1 and file = any ($2)", [base, gone]);
  await client.query(FILES, [
    base,
    there.map(({ name }) => name),
    there.map(({ facts }) => facts.size),
    there.map(({ facts }) => facts.modified),
    there.map(({ hash }) => hash),
    there.map((state) => (isWritten(state) && added.has(state.name) ? state.kept.article.id : null)),
  ]);
}

const COUNT = `
insert into kms_index_words (base, word, skeleton, articles)
select $1, * from unnest($2::text[], $3::text[], $4::int[])
on conflict (base, word) do update set articles = kms_index_words.articles + excluded.articles`;

async function count(
  client: PoolClient,
  base: number,
  removed: readonly Outline[],
  added: readonly Outline[],
): Promise<void> {
  const changes = new Map<string, number>();
  for (const [outlines, by] of [
    [removed, -1],
    [added, 1],
  ] as const)
    for (const { words, weights } of outlines)
      words.forEach((word, place) => weights[place]! > 0 && changes.set(word, (changes.get(word) ?? 0) + by));
  const moved = [...changes].filter(([, by]) => by !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1));
  await client.query(COUNT, [
    base,
    moved.map(([word]) => word),
    moved.map(([word]) => skeletonOfWord(word) ?? null),
    moved.map(([, by]) => by),
  ]);
  await client.query(
    "update kms_index_bases set articles = articles + $2, length = length + $3, revision = revision + 1 where base = $1",
    [base, added.length - removed.length, lengthOf(added) - lengthOf(removed)],
  );
}

function lengthOf(outlines: readonly Outline[]): number {
  return outlines.reduce((sum, { length }) => sum + length, 0);
}
