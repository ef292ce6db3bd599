import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { articleId } from "../../../src/core/kb/ids.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { indexArticles } from "../../../src/core/matching/index.ts";
import { anArticle, anEvent } from "../../support/builders.ts";
import { anInquiry, ownIndex, verdictOn } from "../../support/knowledge.ts";

const UPGRADE = "Q274321";
const MOVED = "Q259906";

/** An answer whose first match is this article. */
function answeredWith(article: string): object {
  return { kind: "answer", matches: { 0: { article } } };
}

describe("identifiers decide", () => {
  it.each(["5388", "53891", "15389", "0x800FF352", "800FF35", "Q274322"])(
    "never takes %s for a neighbour one digit away",
    (text) => {
      expect(verdictOn([text], "command").kind).toBe("silent");
    },
  );

  it.each(["KMS 5085", "kms event 5085", "exchange KMS 5085", "5085 from MS KMS"])(
    "knows the source as people say it: %s",
    (text) => {
      expect(verdictOn([text], "command")).toMatchObject(answeredWith("Q818952"));
    },
  );

  it.each(["event 5085 from W3SVC", "W3SVC 5085", "Event Source: W3SVC\nEvent ID: 5085"])(
    "tells who asks with %s that another program logs the event",
    (text) => {
      expect(verdictOn([text], "command")).toMatchObject({
        kind: "silent",
        why: { kind: "wrong-source", id: 5085, known: ["MSExchangeKMS"] },
      });
    },
  );

  it.each(["event id 5389", "5389", "Kiwi 5389"])("puts what shows an event before what speaks of it: %s", (text) => {
    const spoken = anArticle({
      id: "Q100002",
      title: "Event 5389 of the kiwi",
      signals: { events: [anEvent({ id: 5389, source: "Kiwi", role: "mentioned" })] },
    });
    const shown = anArticle({
      title: "Broken",
      symptoms: "The log has event ID 5389 from Kiwi.",
      signals: { events: [anEvent({ id: 5389, source: "Kiwi" })] },
    });
    const { matches } = decide(indexArticles([spoken, shown]), anInquiry([text], "command"));
    expect(matches.map(({ article }) => article)).toEqual([shown.id, spoken.id]);
  });

  it("keeps quiet about an event that comes with many errors", () => {
    expect(
      verdictOn(["Event Source: ESE97\nEvent ID: 101\nDescription: MSExchangeIS (1640) The database engine stopped."])
        .kind,
    ).toBe("silent");
  });

  it("knows an error by where its program gave up", () => {
    expect(verdictOn(["kmserver.cpp@1653 anyone?"])).toMatchObject(answeredWith("Q818952"));
  });

  it("shows a responder the cells of a table as text, without its lines", () => {
    const symptoms = "| Event | Text |\n| --- | --- |\n| 7009 | relay seventeen gave up after counting backwards |";
    const index = indexArticles([anArticle({ id: "RELAY1", title: "Deliveries are late", symptoms })]);
    const { matches } = verdictOn(
      ["event 7009 text relay seventeen gave up after counting backwards"],
      "command",
      index,
    );
    const message = matches[0]?.evidence.find(({ kind }) => kind === "message");
    expect(message).toHaveProperty("text", "Event · Text 7009 · relay seventeen gave up after counting backwards");
  });

  it("finds an article by its number, whatever else is said", () => {
    expect(verdictOn(["please show me KB818952 about the optimizer"], "command").matches[0]?.article).toBe("Q818952");
  });
});

