import { describe, expect, it } from "vitest";
import { PATTERN_LIMITS, patternSet } from "../../../src/core/patterns/pattern-set.ts";
import { requiredLiteral } from "../../../src/core/patterns/required-literal.ts";

describe("the patterns of many articles", () => {
  it("say which articles recognise a text, and what they recognise in it", () => {
    const find = patternSet([
      { article: "RELAY1", pattern: "relay-\\d+ gave up" },
      { article: "RELAY2", pattern: "(?i)GAVE UP after\\s+\\d+" },
      { article: "DISK1", pattern: "disk \\w+ is full" },
    ]);
    expect(find(["at 3:00 relay-17 gave up after\n 30 ms", ""])).toEqual([
      [
        { article: "RELAY2", text: "gave up after 30" },
        { article: "RELAY1", text: "relay-17 gave up" },
      ],
      [],
    ]);
  });

  it("leave out what fits every text, and what does not compile", () => {
    const patterns = [".*", "x*", "(", "a(?=b)", "meet"].map((pattern) => ({ article: "BROAD", pattern }));
    expect(patternSet(patterns)(["ab meet (x"])).toEqual([[]]);
  });

  it("try those that require the most letters first, so that many loose ones hide none", () => {
    const loose = Array.from({ length: 500 }, (_, place) => ({
      article: `LOOSE${place}`,
      pattern: `\\d{${place + 5},}[q-z]`,
    }));
    const find = patternSet([...loose, { article: "RELAY1", pattern: "relay-\\d+ gave up" }]);
    expect(find(["relay-17 gave up"])[0]).toEqual([{ article: "RELAY1", text: "relay-17 gave up" }]);
  });

  it("know a letter in every form that the engine takes for the same", () => {
    const find = patternSet([{ article: "DISK1", pattern: "(?i)disk" }]);
    expect(find(["the di\u017f\u212a", "the DISK"]).map((hits) => hits.length)).toEqual([1, 1]);
  });

  it("cost no more than they may, however large they are", () => {
    const pattern = "(?:[a-y]{0,50}[a-x]{0,50}){0,30}z\\d";
    const text = "abc ".repeat(5_000);
    const large = Array.from({ length: 50 }, (_, place) => ({ article: `LARGE${place}`, pattern: pattern + place }));
    const find = patternSet([...large, { article: "SMALL", pattern: "c[ ]d" }]);
    expect(find([`${text}c d`])[0]).toEqual([{ article: "SMALL", text: "c d" }]);
    expect(PATTERN_LIMITS.steps).toBeLessThan(50_000_000);
  });
});

it.each([
  ["relay-\\d+ gave up", " gave up"],
  ["(?i)Disk \\w+", "disk "],
  ["colou?r of it", "r of it"],
  ["code 0x\\.80+ or", "code 0x.80"],
  ["(?:disk|tape) drive", " drive"],
  ["disk drive|tape", undefined],
  ["ab{3}cde", "cde"],
  ["disks?", "disk"],
  ["disks*", "disk"],
  ["disks{0,2}", "disk"],
  ["\\x41bcdef", undefined],
  ["(all of it)", undefined],
])("every text that %s matches has %j in it", (pattern, literal) => {
  expect(requiredLiteral(pattern)).toBe(literal);
});
