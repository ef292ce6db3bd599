import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { documentOf } from "../../../src/core/matching/document.ts";
import { anArticle } from "../../support/builders.ts";

const BEGUN = "The information store could not be mounted because";

/** Paragraphs of which many begin alike, and some differ in punctuation and case only. */
const paragraph = fc
  .tuple(fc.constantFrom("", BEGUN, BEGUN.toUpperCase(), `"${BEGUN}", `, "… — "), fc.string({ maxLength: 8 }))
  .map(([begun, rest]) => `${begun} ${rest.replace(/[\s`~]/g, "-")}`.trim());

function bare(text: string): string {
  return (
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(" ") ?? ""
  );
}

describe("the paragraphs of an article", () => {
  it("count once each, however they are punctuated", () => {
    fc.assert(
      fc.property(fc.array(paragraph, { maxLength: 12 }), (paragraphs) => {
        const { paragraphs: kept } = documentOf(anArticle({ title: "A title", symptoms: paragraphs.join("\n\n") }));
        const wanted = new Set(["A title", ...paragraphs].map(bare).filter((text) => text !== ""));
        expect(kept.filter(({ kind }) => kind !== "message").map(({ text }) => bare(text))).toEqual([...wanted]);
      }),
      { numRuns: 1_000 },
    );
  });
});
