import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { articleFolder } from "../../../adapters/files/article-folder.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import type { Via } from "../../../src/core/signals/signal.ts";
import { aFolder, aRoom } from "../../adapters/index-store/room.ts";
import { anArticle, anEvent } from "../../support/builders.ts";
import type { Verdict } from "../../../src/core/matching/verdict.ts";
import { anInquiry, ownIndex } from "../../support/knowledge.ts";
import { aDoubtfulModel } from "../../support/models.ts";
import { best, type IndexPlace, offered, opened, openedOn, verdictOf } from "./knowledge.ts";

/** What every index owes to those who paste, type and describe. */
export function findingContract(index: IndexPlace): void {
  describe(`an index in ${index.place} finds an article`, () => {
    it.each([
      ["by its number", "BACKUP1"],
      ["by an event and its source", "Event 8019, source NTBackup"],
      ["by a code in another notation", "it says -2146438319"],
      ["by what the program said", "The shadow copy of the catalogue could not be mounted"],
      ["by what it said, misspelled", "The shaddow copy of the catalouge culd not be mounted"],
      ["by what a scanner made of it", "The shad0w copy of the cata1ogue could not be rnounted"],
      [
        "by words that were written as one, and one written as two",
        "The shadowcopy of the cata logue could not be mounted",
      ],
      ["by what people call it", "nightly backup fails"],
      ["by an exception", "CatalogueMountException was thrown"],
    ])("%s", async (_, text) => {
      expect(await best(await opened(index, [aFolder(aShelfOfThree())]), text)).toBe("BACKUP1");
    });

    it("as sure of it as the model says that it was opened with, and an index once made serves every model", async () => {
      const shelf = await index.shelf();
      const folders = [aFolder(aShelfOfThree())];
      const text = "The shadow copy of the catalogue could not be mounted";
      const shipped = await verdictOf(await openedOn(shelf, folders), [text]);
      const doubtful = await verdictOf(await openedOn(shelf, folders, aDoubtfulModel()), [text]);
      expect(shipped.matches[0]).toMatchObject({ article: "BACKUP1" });
      expect(shipped.matches[0]?.confidence).toBeGreaterThan(0.9);
      expect(doubtful.kind).toBe("silent");
      expect(doubtful.matches[0]?.article).toBe("BACKUP1");
      expect(doubtful.matches[0]?.confidence).toBeLessThan(0.4);
    });

    it("and not the one whose number differs by a digit", async () => {
      const knowledge = await opened(index, [aFolder(aShelfOfThree())]);
      const verdict = await verdictOf(knowledge, ["Event 8018, source NTBackup"]);
      expect(verdict.kind).toBe("silent");
    });

    it("while somebody types what it is called: its beginning, a part, its words in any order, misspelled, its id", async () => {
      const knowledge = await opened(index, [aFolder(aShelfOfThree())]);
      for (const typed of ["the nightly", "backup fa", "fails nightly", "nigthly backup", "backup1", "night-time copy"])
        expect({ typed, offered: await offered(knowledge, typed) }).toEqual({ typed, offered: ["BACKUP1"] });
      expect(await offered(knowledge, "zzzz")).toEqual([]);
      expect((await offered(knowledge, "")).length).toBe(3);
    });

    it("with reasons, and says nothing about what it does not know", async () => {
      const knowledge = await opened(index, [aFolder(aShelfOfThree())]);
      const { matches } = await verdictOf(knowledge, ["The shadow copy of the catalogue could not be mounted"]);
      expect(matches[0]?.evidence[0]).toMatchObject({ kind: "message", marks: [{ start: 0 }] });
      expect((await verdictOf(knowledge, ["Lunch is at noon, who is coming?"], "channel")).kind).toBe("silent");
      expect((await verdictOf(knowledge, [""], "channel")).matches).toEqual([]);
    });

    it("by a pattern of its author, in what a program said", async () => {
      const knowledge = await opened(index, [aFolder(aShelfWithPatterns())]);
      for (const via of ["command", "channel"] as const) {
        const verdict = await verdictOf(knowledge, ["Error: relay-17 gave up after 31250 ticks"], via);
        expect(verdict).toMatchObject({ kind: "answer", matches: [{ article: "RELAY1" }] });
        expect(verdict.matches[0]?.evidence[0]).toEqual({ kind: "pattern", text: "relay-17 gave up after 31250" });
      }
    });

    it("by a pattern in talk only when it is asked outright", async () => {
      const knowledge = await opened(index, [aFolder(aShelfWithPatterns())]);
      const talk = "so the relay-17 gave up after 31250, who has lunch?";
      expect((await verdictOf(knowledge, [talk], "channel")).kind).toBe("silent");
      expect(await best(knowledge, talk)).toBe("RELAY1");
    });

    it("as if nobody had written a pattern, where none matches", async () => {
      const knowledge = await opened(index, [aFolder(aShelfWithPatterns())]);
      expect((await verdictOf(knowledge, ["Event 8018, source NTBackup"])).kind).toBe("silent");
      expect((await verdictOf(knowledge, ["Error: relay-x gave up"], "channel")).kind).toBe("silent");
      expect(await best(knowledge, "Event 8019, source NTBackup")).toBe("BACKUP1");
    });

    it("by a pattern that was edited a moment ago, and no longer by the one before", async () => {
      const room = aShelfWithPatterns();
      const knowledge = await opened(index, [aFolder(room)]);
      const said = "Error: relay-17 gave up after 31250 ticks";
      expect(await best(knowledge, said)).toBe("RELAY1");
      writeArticle(room, anArticle({ ...RELAY, signals: { patterns: ["pump-\\d+ stalled"] } }));
      await knowledge.refresh();
      expect((await verdictOf(knowledge, [said], "channel")).kind).toBe("silent");
      expect((await verdictOf(knowledge, ["Error: pump-4 stalled"], "channel")).matches[0]?.article).toBe("RELAY1");
    });

    it("of the folder that counts, where two have it and only the other one has a pattern", async () => {
      const above = aRoom();
      writeArticle(above, anArticle(RELAY));
      const folders = [aFolder(above), { ...aFolder(aShelfWithPatterns()), name: "below", weight: 0.5 }];
      const verdict = await verdictOf(await opened(index, folders), ["Error: relay-17 gave up after 31250"], "channel");
      expect(verdict.matches.flatMap(({ evidence }) => evidence.map(({ kind }) => kind))).not.toContain("pattern");
    });

    it("nowhere in an empty folder", async () => {
      const knowledge = await opened(index, [aFolder(aRoom())]);
      expect((await verdictOf(knowledge, ["5389"])).matches).toEqual([]);
      expect(await offered(knowledge, "5389")).toEqual([]);
    });
  });

  describe(`what people said, looked up in ${index.place}`, () => {
    it("gets, word for word, the verdict that the whole index gives", async () => {
      const { namesakes: _, ...plainIndex } = ownIndex;
      const knowledge = await opened(index, [ownFolder()]);
      for (const { id, texts, via } of golden) {
        const verdict = await verdictOf(knowledge, texts, via);
        const expected = decide(plainIndex, anInquiry(texts, via));
        expect({ id, verdict: shownOf(verdict) }).toEqual({ id, verdict: shownOf(expected) });
      }
    });
  });
}