describe("a thread", () => {
  const both = ["Event ID: 5389\nSource: MSExchangeKMS"];

  it("asks the one question that tells the candidates apart", () => {
    const verdict = verdictOn(both, "thread");
    expect(verdict.kind === "ask" && verdict.question.options.map(({ article }) => article).toSorted()).toEqual([
      MOVED,
      UPGRADE,
    ]);
  });

  it("is settled by the answer to the question", () => {
    const inquiry = anInquiry(both, "thread");
    const yes = decide(ownIndex, { ...inquiry, answers: [{ article: articleId(MOVED), holds: true }] });
    expect(yes).toMatchObject({
      kind: "answer",
      matches: expect.arrayContaining([
        expect.objectContaining({
          article: MOVED,
          evidence: expect.arrayContaining([expect.objectContaining({ kind: "answered" })]),
        }),
      ]),
    });
    const no = decide(ownIndex, { ...inquiry, answers: [{ article: articleId(MOVED), holds: false }] });
    expect(no).toMatchObject(answeredWith(UPGRADE));
  });

  it("is not moved by people talking", () => {
    const talk = ["anyone around?", "I am getting coffee", "is this production?", "call me at 5015"];
    expect(verdictOn([...both, ...talk], "thread").kind).toBe("ask");
  });

  it("learns from what is pasted next", () => {
    expect(verdictOn([...both, "Event ID: 5015 Source: MSExchangeKMS"], "thread")).toMatchObject(answeredWith(UPGRADE));
  });
});

describe("several errors in one paste", () => {
  it("get an answer each, the best of each first", () => {
    const optimizer = "The service could not be started. It did not respond in a timely manner. - [800FF351]";
    const dump = "Event Source: MSExchangeKMS\nEvent ID: 5085\nDescription:\nKMS can not mount the key database.";
    const verdict = verdictOn([`\`\`\`\n${optimizer}\n\`\`\`\n${dump}`]);
    expect(verdict.kind).toBe("answer");
    expect(
      verdict.matches
        .slice(0, 2)
        .map(({ article }) => article)
        .toSorted(),
    ).toEqual(["Q263718", "Q818952"]);
    expect(new Set(verdict.matches.slice(0, 2).map(({ error }) => error)).size).toBe(2);
  });

  it("are one error when one article lists them all", () => {
    const records = ["5389", "5015"]
      .map((id) => `Event Source: MSExchangeKMS\nEvent ID: ${id}\nDescription:\n`)
      .join("\n");
    expect(verdictOn([records])).toMatchObject(answeredWith(UPGRADE));
  });
});

describe("an index", () => {
  const spooler = anArticle({
    id: "Q1",
    title: "Spooler stops",
    signals: { events: [anEvent({ id: 7009, source: "Spooler" })] },
  });
  const backup = anArticle({
    id: "Q2",
    title: "Backup fails",
    signals: { events: [anEvent({ id: 7009, source: "NTBackup" })] },
  });
  const index = indexArticles([spooler, backup]);

  it("asks about articles that nothing tells apart, not even their titles", () => {
    const twin = anArticle({ ...spooler, id: "Q3" });
    const verdict = decide(indexArticles([spooler, twin]), anInquiry(["event 7009 from Spooler"], "command"));
    expect(verdict).toMatchObject({ kind: "ask", matches: [{ article: "Q1" }, { article: "Q3" }] });
  });

  it("tells the same id of two programs apart", () => {
    expect(decide(index, anInquiry(["NTBackup 7009"], "command"))).toMatchObject(answeredWith("Q2"));
    expect(decide(index, anInquiry(["7009"], "command")).kind).toBe("ask");
  });

  it("of no articles is silent", () => {
    expect(decide(indexArticles([]), anInquiry(["5389"], "command"))).toEqual({
      kind: "silent",
      why: { kind: "unknown-error" },
      matches: [],
    });
  });
});

describe("any text", () => {
  it("gets a verdict, the same each time, with confidences in order of error", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary", maxLength: 400 }), fc.lorem()),
        fc.constantFrom("command", "channel", "thread"),
        (text, via) => {
          const verdict = verdictOn([text], via);
          expect(verdictOn([text], via)).toEqual(verdict);
          expect(verdict.matches.length).toBeLessThanOrEqual(10);
          expect(new Set(verdict.matches.map(({ article }) => article)).size).toBe(verdict.matches.length);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
