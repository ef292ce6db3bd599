import { readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import type { Article } from "../../../src/core/kb/article.ts";

/** One article a line, as JSON: child processes read this instead of tens of thousands of files. */
export async function writeArticles(path: string, articles: readonly Article[]): Promise<void> {
  const file = await open(path, "w");
  for (let from = 0; from < articles.length; from += PIECE)
    await file.write(
      articles
        .slice(from, from + PIECE)
        .map((article) => `${JSON.stringify(article)}\n`)
        .join(""),
    );
  await file.close();
}

const PIECE = 1_000;

export function readArticlesFile(path: string): readonly Article[] {
  const lines = readFileSync(path, "utf8").split("\n");
  return lines.flatMap((line): Article[] => (line === "" ? [] : [JSON.parse(line)]));
}
