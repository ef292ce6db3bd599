import type { Article } from "../../src/core/kb/article.ts";
import type { Problem } from "../../src/core/kb/problem.ts";

/** Two files claim one id; the first one keeps it. */
export function sameId({ id }: Article, file: string, other: string): Problem {
  const message = `Cannot use the id "${id}": ${other} has it already. Give one of the two another id.`;
  return { file, line: 1, severity: "error", message };
}
