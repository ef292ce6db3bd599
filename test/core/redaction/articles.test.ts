import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/core/kb/parse-article.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import { redact } from "../../../src/core/redaction/redact.ts";

const folder = resolve(import.meta.dirname, "../../../kb/articles");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".md"));
const articles = files.flatMap((name) => {
  const parsed = parseArticle(readFileSync(join(folder, name), "utf8"), name);
  return parsed.kind === "rejected" ? [] : [parsed.article];
});

/** Everything by which the article is recognised. */
function marksOf({ signals, samples }: Article): readonly string[] {
  const events = signals.events.flatMap(({ text }) => (text === undefined ? [] : [text]));
  return [...events, ...signals.messages, ...signals.codes, ...signals.positions, ...signals.names, ...samples.finds];
}

describe("redaction of the knowledge base", () => {
  it("leaves every mark of every article as it is, so that redacted pastes are still found", () => {
    expect(articles.length).toBeGreaterThan(0);
    const touched = articles.flatMap(marksOf).filter((text) => redact(text).text !== text);
    expect(touched).toEqual([]);
  });
});
