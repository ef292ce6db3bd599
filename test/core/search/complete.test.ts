import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildSegment } from "../../../src/core/matching/build.ts";
import { searcherOf } from "../../../src/core/matching/searcher.ts";
import { complete } from "../../../src/core/search/complete.ts";
import { anArticle } from "../../support/builders.ts";

const TITLES = [
  ["Q1", "Print spooler stops"],
  ["Q2", "How to print on both sides"],
  ["Q3", "The spooler does not print"],
  ["Q4", "Exchange management server"],
  ["Q5", "Blueprint for a new server"],
] as const;

const articles = [
  ...TITLES.map(([id, title]) => anArticle({ id, title })),
  anArticle({ id: "Q6", title: "Überlauf im Protokoll", aliases: ["disk full"] }),
];
const searchers = [searcherOf(buildSegment(articles))];

function idsFor(typed: string, options: Parameters<typeof complete>[2] = {}): readonly string[] {
  return complete(searchers, typed, options).map(({ value }) => value);
}

describe("somebody who types a few letters", () => {
  it.each([
    { typed: "print", meant: ["Q1", "Q2", "Q3", "Q5"], why: "begins with it, has the word, has it inside" },
    { typed: "PRINT  sp", meant: ["Q1"], why: "case and spaces do not matter" },
    { typed: "uberl", meant: ["Q6"], why: "accents do not matter" },
    { typed: "disk", meant: ["Q6"], why: "an alias is a title too" },
    { typed: "q4", meant: ["Q4"], why: "an id is a title too" },
    { typed: "server exch", meant: ["Q4"], why: "words in any order" },
    { typed: "exchnage", meant: ["Q4"], why: "two letters swapped" },
    { typed: "spoler stops", meant: ["Q1"], why: "a letter missing" },
    { typed: "exchnage srever", meant: ["Q4"], why: "a mistake in each word" },
    { typed: "exchnage managment asap", meant: ["Q4"], why: "most of it is there" },
    { typed: "xylophone server", meant: [], why: "one word of two says too little" },
    { typed: "q7", meant: [], why: "a number is never guessed" },
    { typed: "xylophone", meant: [], why: "nothing is called so" },
  ])("with “$typed” is offered $meant: $why", ({ typed, meant }) => {
    expect(idsFor(typed)).toEqual(meant);
  });

  it("sees first what was of use before", () => {
    expect(
      idsFor("print", {
        popularity: new Map([
          ["Q5", 3],
          ["Q2", 7],
        ]),
      }).slice(0, 2),
    ).toEqual(["Q2", "Q5"]);
    expect(idsFor("", { popularity: new Map([["Q3", 1]]), most: 1 })).toEqual(["Q3"]);
  });

  it("gets the title to read and the id to send", () => {
    expect(complete(searchers, "disk full")).toEqual([{ name: "Überlauf im Protokoll", value: "Q6" }]);
  });

  it("is not shown what was removed", () => {
    expect(complete([{ ...searchers[0]!, hidden: [0] }], "print").map(({ value }) => value)).not.toContain("Q1");
  });

  it("is answered whatever it is, each article once and never more than asked for", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: "binary" }), fc.integer({ min: 1, max: 5 }), (typed, most) => {
        const ids = idsFor(typed, { most });
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 1_000 },
    );
  });

  it("finds an article by any piece of its title", () => {
    fc.assert(
      fc.property(fc.constantFrom(...TITLES), fc.nat(), fc.nat(), ([id, title], from, length) => {
        const piece = title.slice(from % title.length).slice(0, 1 + (length % 12));
        fc.pre(piece.trim() !== "");
        expect(idsFor(piece)).toContain(id);
      }),
      { numRuns: 1_000 },
    );
  });
});
