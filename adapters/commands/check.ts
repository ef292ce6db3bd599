import type { ArticleFiles } from "../../src/core/kb/article-file.ts";
import { type CheckReport, checkKnowledgeBase, type Finder } from "../../src/core/kb/check-knowledge-base.ts";
import type { Problem } from "../../src/core/kb/problem.ts";

/** What `kms check` needs from outside. */
export type CheckTools = {
  readonly dir: string;
  readonly read: (dir: string) => ArticleFiles;
  readonly write: (line: string) => void;
  /** ISO 8601 date. */
  readonly today: string;
  readonly find: Finder;
};

/** Writes every problem of a knowledge base as `file:line: severity: message`. The exit code is 1 when an article cannot be used. */
export function check({ dir, read, write, today, find }: CheckTools): 0 | 1 {
  const reading = read(dir);
  if (reading.kind === "unreadable") {
    write(reading.message);
    return 1;
  }
  const report = checkKnowledgeBase({ files: reading.files, today, find });
  const problems = [...reading.problems, ...report.problems];
  for (const problem of problems) write(lineFor(problem));
  write(summary({ ...report, problems }));
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

function lineFor({ file, line, severity, message }: Problem): string {
  return `${file}:${line}: ${severity}: ${message}`;
}

function summary({ articles, problems }: CheckReport): string {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  return `${counted(articles, "article")} can be used; ${counted(errors, "error")}, ${counted(warnings, "warning")}.`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
