import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../../../src/core/kb/article.ts";
import { buildProgram } from "../build-program.ts";
import { ENGINE_NAMES, ENGINE_TITLES, ENGINES, type EngineName } from "../engines/index.ts";
import { readArticles, readQueries } from "../inputs.ts";
import { countOf, readOptions, required, wrong } from "../options.ts";
import { writeArticles } from "./articles-file.ts";
import { OUTPUT_OPTIONS, outputFor } from "../output.ts";
import { residualErrors } from "./errors.ts";
import { reportText } from "./report.ts";
import { type EngineRun, runEngine } from "./run-engine.ts";

/** Runs labelled queries through every engine and prints what came of it. */
export async function match(args: readonly string[]): Promise<void> {
  const options = readOptions(args, OPTIONS);
  const output = outputFor(options);
  const engines = enginesOf(options.engines);
  const patience = {
    query: countOf(options["query-limit"], "query-limit", 2_000),
    engine: 1_000 * countOf(options["engine-limit"], "engine-limit", 600),
  };
  const errors = countOf(options.errors, "errors", 0);
  const queries = readQueries(required(options.queries, "queries"), countOf(options.limit, "limit", undefined));
  const start = performance.now();
  const articles = readArticles(required(options.kb, "kb"), options.exclude);
  const reading = performance.now() - start;
  buildProgram();
  const runs = await runAll(articles, (setting) =>
    engines.map((engine) => () => runEngine({ ...setting, engine, queries, patience })),
  );
  const facts = { articles: articles.length, queries: queries.length, reading, patience };
  output.print(reportText(runs, facts, output.writing));
  if (errors > 0) process.stdout.write(`\n${residualErrors(runs[0]!.measured.outcomes, articles, errors)}\n`);
}

const OPTIONS = {
  kb: { type: "string" },
  queries: { type: "string" },
  exclude: { type: "string" },
  engines: { type: "string" },
  limit: { type: "string" },
  errors: { type: "string" },
  "query-limit": { type: "string" },
  "engine-limit": { type: "string" },
  ...OUTPUT_OPTIONS,
} as const;

function enginesOf(list: string | undefined): readonly EngineName[] {
  const names = list === undefined ? ENGINE_NAMES : list.split(",");
  return names.map((name) => {
    if (!isEngine(name)) throw wrong(`there is no engine "${name}", only ${Object.keys(ENGINES).join(", ")}`);
    return name;
  });
}

function isEngine(name: string): name is EngineName {
  return Object.hasOwn(ENGINES, name);
}

type Shared = { readonly articles: string; readonly folder: string };

/** One engine after the other, so that they do not take the processor from each other. */
async function runAll(
  articles: readonly Article[],
  plan: (shared: Shared) => readonly (() => Promise<EngineRun>)[],
): Promise<readonly EngineRun[]> {
  const folder = mkdtempSync(join(tmpdir(), "kms-bench-"));
  try {
    const shared = { folder, articles: join(folder, "articles.jsonl") };
    await writeArticles(shared.articles, articles);
    const runs: EngineRun[] = [];
    for (const run of plan(shared)) {
      const finished = await run();
      process.stderr.write(`${ENGINE_TITLES[finished.engine]} done\n`);
      runs.push(finished);
    }
    return runs;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
