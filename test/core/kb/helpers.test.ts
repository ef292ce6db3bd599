import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId, stepId } from "../../../src/core/kb/ids.ts";
import { nearestWord } from "../../../src/core/kb/nearest-word.ts";
import { placeholderFault, placeholdersOf } from "../../../src/core/kb/placeholders.ts";

describe("guessing the word that was meant", () => {
  it.each([
    { written: "titel", meant: "title" },
    { written: "OWNER", meant: "owner" },
    { written: "sampels", meant: "samples" },
    { written: "zebra", meant: undefined },
    { written: "", meant: undefined },
    { written: "title".repeat(1000), meant: undefined },
  ])("takes $written for $meant", ({ written, meant }) => {
    expect(nearestWord(written, ["title", "owner", "samples"])).toBe(meant);
  });

  it("takes a known word for itself", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 8 }), (known) => {
        for (const word of known) expect(nearestWord(word, known)).toBe(word);
      }),
    );
  });
});

describe("placeholders", () => {
  it("are named once each, in order", () => {
    expect(placeholdersOf('copy "<source file>" <target> && del "<source file>"')).toEqual(["source file", "target"]);
  });

  it("are not seen in redirections and comparisons", () => {
    for (const text of ["type a > b", "sort < a", "1 < 2 > 0", "cat <<'EOF'", "a 2>&1", "no brackets"]) {
      expect(placeholdersOf(text)).toEqual([]);
      expect(placeholderFault(text)).toBeUndefined();
    }
  });

  it("are explained when they are open, padded or empty", () => {
    expect(placeholderFault("run <a <b>")).toContain("never closed");
    expect(placeholderFault("run <a >")).toContain("Write <a>");
    expect(placeholderFault("run <>")).toContain("names nothing");
  });
});

describe("ids", () => {
  it("are refused where they break the rules", () => {
    for (const text of ["", "a b", "__proto__", "-a", "ä", "x".repeat(65)])
      expect(() => articleId(text)).toThrow("Cannot name an article");
    for (const text of ["", "A", "a_b", "x".repeat(41)]) expect(() => stepId(text)).toThrow("Cannot name a step");
  });
});
