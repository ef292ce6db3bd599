import { posix } from "node:path";
import type { Article } from "../../src/core/kb/article.ts";
import { hasFrontMatter } from "../../src/core/kb/document.ts";
import { parseArticle } from "../../src/core/kb/parse-article.ts";
import type { Problem } from "../../src/core/kb/problem.ts";

/** What a file of a knowledge base turns out to be; `other` is a README for people, or nothing at all. */
export type Understood =
  | { readonly kind: "article"; readonly article: Article }
  | { readonly kind: "rejected"; readonly problems: readonly Problem[] }
  | { readonly kind: "other" };

export function understand(name: string, text: string): Understood {
  const isReadme = posix.basename(name).toLowerCase() === "readme.md";
  if (text === "" || (isReadme && !hasFrontMatter(text))) return { kind: "other" };
  const parsed = parseArticle(text, name);
  if (parsed.kind === "article") return { kind: "article", article: parsed.article };
  return { kind: "rejected", problems: parsed.problems.filter(({ severity }) => severity === "error") };
}
