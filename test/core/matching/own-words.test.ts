import { describe, expect, it } from "vitest";
import { decide } from "../../../src/core/matching/decide.ts";
import { indexArticles } from "../../../src/core/matching/index.ts";
import { rankUnit } from "../../../src/core/matching/rank.ts";
import { AT } from "../../../src/core/matching/features.ts";
import { anArticle, anEvent } from "../../support/builders.ts";
import { anInquiry } from "../../support/knowledge.ts";

const ARTICLES = [
  anArticle({
    id: "Q100001",
    title: "Cannot delete the calendar of a former employee",
    cause:
      "The folder kept an owner whose account the administrator had removed before the replication of the directory finished.",
  }),
  anArticle({
    id: "Q100002",
    title: "Extraction of required files",
    signals: { messages: ["An error occured during extraction of required files, please check the disk space."] },
  }),
  anArticle({
    id: "Q100003",
    title: "Patch Cart101",
    signals: { messages: ["An error occurred during extraction of required files, please check the disk space."] },
  }),
  anArticle({
    id: "Q100004",
    title: "The replicator stops at midnight",
    signals: { events: [anEvent({ id: 3216, source: "Replicator" })] },
  }),
  anArticle({ id: "Q100005", title: "How to replicate directories between servers of one domain" }),
];

const INDEX = indexArticles(ARTICLES);

function ranked(text: string, kind: "talk" | "message" = "talk") {
  return rankUnit(INDEX.searchers, INDEX.model, { kind, text, signals: [], via: "command" });
}

describe("somebody who tells a problem in their own words", () => {
  it("is understood where the article has another word for the same thing", () => {
    const [first] = ranked("unable to erase the calendars of an old employee");
    expect(first?.card.id).toBe("Q100001");
    expect(first?.vector[AT.titleWords]).toBeGreaterThan(0.5);
  });

  it("finds the article whose cause says it in one breath", () => {
    const [first] = ranked("the account of the owner was removed before directory replication was finished");
    expect(first?.card.id).toBe("Q100001");
    expect(first?.vector[AT.storyNear]).toBeGreaterThan(0.6);
  });

  it("is led by the event in it, however long the story is", () => {
    const story =
      "since we moved the server to another room last night nobody can log on any more, the log shows event 3216 from Replicator every few minutes and I have no idea where to look";
    expect(decide(INDEX, anInquiry([story], "command"))).toMatchObject({
      kind: "answer",
      matches: { 0: { article: "Q100004" } },
    });
  });
});

describe("a message that two articles quote nearly alike", () => {
  it.each([
    ["Q100003", "An error occurred during extraction of required files, please check the disk space."],
    ["Q100002", "An error occured during extraction of required files, please check the disk space."],
  ])("leads to the one that has it letter by letter: %s", (id, text) => {
    const found = ranked(text, "message");
    const verbatim = Object.fromEntries(found.map((one) => [one.card.id, one.vector[AT.verbatim]!]));
    const other = id === "Q100002" ? "Q100003" : "Q100002";
    expect(verbatim[id]).toBeGreaterThan(verbatim[other]!);
  });
});
