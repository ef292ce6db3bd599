import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  draftLexicon,
  addTerm,
  findSpelling,
  freezeLexicon,
  lettersOf,
  spellingOf,
} from "../../../src/core/matching/lexicon.ts";
import { codeOfWord } from "../../../src/core/matching/code-word.ts";
import { wordsOf } from "../../../src/core/matching/words.ts";

describe("the words of a text", () => {
  it.each([
    ["KMS can't mount", ["kms", "cant", "mount"]],
    ["installing, installed; installs", ["install", "install", "install"]],
    ["Über-Größe naïve", ["uber", "große", "naiv"]],
    ["vbajet32.dll", ["vbajet32", "dll"]],
    ["processes policies boxes", ["process", "policy", "box"]],
    ["error 0x800FF351", ["error", "0x800ff351"]],
    ["日本語", ["日", "本", "語"]],
    ["   ", []],
  ])("of “%s” are %j", (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe("a lexicon", () => {
  it("finds every term under its number after it was put in order, and no other", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 200 }),
        fc.string({ minLength: 13, maxLength: 20 }),
        (spellings, stranger) => {
          const draft = draftLexicon();
          const terms = spellings.map((spelling) => addTerm(draft, lettersOf(spelling), spelling.length));
          const lexicon = freezeLexicon(draft, Uint32Array.from(terms.toReversed()));
          for (const spelling of spellings) expect(spellingOf(lexicon, findSpelling(lexicon, spelling))).toBe(spelling);
          expect(findSpelling(lexicon, stranger)).toBe(0);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe("a word that may be a code", () => {
  it.each([
    ["0x7b", "0000007B"],
    ["c0038f07", "C0038F07"],
    ["2148528977", "800FF351"],
    ["2146438319", "800FF351"],
    ["database", undefined],
    ["12345", undefined],
    ["-1501", "FFFFFA23"],
    ["c0000005h", "C0000005"],
    ["0xc00000d5l", "C00000D5"],
    ["0x00000001e", "0000001E"],
    ["0x123456789", undefined],
    ["0xl", undefined],
    ["11111111h", "11111111"],
    ["99999999999", undefined],
  ])("%s is read as %s", (word, code) => {
    const bare = word.replace("-", "");
    expect(codeOfWord(lettersOf(bare), bare.length, word.startsWith("-"))).toBe(code);
  });
});
