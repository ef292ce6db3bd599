import { describe, expect, it } from "vitest";
import { indexArticles } from "../../../src/core/matching/index.ts";
import { anArticle } from "../../support/builders.ts";
import { verdictOn } from "../../support/knowledge.ts";

/** An answer whose first match is this article. */
function answeredWith(article: string): object {
  return { kind: "answer", matches: { 0: { article } } };
}

describe("a pattern of an author", () => {
  const late = { id: "RELAY1", title: "Deliveries are late", symptoms: "A relay somewhere gave up." };
  const others = [
    anArticle({
      id: "PUMP1",
      title: "The pump stalls",
      signals: { patterns: ["pump-\\d+ stalled"], codes: ["80070005"] },
    }),
    anArticle({ id: "PRINT1", title: "The printer is slow", symptoms: "Pages take a minute each." }),
  ];
  const patterns = ["relay-\\d+ gave up after \\d+"];
  const index = indexArticles([anArticle({ ...late, signals: { patterns } }), ...others]);

  it("answers in passing, and says what it recognised", () => {
    const verdict = verdictOn(["ERROR relay-17 gave up after 31250 ticks"], "channel", index);
    expect(verdict).toMatchObject(answeredWith("RELAY1"));
    expect(verdict.matches[0]?.evidence[0]).toEqual({ kind: "pattern", text: "relay-17 gave up after 31250" });
  });

  it("comes before an article that shares a few words with what was pasted", () => {
    const service = anArticle({
      id: "LINE1",
      title: "A service is out of order",
      symptoms: "The service of line 2026 is down.",
    });
    const said = "2026-01-01 ERROR: relay-17 gave up after 31250 ticks, the service is down";
    const verdict = verdictOn(
      [said],
      "command",
      indexArticles([service, anArticle({ ...late, symptoms: "", signals: { patterns } })]),
    );
    expect(verdict).toMatchObject(answeredWith("RELAY1"));
  });

  it("counts once, though who asks outright is read twice", () => {
    const verdict = verdictOn(["we saw this:\nERROR relay-17 gave up after 31250 ticks"], "command", index);
    expect(verdict.matches[0]?.evidence.filter(({ kind }) => kind === "pattern").length).toBe(1);
  });

  it("makes no neighbour of an identifier right, neither its own article's nor another's", () => {
    for (const text of ["0x80070006", "ERROR: pump-x stalled, 0x80070006", "relay-17 gave up, event 5390"])
      expect(verdictOn([text], "channel", index).kind).toBe("silent");
  });

  it("leaves the verdicts on everything else as they are", () => {
    const own = ["5389", "event 5085 from W3SVC", "kmserver.cpp@1653 anyone?"];
    const withoutPatterns = indexArticles([anArticle(late), ...others]);
    const texts = [...own, "Error: pages take a minute each", "0x80070005"];
    for (const text of texts)
      expect(verdictOn([text], "command", index)).toEqual(verdictOn([text], "command", withoutPatterns));
  });

  it("asks where two articles have it and nothing else tells them apart", () => {
    const twins = ["A", "B"].map((id) => anArticle({ id, title: `Deliveries ${id}`, signals: { patterns } }));
    const verdict = verdictOn(["ERROR relay-17 gave up after 31250 ticks"], "command", indexArticles(twins));
    expect(verdict.kind).toBe("ask");
  });
});
