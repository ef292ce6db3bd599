import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/core/kb/article.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { articleId } from "../../../src/core/kb/ids.ts";
import { parseKnowledgeBase } from "../../../src/core/kb/parse-knowledge-base.ts";
import { anArticle } from "../../support/builders.ts";

/** What is said about these articles, each in a file of its own. */
function saidAbout(...articles: readonly Article[]): readonly string[] {
  const files = articles.map((article, index) => ({ file: `${index + 1}.md`, text: formatArticle(article) }));
  return parseKnowledgeBase(files).problems.map(
    ({ file, line, severity, message }) => `${file}:${line}: ${severity}: ${message}`,
  );
}

describe("a knowledge base", () => {
  it("keeps the good articles when another is bad", () => {
    const good = { file: "good.md", text: formatArticle(anArticle({ id: "Q1" })) };
    const kb = parseKnowledgeBase([{ file: "bad.md", text: "hello" }, good]);
    expect(kb.articles.map(({ id }) => id)).toEqual(["Q1"]);
    expect(kb.files.get(articleId("Q1"))).toBe(good);
    expect(kb.problems).toHaveLength(1);
  });

  it("names both files when two articles have one id, in whatever case", () => {
    expect(saidAbout(anArticle({ id: "Q1", title: "A" }), anArticle({ id: "q1", title: "B" }))).toEqual([
      '2.md:3: error: Cannot use the id "q1": 1.md has it already. Give one of the two another id.',
    ]);
  });

  it("warns of two articles with one title", () => {
    expect(saidAbout(anArticle({ id: "Q1", title: "A" }), anArticle({ id: "Q2", title: "a" }))).toEqual([
      "2.md:4: warning: Cannot tell Q2 from Q1 by title: 1.md has the same one. Say in the title how they differ.",
    ]);
  });

  it("warns of a related article that is nowhere, not of one that a source names", () => {
    const related = [{ id: articleId("Q9"), why: "Alike." }];
    expect(saidAbout(anArticle({ related }))).toEqual([
      '1.md:9: warning: Cannot find the related article "Q9": the knowledge base has none of that id. Correct it, or say under sources where it is.',
    ]);
    expect(saidAbout(anArticle({ related, sources: [{ title: "Vendor's note Q9", url: undefined }] }))).toEqual([]);
    expect(saidAbout(anArticle({ related }), anArticle({ id: "q9", title: "Other" }))).toEqual([]);
  });
});
