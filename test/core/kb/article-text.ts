import type { Article } from "../../../src/core/kb/article.ts";
import { parseArticle } from "../../../src/core/kb/parse-article.ts";
import type { Problem } from "../../../src/core/kb/problem.ts";

/** An article file with these extra front matter lines and this body. */
export function aFile(facts: { readonly front?: string; readonly body?: string } = {}): string {
  return `---\nid: Q1\ntitle: It fails\n${facts.front ?? ""}\n---\n\n${facts.body ?? "It fails."}\n`;
}

/** A body with one step of these properties and this text. */
export function aStepOf(properties: string, text = "Do it."): string {
  return `## Steps\n\n### Do it\n\n${properties}\n\n${text}`;
}

export function problemsOf(text: string): readonly Problem[] {
  const parsed = parseArticle(text, "articles/Q1.md");
  return parsed.kind === "rejected" ? parsed.problems : parsed.warnings;
}

/** Each as `line message`. */
export function complaints(text: string): readonly string[] {
  return problemsOf(text).map(({ line, message }) => `${line} ${message}`);
}

export function articleIn(text: string): Article {
  const parsed = parseArticle(text, "Q1.md");
  if (parsed.kind === "rejected") throw new Error(parsed.problems.map(({ message }) => message).join("\n"));
  return parsed.article;
}
