import type { Article } from "../../src/core/kb/article.ts";
import { parseKnowledgeBase } from "../../src/core/kb/parse-knowledge-base.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import { readArticleFiles } from "./read-article-files.ts";

/** The articles that can be used, and what is wrong with the others; or why there is no knowledge base at all. */
export type LoadedKnowledgeBase =
  | { readonly kind: "loaded"; readonly articles: readonly Article[]; readonly problems: readonly Problem[] }
  | { readonly kind: "unreadable"; readonly message: string };

/** Reads a knowledge base from disk. One bad article never hides the good ones. */
export function loadKnowledgeBase(dir: string): LoadedKnowledgeBase {
  const reading = readArticleFiles(dir);
  if (reading.kind === "unreadable") return reading;
  const { articles, problems } = parseKnowledgeBase(reading.files);
  return { kind: "loaded", articles, problems: [...reading.problems, ...problems] };
}
