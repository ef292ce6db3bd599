import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { excerptOf } from "../../../src/core/excerpt/excerpt.ts";
import { lookUpOf } from "../../../src/core/excerpt/look-up.ts";
import { type Outline, outlineOf } from "../../../src/core/excerpt/outline.ts";
import { pairsInOutline, pairsInText } from "../../../src/core/excerpt/pairs.ts";
import { type Vocabulary, vocabularyOf } from "../../../src/core/excerpt/vocabulary.ts";
import { strangersIn, wordsWanted } from "../../../src/core/excerpt/words-wanted.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { type Unit, unitsOf } from "../../../src/core/matching/unit.ts";
import type { Verdict } from "../../../src/core/matching/verdict.ts";
import { anArticle } from "../../support/builders.ts";
import { anInquiry, ownArticles, ownIndex } from "../../support/knowledge.ts";

const outlines = ownArticles.map(outlineOf);
const counts = countsOf(outlines);

/** Long enough to be looked for in what the articles tell. */
const A_TALE = {
  id: "tale",
  texts: [
    "our key server was moved to another machine and its database, which a later service pack had written, does not open there any more",
  ],
  via: "command",
} as const;

describe("an excerpt of an index", () => {
  it("with all of its articles is judged as the index is, in every number", () => {
    const index = { ...ownIndex, searchers: [excerptOf(vocabularyOfAll(), outlines, counts)] };
    for (const { id, texts, via } of [...golden(), A_TALE]) {
      const inquiry = anInquiry(texts, via);
      expect({ id, ...decide(index, inquiry) }).toEqual({ id, ...decide(ownIndex, inquiry) });
    }
  });

  it("with no more words than were asked about is judged alike", () => {
    for (const { id, texts, via } of golden()) {
      const inquiry = anInquiry(texts, via);
      const wanted = new Set(unitsOf(inquiry).flatMap(wordsWanted));
      const vocabulary = vocabularyOfAll((word) => wanted.has(word));
      const index = { ...ownIndex, searchers: [excerptOf(vocabulary, outlines, counts)] };
      const [whole, part] = [decide(ownIndex, inquiry), decide(index, inquiry)];
      expect({ id, answer: answerOf(part) }).toEqual({ id, answer: answerOf(whole) });
    }
  });

  it("with one article knows how much a word says in the whole", () => {
    const [one] = outlines;
    const { segment } = excerptOf(vocabularyOfAll(), one === undefined ? [] : [one], counts);
    const { segment: whole } = excerptOf(vocabularyOfAll(), outlines, counts);
    expect(segment.idf.slice(0, counts.size)).toEqual(whole.idf.slice(0, counts.size));
    expect(segment.sizes).toHaveLength(1);
  });
});

describe("what is looked up for a text", () => {
  it("is each word once, and neighbours written as one", () => {
    const wanted = wordsWanted(aUnit("the mail box, the mail box"));
    expect(wanted).toEqual(["the", "mail", "box", "themail", "mailbox", "boxth"]);
  });

  it("is, for a word that nobody knows, what it may consist of and what it looks like", () => {
    const [stranger, number] = strangersIn(aUnit("rnailbox 0x80040115"), () => false);
    expect(stranger).toMatchObject({ word: "rnailbox", skeleton: "mallbox" });
    expect(stranger?.pieces).toContain("box");
    expect(number?.skeleton).toBeUndefined();
  });

  it("is the most telling words first, and everyday words in pairs", () => {
    const { words, pairs } = lookUpOf(aUnit("the server was not found by the defragmenter"), vocabularyOfAll());
    expect(words.map(({ weight }) => weight)).toEqual(words.map(({ weight }) => weight).toSorted((a, b) => b - a));
    expect(pairs).toContainEqual(["not", "found"]);
  });
});

describe("pairs of everyday words", () => {
  it("are those of titles and messages, side by side", () => {
    const outline = outlineOf(anArticle({ title: "The server was not found", symptoms: "You cannot use the file." }));
    expect(pairsInOutline(outline)).toContainEqual(["not", "found"]);
    expect(pairsInOutline(outline)).not.toContainEqual(["the", "fil"]);
  });

  it("do not reach over a word that tells something", () => {
    expect(pairsInText("not defragmented found")).toEqual([]);
  });
});

function aUnit(text: string): Unit {
  return { kind: "message", text, signals: [], via: "command" };
}

/** Guesses at words that nobody knows are left out here; they matter to what is not said. */
function answerOf({ kind, matches }: Verdict): readonly string[] {
  return kind === "silent" ? [kind] : [kind, matches[0].article];
}

function vocabularyOfAll(isWanted: (word: string) => boolean = () => true): Vocabulary {
  const identifiers = outlines.flatMap(({ words, weights }) => words.filter((_, place) => weights[place] === 0));
  const length = outlines.reduce((sum, outline) => sum + outline.length, 0);
  const statistics = { articles: outlines.length, averageLength: Math.max(1, length / outlines.length) };
  const wanted = new Map([...counts].filter(([word]) => isWanted(word)));
  return vocabularyOf(wanted, [...new Set(identifiers)], statistics);
}

function countsOf(all: readonly Outline[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const { words, weights } of all)
    words.forEach((word, place) => weights[place]! > 0 && found.set(word, (found.get(word) ?? 0) + 1));
  return found;
}

type Golden = {
  readonly id: string;
  readonly texts: readonly string[];
  readonly via: "command" | "channel" | "thread";
};

function golden(): readonly Golden[] {
  const file = readFileSync(join(import.meta.dirname, "../../fixtures/golden.jsonl"), "utf8");
  return file
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}
