import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { parseArticle } from "../../../src/core/kb/parse-article.ts";
import { anyArticle } from "../../support/arbitraries.ts";
import { anArticle, aStep } from "../../support/builders.ts";

describe("writing an article", () => {
  it("loses nothing: what was written is read back", () => {
    fc.assert(
      fc.property(anyArticle(), (article) => {
        expect(parseArticle(formatArticle(article), "a.md")).toEqual({
          kind: "article",
          article,
          warnings: expect.anything(),
        });
      }),
      { numRuns: 1000 },
    );
  });

  it("writes front matter that any YAML reader understands", () => {
    fc.assert(
      fc.property(anyArticle(), (article) => {
        const frontMatter = formatArticle(article).split("\n---\n")[0] ?? "";
        expect(parse(frontMatter.slice(4))).toMatchObject({ id: article.id, title: article.title });
      }),
      { numRuns: 200 },
    );
  });

  it("puts one key on a line, so that a change of the title changes one line", () => {
    const before = formatArticle(anArticle({ title: "Old" })).split("\n");
    const after = formatArticle(anArticle({ title: "New" })).split("\n");
    expect(after.filter((line, at) => line !== before[at])).toEqual(['  "title": "New",']);
  });

  it("leaves out what says nothing", () => {
    const text = formatArticle(anArticle({ aliases: [], notes: "", steps: [] }));
    expect(text).not.toMatch(/aliases|signals|samples|## Notes|## Steps/);
  });

  it("keeps a heading inside a text from ending its section", () => {
    const article = anArticle({
      symptoms: "It fails.\n\n## Steps\n\nNone.",
      steps: [aStep({ text: "Look.\n\n### Not a step" })],
    });
    const parsed = parseArticle(formatArticle(article), "a.md");
    expect(parsed).toMatchObject({
      article: { symptoms: "It fails.\n\n\\## Steps\n\nNone.", steps: [{ text: "Look.\n\n\\### Not a step" }] },
    });
  });

  it("closes a code block that was left open, so that the cause is not swallowed", () => {
    const parsed = parseArticle(formatArticle(anArticle({ symptoms: "```text\nboom", cause: "A fuse." })), "a.md");
    expect(parsed).toMatchObject({ article: { symptoms: "```text\nboom\n```", cause: "A fuse." } });
  });

  it("fences a command that has a fence in it", () => {
    const article = anArticle({ steps: [aStep({ commands: [{ text: "echo '```'", language: "sh" }] })] });
    expect(parseArticle(formatArticle(article), "a.md")).toMatchObject({ article });
  });
});
