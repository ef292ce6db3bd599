import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareWords } from "../../../src/core/matching/share-words.ts";
import type { Unit } from "../../../src/core/matching/unit.ts";
import { wordsOf } from "../../../src/core/matching/words.ts";

function aMessage(words: number): Unit {
  const text = Array.from({ length: words }, (_, at) => `word${at}`).join(" ");
  return { kind: "message", text, signals: [], via: "command" };
}

function wordsLookedUp(lengths: readonly number[]): readonly number[] {
  return shareWords(lengths.map(aMessage)).map(({ text }) => wordsOf(text).length);
}

describe("somebody who pastes many errors at once", () => {
  it.each([
    { pasted: [40, 90, 20], lookedUp: [40, 90, 20], why: "together they are short" },
    { pasted: [900], lookedUp: [900], why: "one is cut where it is looked up" },
    {
      pasted: [300, 10, 300, 10, 300],
      lookedUp: [100, 10, 100, 10, 100],
      why: "the short ones are whole, the long ones share",
    },
    { pasted: Array<number>(8).fill(160), lookedUp: Array<number>(8).fill(40), why: "each has its share" },
  ])("has $pasted words looked up as $lookedUp: $why", ({ pasted, lookedUp }) => {
    expect(wordsLookedUp(pasted)).toEqual(lookedUp);
  });

  it("has the beginning of each looked up, and never more than three hundred and twenty words", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(400), { minLength: 3, maxLength: 8 }), (lengths) => {
        const units = lengths.map(aMessage);
        const shared = shareWords(units);
        const words = shared.map(({ text }) => Math.min(160, wordsOf(text).length));
        expect(words.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(320);
        shared.forEach(({ text }, place) => expect(units[place]!.text.startsWith(text)).toBe(true));
      }),
      { numRuns: 1_000 },
    );
  });
});
