import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { firstParagraph, markdownBlocks } from "../../../src/core/view/markdown.ts";
import { textOf } from "../../../src/core/view/rich.ts";
import type { Block } from "../../../src/core/view/view.ts";

/** A block in a word or two, for comparing. */
function brief(block: Block): string {
  if (block.kind === "list") return `${block.ordered ? "1." : "-"} ${block.items.map(textOf).join(" | ")}`;
  return "text" in block
    ? `${block.kind}: ${typeof block.text === "string" ? block.text : textOf(block.text)}`
    : block.kind;
}

const table = [
  { name: "paragraphs, unwrapped", markdown: "one\ntwo\n\nthree", says: ["paragraph: one two", "paragraph: three"] },
  { name: "a list", markdown: "- a\n- b\n  more", says: ["- a | b more"] },
  { name: "a list in a list", markdown: "1. a\n   - x\n2. b", says: ["1. a | – x | b"] },
  { name: "fenced code, as it is", markdown: "```cmd\ndir  <a>\n```", says: ["code: dir  <a>"] },
  { name: "indented code", markdown: "    dir", says: ["code: dir"] },
  { name: "a quote", markdown: "> it says\n> so", says: ["quote: it says so"] },
  { name: "a heading", markdown: "#### Then", says: ["paragraph: Then"] },
  { name: "a line", markdown: "---", says: ["divider"] },
  {
    name: "a table, a row a line",
    markdown: "|a|b|\n|-|-|\n|1|2|\n|3|4|",
    says: ["paragraph: a · b", "- 1 · 2 | 3 · 4"],
  },
  { name: "HTML as text", markdown: "<script>x</script>", says: ["paragraph: <script>x</script>"] },
  { name: "a picture as its description", markdown: "![the log](http://a/b.png)", says: ["paragraph: the log"] },
  { name: "nothing of nothing", markdown: " \n\n", says: [] },
];

describe("what an author wrote", () => {
  it.each(table)("$name", ({ markdown, says }) => {
    expect(markdownBlocks(markdown).map(brief)).toEqual(says);
  });

  it("keeps strong words, code and web links", () => {
    expect(markdownBlocks("**now** run `dir` ([help](https://example.org/a))")).toEqual([
      {
        kind: "paragraph",
        text: [
          { kind: "strong", text: "now" },
          { kind: "plain", text: " run " },
          { kind: "code", text: "dir" },
          { kind: "plain", text: " (" },
          { kind: "link", text: "help", url: "https://example.org/a" },
          { kind: "plain", text: ")" },
        ],
      },
    ]);
  });

  it.each(["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "/kb/1"])(
    "loses the target of [x](%s)",
    (url) => {
      expect(markdownBlocks(`[x](${url})`)).toEqual([{ kind: "paragraph", text: [{ kind: "plain", text: "x" }] }]);
    },
  );

  it("never becomes a mention, whatever it says, and never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(..."*_`>-#|[]()<>!@&1. \n\tab".split("")), maxLength: 80 }),
        (markdown) => {
          expect(JSON.stringify(markdownBlocks(markdown))).not.toContain('"kind":"mention"');
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("survives quotes within quotes within quotes", () => {
    expect(markdownBlocks(`${"> ".repeat(500)}deep`).length).toBeLessThanOrEqual(1);
  });

  it("has a first paragraph for places with room for a line", () => {
    expect(firstParagraph("- a list\n\nThe **driver** is missing.\n\nMore.")).toBe("The driver is missing.");
  });
});
