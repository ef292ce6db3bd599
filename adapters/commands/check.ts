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
  const { shown, left } = firstOfEach(problems);
  for (const problem of shown) write(lineFor(problem));
  for (const [topic, count] of left) write(`… and ${grouped(count)} more ${topic}.`);
  for (const line of closing({ ...report, problems })) write(line);
  return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

/** Of what many articles have alike, so many are shown. */
const MOST_OF_A_TOPIC = 20;

function firstOfEach(problems: readonly Problem[]): {
  readonly shown: readonly Problem[];
  readonly left: ReadonlyMap<string, number>;
} {
  const counts = new Map<string, number>();
  const shown = problems.filter(({ topic }) => {
    if (topic === undefined) return true;
    counts.set(topic, (counts.get(topic) ?? 0) + 1);
    return counts.get(topic)! <= MOST_OF_A_TOPIC;
  });
  const left = [...counts].flatMap(([topic, count]) =>
    count > MOST_OF_A_TOPIC ? [[topic, count - MOST_OF_A_TOPIC] as const] : [],
  );
  return { shown, left: new Map(left) };
}

function lineFor({ file, line, severity, message }: Problem): string {
  return `${file}:${line}: ${severity}: ${message}`;
}

function closing({ articles, problems, unsampled }: CheckReport): readonly string[] {
  const errors = problems.filter(({ severity }) => severity === "error").length;
  const warnings = problems.length - errors;
  const tried = `${grouped(unsampled.articles)} articles have no samples; ${grouped(unsampled.tried)} of them, evenly spread, were tried with their own titles and messages.`;
  const summary = `${counted(articles, "article")} can be used; ${counted(errors, "error")}, ${counted(warnings, "warning")}.`;
  return unsampled.tried < unsampled.articles ? [tried, summary] : [summary];
}

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}
