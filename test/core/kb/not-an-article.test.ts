import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseArticle } from "../../../src/core/kb/parse-article.ts";
import { aFile, complaints } from "./article-text.ts";

describe("a file that is no article", () => {
  it.each([
    { name: "is larger than a megabyte", text: aFile({ body: "x".repeat(1_100_000) }) },
    { name: "is binary", text: aFile({ body: "a\0b" }) },
    { name: "has front matter without end", text: aFile({ front: `owner: "${"x".repeat(140_000)}"` }) },
    { name: "nests lists 100,000 deep", text: aFile({ front: `x: ${"[".repeat(100_000)}` }) },
    { name: "nests JSON 20,000 deep", text: `---\n${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}\n---\n` },
    { name: "nests dashes 60,000 deep", text: aFile({ front: `x:\n ${"- ".repeat(60_000)}y` }) },
    {
      name: "is an alias bomb",
      text: aFile({
        front: `a: &a [x,x]\n${"bcdefghij".replaceAll(/./g, (k, at: number) => `${k}: &${k} [*${"abcdefghi"[at]},*${"abcdefghi"[at]}]\n`)}`,
      }),
    },
    { name: "is empty", text: "" },
  ])("is refused when it $name", ({ text }) => {
    const parsed = parseArticle(text, "x.md");
    expect(parsed.kind).toBe("rejected");
  });

  it("is answered, whatever it holds", () => {
    const piece = fc.constantFrom(
      "---\n",
      "id: Q1\n",
      "title: x\n",
      "{",
      "}",
      '"',
      "- ",
      "## Steps\n",
      "### A\n",
      "- id: a\n",
      "- risk: changes\n",
      "- first: a\n",
      "- check: x\n",
      "  - a → ",
      "step a\n",
      "```sh\n",
      "```\n",
      "\t",
      "&a ",
      "*a",
      "\r\n",
      "\uFEFF",
      "\uD800",
      ": ",
      "[",
      "|\n",
    );
    const text = fc.oneof(
      fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }).map((all) => all.join("")),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(text, (any) => {
        const parsed = parseArticle(`---\nid: Q1\ntitle: x\n${any}`, "x.md");
        const reasons =
          parsed.kind === "rejected"
            ? parsed.problems.filter(({ severity }) => severity === "error")
            : [parsed.article.id];
        expect(reasons).not.toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it("is used with a warning when its letters were lost on the way", () => {
    expect(complaints(aFile({ body: "caf\uFFFD" }))).toEqual([
      "7 Cannot show a character here: the file is not UTF-8, or lost it earlier. Type it again and save as UTF-8.",
    ]);
  });
});
