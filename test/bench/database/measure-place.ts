import { join } from "node:path";
import { Client } from "pg";
import type { Article } from "../../../src/core/kb/article.ts";
import { fillDatabase } from "../engines/postgres.ts";
import type { EngineName } from "../engines/index.ts";
import { type Measurement, measure } from "../match/measure.ts";
import { openSession } from "../match/session.ts";
import type { LabelledQuery } from "../metrics.ts";
import { linked, prepare } from "../scale/plot.ts";
import { mixed } from "../scale/segment-process.ts";
import type { Size } from "../scale/sizes.ts";

export type Work = {
  readonly folder: string;
  readonly articles: readonly Article[];
  /** The same, as JSON lines. */
  readonly file: string;
  readonly queries: readonly LabelledQuery[];
  /** Segments that are built. */
  readonly built: Set<string>;
};

/** What was measured of one index. Milliseconds and bytes. */
export type Place = Measurement & { readonly filling: number; readonly opening: number; readonly disk: number };

/** Milliseconds that one size may take: nobody waits for a bench for more than an hour. */
const PATIENCE = 3_600_000;

export async function measureInMemory(size: Size, work: Work): Promise<Place> {
  const start = performance.now();
  const deadline = start + PATIENCE;
  await prepare(size, work.built, { folder: work.folder, articles: work.file, deadline });
  const filling = performance.now() - start;
  return { filling, disk: 0, ...(await measureOpened("kms", linked(size, work.folder), work, deadline)) };
}

export async function measureInDatabase(size: Size, work: Work): Promise<Place> {
  const start = performance.now();
  const folder = join(work.folder, `database-${size.articles}`);
  await fillDatabase(articlesOf(size, work.articles), size.articles, folder, `bench ${size.articles}`);
  const filling = performance.now() - start;
  const disk = await sizeOnDisk(`bench ${size.articles}`);
  return { filling, disk, ...(await measureOpened("postgres", folder, work, start + PATIENCE)) };
}

function* articlesOf({ segments }: Size, articles: readonly Article[]): Generator<Article> {
  for (const { real, synthetic, first } of segments) yield* mixed(articles, real, synthetic, first);
}

async function sizeOnDisk(name: string): Promise<number> {
  const client = new Client({ connectionString: process.env["DATABASE_URL"] });
  await client.connect();
  const { rows } = await client.query<{ size: string }>(
    `select sum(pg_total_relation_size(to_regclass(kind || base))) as size from kms_index_bases,
      unnest(array['kms_index_articles_', 'kms_index_words_']) as kind where name = $1`,
    [name],
  );
  await client.end();
  return Number(rows[0]?.size ?? 0);
}

async function measureOpened(engine: EngineName, folder: string, { queries }: Work, deadline: number) {
  const session = await openSession(engine, folder, deadline);
  if (session === undefined) throw new Error(`Cannot measure ${engine}: its index was not open within an hour.`);
  try {
    const measured = await measure(session, queries, { query: 10_000, engine: 0 }, deadline);
    return { ...measured, opening: session.opening };
  } finally {
    session.worker.end();
  }
}
