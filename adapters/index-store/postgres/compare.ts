import type { Pool } from "pg";
import type { ArticleFolder, FileFacts } from "../../../src/app/article-folder.ts";
import { inSlices } from "../in-slices.ts";

/** A file that is not as it was indexed, and what it hashed to then. */
export type ChangedFile = { readonly name: string; readonly before: number | undefined };

/** Files that are asked for at once. */
const PAGE = 5_000;

/** Compares all files of a folder with what was indexed, by size and time of change. */
export async function changedFiles(pool: Pool, base: number, folder: ArticleFolder): Promise<readonly ChangedFile[]> {
  const listed: FileFacts[] = [];
  await inSlices(folder.list(), (facts) => listed.push(facts));
  const changed: ChangedFile[] = [];
  let known = 0;
  for (let from = 0; from < listed.length; from += PAGE) {
    const page = listed.slice(from, from + PAGE);
    const rows = await rowsOf(
      pool,
      base,
      page.map(({ name }) => name),
    );
    known += rows.size;
    changed.push(...page.flatMap((facts) => changeOf(facts, rows.get(facts.name)) ?? []));
  }
  return [...changed, ...(await goneFiles(pool, base, listed, known))];
}

/** These files, with what they hashed to. */
export async function namedFiles(pool: Pool, base: number, names: readonly string[]): Promise<readonly ChangedFile[]> {
  const rows = await rowsOf(pool, base, names);
  return names.map((name) => ({ name, before: rows.get(name)?.hash }));
}

type Row = FileFacts & { readonly hash: number };

async function rowsOf(pool: Pool, base: number, names: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const { rows } = await pool.query<Row>(
    "select file as name, size, modified, hash from kms_index_files where base = $1 and file = any ($2)",
    [base, names],
  );
  return new Map(rows.map((row) => [row.name, row]));
}

function changeOf(facts: FileFacts, row: Row | undefined): ChangedFile | undefined {
  const isAlike = row !== undefined && row.size === facts.size && row.modified === facts.modified;
  return isAlike ? undefined : { name: facts.name, before: row?.hash };
}

/** `known` of the listed files were indexed; where that is all that were, none has gone. */
async function goneFiles(
  pool: Pool,
  base: number,
  listed: readonly FileFacts[],
  known: number,
): Promise<readonly ChangedFile[]> {
  const { rows } = await pool.query<{ files: number }>(
    "select count(*) as files from kms_index_files where base = $1",
    [base],
  );
  if (rows[0]?.files === known) return [];
  const names = new Set(listed.map(({ name }) => name));
  const all = await pool.query<{ file: string; hash: number }>(
    "select file, hash from kms_index_files where base = $1",
    [base],
  );
  return all.rows.flatMap(({ file, hash }) => (names.has(file) ? [] : [{ name: file, before: hash }]));
}
