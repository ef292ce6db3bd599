import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Article } from "../../../src/core/kb/article.ts";
import { indexArticles } from "../../../src/core/matching/index.ts";
import type { Searcher } from "../../../src/core/matching/searcher.ts";
import { supplement } from "../../../src/core/matching/supplement.ts";
import { buildProgram } from "../build-program.ts";
import { searchTimes } from "./search-times.ts";
import { megabytes, milliseconds, NONE } from "../figures.ts";
import { readArticles, readQueries } from "../inputs.ts";
import { writeArticles } from "../match/articles-file.ts";
import { type Measurement, measure } from "../match/measure.ts";
import { type Build, buildIndex } from "../match/run-engine.ts";
import { ask, openSession, type Session } from "../match/session.ts";
import { type LabelledQuery, median, percentile } from "../metrics.ts";
import { readOptions, required } from "../options.ts";
import { OUTPUT_OPTIONS, outputFor } from "../output.ts";
import { type Table, tableText } from "../table.ts";
import { hostileTexts } from "./hostile.ts";

/** What we promise: milliseconds and bytes. */
const LIMITS = {
  p50: 0.5,
  p95: 2,
  p99: 4,
  max: 10,
  hostile: 20,
  search: 20,
  build: 5_000,
  opening: 30,
  edit: 5,
  memory: 64 * 1024 * 1024,
} as const;

/** Prints everything we promise a limit for, beside that limit; the hostile shapes slowest first. */
export async function latency(args: readonly string[]): Promise<void> {
  const { kb, queries, exclude, ...rest } = readOptions(args, OPTIONS);
  const output = outputFor(rest);
  const asked = queries === undefined ? [] : readQueries(queries);
  const articles = readArticles(required(kb, "kb"), exclude);
  buildProgram();
  const folder = mkdtempSync(join(tmpdir(), "kms-bench-"));
  try {
    const rows = await measureAll(articles, asked, folder);
    output.print(`${articles.length} articles.\n\n${tableText([HEAD, ...rows], output.writing)}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const OPTIONS = {
  kb: { type: "string" },
  queries: { type: "string" },
  exclude: { type: "string" },
  ...OUTPUT_OPTIONS,
} as const;

const HEAD = ["what", "measured", "longest", "limit", "within"];

const PATIENCE = { query: 30_000, engine: 600_000 } as const;

/** The index is built and asked in processes of its own, as in `match`. */
async function measureAll(
  articles: readonly Article[],
  queries: readonly LabelledQuery[],
  folder: string,
): Promise<Table> {
  const file = join(folder, "articles.jsonl");
  const index = join(folder, "index");
  await writeArticles(file, articles);
  mkdirSync(index);
  const deadline = performance.now() + PATIENCE.engine;
  const build = await buildIndex("kms", file, index, deadline);
  const session = await openSession("kms", index, deadline);
  if (build === undefined || session === undefined) throw new Error("Cannot measure: the index was not built in time.");
  try {
    const measured = await measure(session, queries, PATIENCE, deadline);
    const hostile = await hostileRows(session, articles, deadline);
    const main = indexArticles(articles).searchers[0]!;
    const beside = [editRow(articles, main), ...searchRows(articles, main)];
    return [...costRows(build, session, measured), ...beside, ...ordinaryRows(queries, measured), ...hostile];
  } finally {
    session.worker.end();
  }
}

function costRows(build: Build, session: Session, { memory }: Measurement): Table {
  const resident = memory?.resident ?? session.memory.resident;
  return [
    ["build", milliseconds(build.milliseconds), NONE, ...judged(build.milliseconds, LIMITS.build, milliseconds)],
    [
      "opening the snapshot",
      milliseconds(session.opening),
      NONE,
      ...judged(session.opening, LIMITS.opening, milliseconds),
    ],
    ["memory over bare Node", megabytes(resident), NONE, ...judged(resident, LIMITS.memory, megabytes)],
  ];
}

function judged(value: number, limit: number, write: (value: number) => string): readonly string[] {
  return [write(limit), value <= limit ? "yes" : "NO"];
}

const EDITS = 200;

/** An article that was edited is indexed beside the large segment. */
function editRow(articles: readonly Article[], main: Searcher): readonly string[] {
  const step = Math.max(1, Math.floor(articles.length / EDITS));
  const times = articles
    .filter((_, place) => place % step === 0)
    .map((article) => {
      const start = performance.now();
      supplement([article], main);
      return performance.now() - start;
    });
  return timesRow("an edited article is findable", times, LIMITS.edit);
}

/** The median is judged: on a machine that others use too, the longest time says more about them than about us. */
function timesRow(what: string, times: readonly number[], limit: number): readonly string[] {
  const middle = median(times);
  return [what, milliseconds(middle), milliseconds(Math.max(...times)), ...judged(middle, limit, milliseconds)];
}

/** What `kms search` and completion cost once the titles were read. */
function searchRows(articles: readonly Article[], main: Searcher): Table {
  const { typed, mistyped } = searchTimes(articles, main);
  return [searchRow("search by title, p95", typed), searchRow("search by mistyped title, p95", mistyped)];
}

function searchRow(what: string, times: readonly number[]): readonly string[] {
  const rare = percentile(times, 0.95);
  return [what, milliseconds(rare), milliseconds(percentile(times, 1)), ...judged(rare, LIMITS.search, milliseconds)];
}

/** One row a percentile; the longest is the longest single time of all queries. */
function ordinaryRows(queries: readonly LabelledQuery[], { latency: found }: Measurement): Table {
  if (found === undefined) return [];
  return (["p50", "p95", "p99", "max"] as const).map((name) => [
    `${queries.length} labelled queries, ${name}`,
    milliseconds(found[name]),
    name === "max" ? milliseconds(found.longest) : NONE,
    ...judged(found[name], LIMITS[name], milliseconds),
  ]);
}

const HOSTILE_RUNS = 9;

async function hostileRows(session: Session, articles: readonly Article[], deadline: number): Promise<Table> {
  const measured: { readonly what: string; readonly times: readonly number[] }[] = [];
  for (const { shape, text } of hostileTexts(articles))
    for (const via of ["command", "channel"] as const) {
      const query = { id: shape, class: shape, via, texts: [text], relevant: [] };
      measured.push({ what: `64 KB, ${shape}, ${via}`, times: await timesFor(session, query, deadline) });
    }
  return measured
    .toSorted((a, b) => median(b.times) - median(a.times))
    .map(({ what, times }) => timesRow(what, times, LIMITS.hostile));
}

/** After one that does not count. */
async function timesFor(session: Session, query: LabelledQuery, deadline: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let run = 0; run <= HOSTILE_RUNS; run++)
    times.push((await ask(session, query, PATIENCE, deadline))?.reply.milliseconds ?? PATIENCE.query);
  return times.slice(1);
}