type Golden = { readonly id: string; readonly texts: readonly string[]; readonly via: Via };

const golden: readonly Golden[] = readFileSync(join(import.meta.dirname, "../../fixtures/golden.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

/** The knowledge base that comes with the program. */
function ownFolder() {
  const found = articleFolder(join(import.meta.dirname, "../../../kb"));
  if (found.kind === "unreadable") throw new Error(found.message);
  return { name: "kms", audience: undefined, weight: 1, folder: found.folder };
}

/** An article about a backup, and two about other things. */
function aShelfOfThree(): string {
  const room = aRoom();
  const backup = anArticle({
    id: "BACKUP1",
    title: "The nightly backup fails",
    aliases: ["Night-time copy"],
    symptoms: "The nightly backup ends early.\n\nThe shadow copy of the catalogue could not be mounted.",
    signals: {
      events: [anEvent({ id: 8019, source: "NTBackup" })],
      codes: ["800FF351"],
      messages: ["The shadow copy of the catalogue could not be mounted"],
      names: ["CatalogueMountException"],
    },
  });
  const others = [
    anArticle({ id: "PRINT1", title: "The printer is slow", symptoms: "Pages take a minute each." }),
    anArticle({ id: "MAIL1", title: "Mail does not arrive", symptoms: "The queue of the connector grows." }),
  ];
  for (const article of [backup, ...others]) writeArticle(room, article);
  return room;
}

const RELAY = { id: "RELAY1", title: "Deliveries are late", symptoms: "Nothing leaves the building." };

/** The same, and an article that nothing but its pattern can find. */
function aShelfWithPatterns(): string {
  const room = aShelfOfThree();
  const patterns = ["relay-\\d+ gave up after \\d+"];
  writeArticle(room, anArticle({ ...RELAY, signals: { patterns } }));
  return room;
}

function writeArticle(room: string, article: Article): void {
  writeFileSync(join(room, `${article.id}.md`), formatArticle(article));
}

/** Near misses below this are never shown; of what a misspelled word may mean there, each index knows another part. */
const LEAST_SHOWN = 0.05;

function shownOf(verdict: Verdict): unknown {
  return { ...verdict, matches: verdict.matches.filter(({ confidence }) => confidence >= LEAST_SHOWN) };
}
