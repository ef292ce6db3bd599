import { assert, constantFrom, property, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { differencesWithin } from "../../../src/core/matching/letters.ts";
import { lettersOf } from "../../../src/core/matching/lexicon.ts";

describe("a garbled message beside the paragraph it came from", () => {
  it("has no difference where it stands in it letter by letter", () => {
    expect(between("faultinmodule", "causedaninvalidpagefaultinmodulekernel32")).toBe(0);
  });

  it("has one for a letter changed, one for a letter dropped, one for a letter too many", () => {
    expect(between("faultinmodul", "pagefaultinmodule")).toBe(0);
    expect(between("fauItinmodule", "pagefaultinmodule")).toBe(1);
    expect(between("faltinmodule", "pagefaultinmodule")).toBe(1);
    expect(between("faulltinmodule", "pagefaultinmodule")).toBe(1);
  });

  it("has as many differences as the plain table of edit distances says, however long it is", () => {
    const text = string({ unit: constantFrom("a", "b", "c", "é"), maxLength: 250 });
    assert(
      property(text, text, (pattern, within) => {
        expect(between(pattern, within)).toBe(plainly(pattern, within));
      }),
    );
  });
});

function between(pattern: string, text: string): number {
  return differencesWithin(lettersOf(pattern), pattern.length, lettersOf(text), text.length);
}

/** One column of the table for each letter of the text; the pattern may begin and end anywhere in it. */
function plainly(pattern: string, text: string): number {
  let column = Array.from({ length: pattern.length + 1 }, (_, line) => line);
  let least = pattern.length;
  for (const letter of text) {
    const next = [0];
    for (let line = 1; line <= pattern.length; line++) {
      const changed = column[line - 1]! + (pattern[line - 1] === letter ? 0 : 1);
      next.push(Math.min(changed, column[line]! + 1, next[line - 1]! + 1));
    }
    column = next;
    least = Math.min(least, column[pattern.length]!);
  }
  return least;
}
