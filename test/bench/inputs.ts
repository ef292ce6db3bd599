import { readFileSync } from "node:fs";
import { loadKnowledgeBase } from "../../adapters/files/load-knowledge-base.ts";
import type { Article } from "../../src/core/kb/article.ts";
import { BenchError } from "./bench-error.ts";
import type { LabelledQuery } from "./metrics.ts";

/** The articles below `folder`, without those whose ids the file `exclude` lists. */
export function readArticles(folder: string, exclude?: string): readonly Article[] {
  const loaded = loadKnowledgeBase(folder);
  if (loaded.kind === "unreadable")
    throw new BenchError(
      `Cannot run the bench: there is no folder ${folder}. Make one of an archive of articles with kms import, see docs/benchmarks.md.`,
      1,
    );
  const excluded = exclude === undefined ? new Set() : readIds(exclude);
  const articles = loaded.articles.filter(({ id }) => !excluded.has(id.toLowerCase()));
  if (articles.length > 0) return articles;
  throw new BenchError(`Cannot run the bench: ${folder} holds no article that could be read. See kms check.`, 1);
}

/** Labelled queries, one JSON object a line: id, via, texts, class, relevant. */
export function readQueries(path: string, limit = Number.POSITIVE_INFINITY): readonly LabelledQuery[] {
  const queries = readText(path)
    .split("\n")
    .flatMap((line): LabelledQuery[] => (line.trim() === "" ? [] : [JSON.parse(line)]));
  if (queries.length <= limit) return queries;
  return Array.from({ length: limit }, (_, place) => queries[Math.floor((place * queries.length) / limit)]!);
}

function readIds(path: string): ReadonlySet<string> {
  return new Set(readText(path).toLowerCase().split(/\s+/));
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new BenchError(
      `Cannot run the bench: there is no file ${path}. See docs/benchmarks.md for what it holds.`,
      1,
    );
  }
}
