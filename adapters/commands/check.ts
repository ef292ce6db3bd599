import type { ArticleFile, ArticleFiles } from "../../src/core/kb/article-file.ts";
import { type CheckReport, checkKnowledgeBase, type Finder } from "../../src/core/kb/check-knowledge-base.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import { counted, grouped, problemLines } from "./problem-lines.ts";

/** What `kms check` needs from outside. */
export type CheckTools = {
  /** Folders whose articles are in use together. */
  readonly dirs: readonly string[];
  readonly read: (dir: string) => ArticleFiles;
  readonly write: (line: string) => void;
  /** ISO 8601 date. */
  readonly today: string;
  readonly find: Finder;
  /** Whether everything is tried and told, however long that takes. */
  readonly all?: boolean;
};

/** Writes every problem of some knowledge bases, also what they have alike, as `file:line: severity: message`. The exit code is 1 when there is an error. */
export function check({ dirs, read, write, today, find, all = false }: CheckTools): 0 | 1 {
  const reading = together(dirs.map(read));
  if (reading.kind === "unreadable") {
    write(reading.message);
    return 1;
  }
  const tried = all ? { mostTried: Number.POSITIVE_INFINITY } : {};
  const report = checkKnowledgeBase({ files: reading.files, today, find, ...tried });
  const problems = [...reading.problems, ...report.problems];
  for (const line of [...problemLines(problems, all), ...closing({ ...report, problems })]) write(line);
  return problems.some(isError) ? 1 : 0;
}

function together(readings: readonly ArticleFiles[]): ArticleFiles {
  const files: ArticleFile[] = [];
  const problems: Problem[] = [];
  for (const reading of readings) {
    if (reading.kind === "unreadable") return reading;
    for (const file of reading.files) files.push(file);
    problems.push(...reading.problems);
  }
  return { kind: "files", files, problems };
}

function closing({ articles, problems, unsampled }: CheckReport): readonly string[] {
  const errors = problems.filter(isError).length;
  const tried = `${grouped(unsampled.articles)} articles have no samples; ${grouped(unsampled.tried)} of them, evenly spread, were tried with their own titles and messages.`;
  const summary = `${counted(articles, "article")} can be used; ${counted(errors, "error")}, ${counted(problems.length - errors, "warning")}.`;
  return unsampled.tried < unsampled.articles ? [tried, summary] : [summary];
}

function isError({ severity }: Problem): boolean {
  return severity === "error";
}
