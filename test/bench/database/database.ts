import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../support/postgres-server.ts";
import { readArticles, readQueries } from "../inputs.ts";
import { writeArticles } from "../match/articles-file.ts";
import { countOf, readOptions, required } from "../options.ts";
import { OUTPUT_OPTIONS, outputFor } from "../output.ts";
import { type Size, sizesUpTo } from "../scale/sizes.ts";
import { tableText } from "../table.ts";
import { measureInDatabase, measureInMemory, type Work } from "./measure-place.ts";
import { type Pair, rowsOf } from "./rows.ts";

/** Measures the index in memory and the one in PostgreSQL, side by side, at growing sizes. */
export async function database(args: readonly string[]): Promise<void> {
  const options = readOptions(args, OPTIONS);
  const output = outputFor(options);
  const queries = readQueries(required(options.queries, "queries"), countOf(options.limit, "limit", 300));
  const articles = readArticles(required(options.kb, "kb"), options.exclude);
  const sizes = sizesUpTo(countOf(options.largest, "largest", 131_072), articles.length).filter(isWanted);
  const folder = mkdtempSync(join(tmpdir(), "kms-bench-"));
  const stop = await databaseFor(process.env);
  try {
    const work = { folder, articles, file: join(folder, "articles.jsonl"), queries, built: new Set<string>() };
    await writeArticles(work.file, articles);
    output.print(tableText(rowsOf(await measureAll(sizes, work)), output.writing));
  } finally {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

const OPTIONS = {
  kb: { type: "string" },
  queries: { type: "string" },
  exclude: { type: "string" },
  largest: { type: "string" },
  limit: { type: "string" },
  ...OUTPUT_OPTIONS,
} as const;

/** Every size of the plot but two, which lie close to others. */
function isWanted({ articles }: Size): boolean {
  return articles !== 4_000 && articles !== 65_536;
}

/** Starts a server of our own where none is named; gives what stops it. */
async function databaseFor(env: NodeJS.ProcessEnv): Promise<() => Promise<void>> {
  if ((env["DATABASE_URL"] ?? "") !== "") return async () => undefined;
  const server = await startPostgres({ fsync: true, settings: { shared_buffers: "512MB", max_wal_size: "2GB" } });
  env["DATABASE_URL"] = await server.database("bench");
  return server.stop;
}

function isWhole({ segments }: Size, { articles }: Work): boolean {
  return segments.reduce((sum, { real }) => sum + real, 0) === articles.length;
}

async function measureAll(sizes: readonly Size[], work: Work): Promise<readonly Pair[]> {
  const pairs: Pair[] = [];
  for (const size of sizes) {
    mkdirSync(join(work.folder, `database-${size.articles}`));
    pairs.push({
      size,
      isWhole: isWhole(size, work),
      memory: await measureInMemory(size, work),
      database: await measureInDatabase(size, work),
    });
    process.stderr.write(`${size.articles} articles done\n`);
  }
  return pairs;
}
