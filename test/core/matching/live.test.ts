import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/core/kb/article.ts";
import { buildSegment } from "../../../src/core/matching/build.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { DEFAULT_MODEL } from "../../../src/core/matching/default-model.ts";
import { findSpelling, spellingOf } from "../../../src/core/matching/lexicon.ts";
import { type Searcher, searcherOf } from "../../../src/core/matching/searcher.ts";
import { supplement } from "../../../src/core/matching/supplement.ts";
import { anArticle, anEvent } from "../../support/builders.ts";
import { anInquiry, ownArticles } from "../../support/knowledge.ts";

const main = searcherOf(buildSegment(ownArticles));

const frobnicator = anArticle({
  id: "FROB-1",
  title: "The frobnicator overheats after a firmware update",
  symptoms: "The frobnicator overheats.",
  signals: { events: [anEvent({ id: 4711, source: "Frobnicator" })] },
});

/** The first article for a text somebody asks with. */
function firstFor(text: string, searchers: readonly Searcher[]): string | undefined {
  const verdict = decide({ searchers, model: DEFAULT_MODEL }, anInquiry([text], "command"));
  return verdict.kind === "silent" ? undefined : verdict.matches[0]?.article;
}

function withEdited(...articles: readonly Article[]): readonly Searcher[] {
  return [main, supplement(articles, main)];
}

describe("an article that was written after the index", () => {
  it.each(["frobnicator 4711", "Event ID: 4711\nSource: Frobnicator", "the frobnicator overheats"])(
    "is found by “%s”",
    (text) => {
      expect(firstFor(text, [main])).toBeUndefined();
      expect(firstFor(text, withEdited(frobnicator))).toBe("FROB-1");
    },
  );

  it("leaves the others where they were", () => {
    expect(firstFor("0x800FF351", withEdited(frobnicator))).toBe(firstFor("0x800FF351", [main]));
  });

  it("weighs every word as the index does that it belongs to", () => {
    const { segment } = supplement([frobnicator], main);
    for (const word of ["server", "servic", "databas", "exchang"]) {
      const term = findSpelling(main.segment.lexicon, word);
      expect(term).toBeGreaterThan(0);
      expect(findSpelling(segment.lexicon, word)).toBe(term);
      expect(segment.idf[term]).toBe(main.segment.idf[term]);
    }
  });

  it("adds the words that were new", () => {
    const { segment } = supplement([frobnicator], main);
    const term = findSpelling(segment.lexicon, "frobnicator");
    expect(spellingOf(segment.lexicon, term)).toBe("frobnicator");
    expect(segment.idf[term]).toBeGreaterThan(5);
    expect(findSpelling(main.segment.lexicon, "frobnicator")).toBe(0);
  });

  it("is judged as if it had been there from the start", () => {
    const [edited, ...others] = ownArticles;
    const searchers = [{ ...main, hidden: [0] }, supplement([edited!], main)];
    const index = { searchers, model: DEFAULT_MODEL };
    const before = decide({ searchers: [main], model: DEFAULT_MODEL }, anInquiry([edited!.title], "command"));
    const after = decide(index, anInquiry([edited!.title], "command"));
    expect(others.length).toBeGreaterThan(0);
    expect(after.matches[0]?.article).toBe(edited!.id);
    expect(after.matches[0]?.confidence).toBeCloseTo(before.matches[0].confidence, 1);
  });
});

describe("an article that was replaced or removed", () => {
  const hidden = ownArticles.map((_, doc) => doc);

  it("is never found, by its number either", () => {
    for (const { id, title } of ownArticles) {
      expect(firstFor(id, [{ ...main, hidden }])).toBeUndefined();
      expect(firstFor(title, [{ ...main, hidden }])).toBeUndefined();
    }
  });

  it("leaves no trace behind for the next question", () => {
    firstFor("0x800FF351", [{ ...main, hidden }]);
    expect(firstFor("0x800FF351", [main])).toBeDefined();
  });
});
