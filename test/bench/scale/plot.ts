import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import { segmentPath } from "../engines/kms.ts";
import { megabytes, milliseconds } from "../figures.ts";
import { readArticles, readQueries } from "../inputs.ts";
import { writeArticles } from "../match/articles-file.ts";
import { measure } from "../match/measure.ts";
import { openSession } from "../match/session.ts";
import type { LabelledQuery } from "../metrics.ts";
import { countOf, readOptions, required } from "../options.ts";
import { OUTPUT_OPTIONS, outputFor } from "../output.ts";
import { tableText } from "../table.ts";
import { buildSegments } from "./build-segments.ts";
import { type Point, scaleChart } from "./chart.ts";
import { type Size, sizesUpTo } from "./sizes.ts";

const SVG = new URL("../../../docs/scale.svg", import.meta.url);

/** Measures our engine at growing sizes, prints the figures and draws docs/scale.svg. */
export async function plot(args: readonly string[]): Promise<void> {
  const options = readOptions(args, OPTIONS);
  const output = outputFor(options);
  const deadline = performance.now() + 1_000 * countOf(options.seconds, "seconds", 480);
  const queries = readQueries(required(options.queries, "queries"), QUERIES);
  const articles = readArticles(required(options.kb, "kb"));
  const sizes = sizesUpTo(countOf(options.largest, "largest", 1_000_000), articles.length);
  const folder = mkdtempSync(join(tmpdir(), "kms-bench-"));
  try {
    const work = { folder, articles: join(folder, "articles.jsonl"), queries, deadline };
    await writeArticles(work.articles, articles);
    const { points, ended } = await measureAll(sizes, work);
    writeFileSync(SVG, scaleChart(points, ended));
    output.print(
      `${tableText(rowsOf(points), output.writing)}

${ended}`.trim(),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const OPTIONS = {
  kb: { type: "string" },
  queries: { type: "string" },
  seconds: { type: "string" },
  largest: { type: "string" },
  ...OUTPUT_OPTIONS,
} as const;

/** Enough for a p99, few enough for a run of minutes. */
const QUERIES = 400;

type Work = {
  readonly folder: string;
  /** The real articles as JSON lines. */
  readonly articles: string;
  readonly queries: readonly LabelledQuery[];
  readonly deadline: number;
};

/** Goes on until the time or the memory of the machine ends, and says which. */
async function measureAll(
  sizes: readonly Size[],
  work: Work,
): Promise<{ readonly points: readonly Point[]; readonly ended: string }> {
  const points: Point[] = [];
  const built = new Set<string>();
  for (const size of sizes) {
    const before = points.at(-1);
    if (before !== undefined && before.resident * (size.articles / before.articles) > freemem() * 0.8)
      return { points, ended: `Stopped before ${count(size.articles)} articles: they would not fit into memory.` };
    const point = (await prepare(size, built, work)) ? await measureSize(size, work) : undefined;
    if (point === undefined)
      return { points, ended: `Stopped before ${count(size.articles)} articles: the time was up.` };
    process.stderr.write(`${count(size.articles)} articles done\n`);
    points.push(point);
  }
  return { points, ended: "" };
}

export function count(articles: number): string {
  return articles.toLocaleString("en-GB");
}

/** Builds the segments that are missing; false when the time was up. */
export async function prepare(
  { segments }: Size,
  built: Set<string>,
  { folder, articles, deadline }: Omit<Work, "queries">,
): Promise<boolean> {
  const missing = segments.filter(({ name }) => !built.has(name));
  for (const { name } of missing) built.add(name);
  const orders = missing.map(({ name, ...plan }) => ({ ...plan, path: join(folder, name) }));
  return buildSegments(articles, orders, deadline);
}

async function measureSize(size: Size, { folder, queries, deadline }: Work): Promise<Point | undefined> {
  const own = linked(size, folder);
  const session = await openSession("kms", own, deadline);
  if (session === undefined) return undefined;
  try {
    const { latency, memory } = await measure(session, queries, { query: 10_000, engine: 0 }, deadline);
    if (latency === undefined || memory === undefined) return undefined;
    return { ...size, ...latency, ...memory, opening: session.opening };
  } finally {
    session.worker.end();
  }
}

/** The index of one size is a folder of links to its segments. */
export function linked(size: Size, folder: string): string {
  const own = join(folder, `size-${size.articles}`);
  mkdirSync(own);
  size.segments.forEach(({ name }, place) => symlinkSync(join(folder, name), segmentPath(own, place)));
  return own;
}

function rowsOf(points: readonly Point[]): readonly (readonly string[])[] {
  const head = ["articles", "of which synthetic", "p50", "p95", "p99", "max", "opening", "memory", "array buffers"];
  return [
    head,
    ...points.map((point) => [
      count(point.articles),
      count(point.synthetic),
      ...[point.p50, point.p95, point.p99, point.max, point.opening].map(milliseconds),
      ...[point.resident, point.arrayBuffers].map(megabytes),
    ]),
  ];
}
