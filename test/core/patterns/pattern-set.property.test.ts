import * as fc from "fast-check";
import { RE2JS } from "re2js";
import { describe, expect, it } from "vitest";
import { PATTERN_LIMITS, patternSet } from "../../../src/core/patterns/pattern-set.ts";
import { foldForLiterals, requiredLiteral } from "../../../src/core/patterns/required-literal.ts";
import { isTooBroad } from "../../../src/core/patterns/too-broad.ts";

describe("whatever an author writes and somebody pastes", () => {
  it("never throws, and recognises no more articles than it may", () => {
    fc.assert(
      fc.property(
        fc.array(anyPattern(), { maxLength: 60 }),
        fc.array(anyText(), { maxLength: 4 }),
        (patterns, texts) => {
          const written = patterns.map((pattern, place) => ({ pattern, article: `A${place}` }));
          const found = patternSet(written)(texts);
          expect(found.length).toBe(texts.length);
          for (const hits of found) {
            expect(hits.length).toBeLessThanOrEqual(PATTERN_LIMITS.hits);
            for (const { text } of hits) expect(text.length).toBeLessThanOrEqual(PATTERN_LIMITS.shown);
          }
        },
      ),
    );
  });

  it("finds what the engine finds, though most patterns are never run", () => {
    fc.assert(
      fc.property(fc.array(validPattern(), { maxLength: 12 }), anyText(), (patterns, text) => {
        const written = patterns.map((pattern, place) => ({ pattern, article: `A${place}` }));
        const found = patternSet(written)([text])[0]?.map(({ article }) => article);
        const meant = written.filter(({ pattern }) => matchesSomething(pattern, text)).map(({ article }) => article);
        expect(found?.toSorted()).toEqual(meant.toSorted());
      }),
      { numRuns: 1_000 },
    );
  });

  it("has the letters that a pattern requires wherever the pattern matches", () => {
    fc.assert(
      fc.property(validPattern(), anyText(), (pattern, text) => {
        const isMatched = RE2JS.compile(pattern).matcher(text).find();
        const hasLetters = foldForLiterals(text).includes(requiredLiteral(pattern) ?? "");
        expect({ isMatched, hasLetters }).not.toEqual({ isMatched: true, hasLetters: false });
      }),
      { numRuns: 2_000 },
    );
  });
});

/** Made of few pieces, so that they often match. */
const PIECES = ["abc", "ab", "c", "bca", "s", "ſk", "K", "İ", "7", "\n", "é", "ディスク", "ディ", "😀"];

const SIGNS = [
  "*",
  "+",
  "?",
  "{2}",
  "{0,3}",
  "|",
  "(",
  ")",
  "(?i)",
  "(?:",
  "(?i:",
  "(?P<n>",
  "[a-k]",
  "[^]x]",
  "[[:alpha:]]",
  ".",
  "^",
  "$",
  "\\d",
  "\\w+",
  "\\b",
  "\\.",
  "\\x41",
  "\\x{6b}",
  "\\pL",
  "\\Qa|b\\E",
  "\\\\",
  "{",
  "}",
  "]",
  "*?",
];

function anyPattern(): fc.Arbitrary<string> {
  const pieces = fc.array(fc.constantFrom(...PIECES, ...SIGNS), { minLength: 1, maxLength: 8 });
  return fc.oneof(
    pieces.map((some) => some.join("")),
    fc.string({ unit: "grapheme", maxLength: 20 }),
  );
}

function validPattern(): fc.Arbitrary<string> {
  return anyPattern().filter((pattern) => {
    try {
      return !isTooBroad(RE2JS.compile(pattern));
    } catch {
      return false;
    }
  });
}

function anyText(): fc.Arbitrary<string> {
  const pieces = fc.constantFrom(...PIECES, "kk", "ss", "a|b", "ABC", ".");
  return fc.oneof(
    fc.array(pieces, { maxLength: 12 }).map((some) => some.join("")),
    fc.string({ unit: "grapheme", maxLength: 60 }),
  );
}

function matchesSomething(pattern: string, text: string): boolean {
  const matcher = RE2JS.compile(pattern).matcher(text);
  return matcher.find() && text.slice(matcher.start(), matcher.end()).trim() !== "";
}
