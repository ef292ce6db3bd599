import { describe, expect, it } from "vitest";
import type { Article } from "../../../src/core/kb/article.ts";
import { checkKnowledgeBase, type Finder } from "../../../src/core/kb/check-knowledge-base.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { anArticle, anEvent } from "../../support/builders.ts";

/** Finds the articles whose title is in the text. */
const byTitle: Finder = (articles) => (text) =>
  articles.filter(({ title }) => text.includes(title)).map(({ id }) => id);

/** Finds everything when somebody asks, and nothing in passing. */
const onlyWhenAsked: Finder = (articles) => (_, via) => (via === "command" ? articles.map(({ id }) => id) : []);

function saidAbout(...articles: readonly Article[]): readonly string[] {
  const files = articles.map((article) => ({ file: `${article.id}.md`, text: formatArticle(article) }));
  const { problems } = checkKnowledgeBase({ files, today: "2026-12-01", find: byTitle });
  return problems.map(({ file, line, severity, message }) => `${file}:${line}: ${severity}: ${message}`);
}

describe("checking a knowledge base", () => {
  it("says nothing about an article that is found when it should be", () => {
    const samples = { finds: ["help, fan broken"], ignores: ["lunch"] };
    expect(saidAbout(anArticle({ title: "fan broken", samples }))).toEqual([]);
  });

  it("reports a sample that does not find its article, and what it finds instead", () => {
    const shy = anArticle({ id: "Q1", title: "fan", samples: { finds: ["disk\n\n full"] } });
    expect(saidAbout(shy)).toEqual([
      'Q1.md:9: error: Cannot find Q1 by its sample "disk full": it finds nothing. Add a signal or an alias, or correct the sample.',
    ]);
    expect(saidAbout(shy, anArticle({ id: "Q2", title: "full" })).join()).toContain("it finds Q2.");
  });

  it("reports a sample that finds an article it must not find", () => {
    expect(saidAbout(anArticle({ id: "Q1", title: "fan", samples: { ignores: ["a fan of yours"] } }))).toEqual([
      'Q1.md:9: error: Cannot keep Q1 quiet at "a fan of yours": the sample must not find it, but does. Make its signals narrower.',
    ]);
  });

  it("tries the texts that must find it as a question, and the others as talk in passing", () => {
    const samples = { finds: ["5389"], ignores: ["invoice 5389"] };
    const files = [{ file: "Q1.md", text: formatArticle(anArticle({ samples })) }];
    expect(checkKnowledgeBase({ files, today: "2026-12-01", find: onlyWhenAsked }).problems).toEqual([]);
  });

  it("warns when nobody keeps an article, or nobody did lately", () => {
    expect(saidAbout(anArticle({ id: "Q1", owner: undefined, review: undefined }))).toEqual([
      "Q1.md:1: warning: Cannot say who keeps Q1 right: it has no owner. Add `owner:` with a team or a person.",
      "Q1.md:1: warning: Cannot say when Q1 is looked at again: it has no review date. Add `review:` with a day.",
    ]);
    expect(saidAbout(anArticle({ id: "Q1", review: "2026-11-30" }))).toEqual([
      "Q1.md:6: warning: Cannot rely on Q1: its review was due on 2026-11-30. Read it again and set the next date.",
    ]);
    expect(saidAbout(anArticle({ id: "Q1", review: "2026-12-01" }))).toEqual([]);
  });

  it("asks for a distinguishing fact where two articles share an event", () => {
    const event = anEvent({ id: 5389, source: "MSExchangeKMS" });
    const plain = anArticle({ id: "Q1", title: "A", signals: { events: [event] } });
    const told = anArticle({
      id: "Q2",
      title: "B",
      signals: { events: [event] },
      distinguishing: { question: "Moved?", statement: "Moved" },
    });
    expect(saidAbout(plain, told)).toEqual([
      "Q1.md:9: warning: Cannot tell Q1 from Q2: both have event 5389 of MSExchangeKMS. Add `distinguishing:` with a question and a statement.",
    ]);
  });

  it("takes a source written otherwise for the same, and a message with other placeholders", () => {
    const one = {
      events: [anEvent({ id: 2019, source: "Example Mail" })],
      messages: ["The certificate <thumbprint> cannot be used."],
    };
    const other = {
      events: [anEvent({ id: 2019, source: "examplemail" })],
      messages: ["The certificate <name> cannot be used!"],
    };
    const said = saidAbout(
      anArticle({ id: "Q1", title: "A", signals: one }),
      anArticle({ id: "Q2", title: "B", signals: other }),
    );
    expect(said.filter((line) => line.startsWith("Q1"))).toEqual([
      "Q1.md:9: warning: Cannot tell Q1 from Q2: both have event 2019 of Example Mail. Add `distinguishing:` with a question and a statement.",
      'Q1.md:15: warning: Cannot tell Q1 from Q2: both have the message "The certificate <thumbprint> cannot be used.". Add `distinguishing:` with a question and a statement.',
    ]);
  });

  it.each([
    ["names", "RelayException", "the name RelayException"],
    ["positions", "relay.c@17", "the position relay.c@17"],
    ["patterns", "relay-\\d+ gave up", 'the pattern "relay-\\d+ gave up"'],
  ])("asks where two articles share one of their %s", (kind, value, says) => {
    const signals = { [kind]: [value] };
    const [first] = saidAbout(
      anArticle({ id: "Q1", title: "A", signals }),
      anArticle({ id: "Q2", title: "B", signals }),
    );
    expect(first).toContain(`Cannot tell Q1 from Q2: both have ${says}.`);
  });

  it("asks whose event it is where an article does not say, and others have one of that number", () => {
    const said = saidAbout(
      anArticle({ id: "Q1", title: "A", signals: { events: [anEvent({ id: 7, source: undefined })] } }),
      anArticle({ id: "Q2", title: "B", signals: { events: [anEvent({ id: 7, source: "disk" })] } }),
    );
    expect(said).toEqual([
      "Q1.md:9: warning: Cannot tell Q1 from Q2: both have event 7. Add its `source:`, or `distinguishing:` with a question and a statement.",
    ]);
  });

  it("does not ask where they share a message that everybody has", () => {
    const signals = { messages: ["Access is denied"] };
    const [one, other] = [anArticle({ id: "Q1", title: "A", signals }), anArticle({ id: "Q2", title: "B", signals })];
    expect(saidAbout(one, other)).toEqual([]);
  });

  it("does not ask where they share a companion, or an id that other programs log", () => {
    const companion = { events: [anEvent({ id: 101, source: "ESE97", role: "companion" as const })] };
    const ours = { events: [anEvent({ id: 7, source: "disk" })] };
    const theirs = { events: [anEvent({ id: 7, source: "tape" })] };
    expect(
      saidAbout(
        anArticle({ id: "Q1", title: "A", signals: companion }),
        anArticle({ id: "Q2", title: "B", signals: companion }),
      ),
    ).toEqual([]);
    expect(
      saidAbout(
        anArticle({ id: "Q1", title: "A", signals: ours }),
        anArticle({ id: "Q2", title: "B", signals: theirs }),
      ),
    ).toEqual([]);
  });

  it("names three of many articles that share a code", () => {
    const many = ["A", "B", "C", "D", "E"].map((id) =>
      anArticle({ id, title: `fails ${id}`, signals: { codes: ["80070005"] } }),
    );
    expect(saidAbout(...many)[0]).toBe(
      "A.md:9: warning: Cannot tell A from B, C, D and 1 more: all have the code 80070005. Add `distinguishing:` with a question and a statement.",
    );
  });
});
