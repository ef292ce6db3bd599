import type { Pool } from "pg";
import { IndexUnreachable, type Knowledge } from "../../../src/app/knowledge.ts";
import type { Problem } from "../../../src/core/kb/problem.ts";
import { DEFAULT_MODEL } from "../../../src/core/matching/default-model.ts";
import type { Model } from "../../../src/core/matching/model.ts";
import type { KnowledgeFolder } from "../folders.ts";
import { articlesFrom } from "./articles.ts";
import { excerptsFor, type Source } from "./excerpt-for.ts";
import { findDoubles } from "./doubles.ts";
import { hold, type Held } from "./held.ts";
import { latestIn } from "./latest.ts";
import { patternSets } from "./patterns.ts";
import { makeTables } from "./tables.ts";
import { titlesFor } from "./titles.ts";
import { turns } from "./turns.ts";

export type PostgresKnowledgeOptions = {
  readonly folders: readonly KnowledgeFolder[];
  /** Closed with the knowledge. */
  readonly pool: Pool;
  readonly model?: Model;
  /** Hears how far the filling has come, in files. */
  readonly onProgress?: (progress: { readonly folder: string; readonly done: number; readonly of: number }) => void;
  /** Hears what went wrong and was survived. */
  readonly warn?: (problem: string) => void;
};

/**
 * Opens folders of articles whose index lies in PostgreSQL, where all replicas share it. This process keeps which file
 * has which article, and the counts of the words that were asked for lately; an inquiry fetches what it is about.
 */
export async function openPostgresKnowledge(options: PostgresKnowledgeOptions): Promise<Knowledge> {
  const { pool, folders, model = DEFAULT_MODEL } = options;
  await makeTables(pool);
  const held: Held[] = [];
  const inTurn = turns();
  for (const folder of folders.toSorted((a, b) => b.weight - a.weight)) held.push(await hold(folder, inTurn, options));
  let doubles = await findDoubles(pool, held);
  const all = async (work: (one: Held) => unknown): Promise<void> => void (await Promise.all(held.map(work)));
  const patterns = patternSets();
  const sources = (audience: string | undefined): readonly Source[] => sourcesFor(pool, held, audience);
  return {
    indexFor: async (inquiry, audience) => ({
      ...(await reached(excerptsFor(sources(audience), inquiry, (seen) => patterns(audience, seen)))),
      model,
    }),
    titlesFor: async (typed, audience) => ({
      searchers: await reached(Promise.all(sources(audience).map((source) => titlesFor(pool, source, typed)))),
      model,
    }),
    articles: (audience) => articlesFrom(() => seenBy(held, audience)),
    problems: () => [...held.flatMap((one): readonly Problem[] => one.problems()), ...doubles],
    latest: ({ audience, ...query }) => latestIn(pool, seenBy(held, audience), query),
    refresh: async () => {
      await reached(all((one) => one.refresh({ kind: "somewhere" })));
      doubles = await reached(findDoubles(pool, held));
    },
    watch: () => void all((one) => one.watch()),
    close: async () => {
      await all((one) => one.close());
      await pool.end();
    },
  };
}

/** @throws IndexUnreachable where the database does not do what it was asked. */
async function reached<Result>(asked: Promise<Result>): Promise<Result> {
  try {
    return await asked;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new IndexUnreachable(
      `Cannot look articles up: PostgreSQL does not answer (${why}). Try again; if it stays so, look after the database.`,
      { cause: error },
    );
  }
}

function seenBy(held: readonly Held[], audience: string | undefined): readonly Held[] {
  return held.filter((one) => one.audience === undefined || one.audience === audience);
}

function sourcesFor(pool: Pool, held: readonly Held[], audience: string | undefined): readonly Source[] {
  const seen = seenBy(held, audience);
  return seen.map((one, place) => ({
    pool,
    base: one.base,
    book: one.book,
    patterns: one.patterns,
    directory: one.directory(),
    above: seen.slice(0, place).map((other) => other.base),
  }));
}
