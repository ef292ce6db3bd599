import { assert, constantFrom, integer, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { SEGMENT_CAPACITY } from "../../../src/core/matching/segment.ts";
import { ownArticles } from "../../support/knowledge.ts";
import { sizesUpTo } from "./sizes.ts";
import { draw, svgText } from "./svg.ts";
import { synthesizer } from "./synthetic.ts";

describe("the sizes of the plot", () => {
  it("never put more into a segment than it holds, and add up", () => {
    assert(
      property(integer({ min: 1_000, max: 2_000_000 }), integer({ min: 1, max: 100_000 }), (largest, real) => {
        for (const { articles, segments } of sizesUpTo(largest, real)) {
          const held = segments.map((segment) => segment.real + segment.synthetic);
          expect(Math.max(...held)).toBeLessThanOrEqual(SEGMENT_CAPACITY);
          expect(held.reduce((sum, count) => sum + count, 0)).toBe(articles);
        }
      }),
    );
  });

  it("grow, up to a million articles", () => {
    const sizes = sizesUpTo(1_000_000, 43_352).map(({ articles }) => articles);
    expect(sizes).toEqual([1_000, 4_000, 16_000, 43_352, 65_536, 131_072, 262_144, 524_288, 1_048_576]);
  });
});

describe("a synthetic article", () => {
  it("is the same for the same seed, and another for another number", () => {
    expect(synthesizer(ownArticles, 7)(1)).toEqual(synthesizer(ownArticles, 7)(1));
    const make = synthesizer(ownArticles, 7);
    expect(make(1).id).not.toBe(make(2).id);
  });

  it("says nothing but words of real articles", () => {
    const real = new Set(JSON.stringify(ownArticles.map(Object.values)).split(/[^A-Za-z]+/));
    const { title, symptoms } = synthesizer(ownArticles, 7)(1);
    const words = `${title} ${symptoms}`.split(/[^A-Za-z]+/).slice(1, -1);
    expect(words.filter((word) => !real.has(word))).toEqual([]);
  });
});

describe("a drawing", () => {
  it("keeps every text a text, whatever signs are in it", () => {
    assert(
      property(string(), constantFrom("text", "title"), (text, name) => {
        const written = svgText(draw(name, { label: text }, text));
        expect(written.match(/[<>]/g)?.join("")).toBe("<><>");
        expect(unescaped(/^<\w+ label="([^"]*)">/.exec(written)![1]!)).toBe(text);
      }),
    );
  });
});

function unescaped(text: string): string {
  return text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
