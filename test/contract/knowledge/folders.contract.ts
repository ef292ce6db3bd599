import { rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { articleId } from "../../../src/core/kb/ids.ts";
import { aFolder, aKnowledgeBase, aRoom, shownBy, write } from "../../adapters/index-store/room.ts";
import { type IndexPlace, offered, opened, openedOn } from "./knowledge.ts";

/** What every index owes to those who write articles, and to those who may not see them all. */
export function foldersContract(index: IndexPlace): void {
  describe(`an index in ${index.place} follows its folder`, () => {
    it("through edits, additions, moves and removals", async () => {
      const dir = aKnowledgeBase("kiwi", "mango", "melon", "plum");
      const knowledge = await opened(index, [aFolder(dir)]);
      write(dir, "kiwi", "papaya");
      write(dir, "lemon");
      rmSync(join(dir, "mango.md"));
      rmSync(join(dir, "melon.md"));
      write(dir, "melon", "melon", "fruit/melon.md");
      await knowledge.refresh();
      const things = ["kiwi", "papaya", "lemon", "mango", "melon", "plum"];
      expect(await Promise.all(things.map((thing) => shownBy(knowledge, thing)))).toEqual([
        undefined,
        "KIWI",
        "LEMON",
        undefined,
        "MELON",
        "PLUM",
      ]);
      expect(await offered(knowledge, "papaya")).toEqual(["KIWI"]);
      expect(await offered(knowledge, "mango")).toEqual([]);
      expect([...knowledge.articles().keys()].toSorted()).toEqual(["KIWI", "LEMON", "MELON", "PLUM"]);
    });

    it("and knows what was written lately, edits as well as what was there", async () => {
      const dir = aKnowledgeBase("kiwi", "mango", "plum");
      writtenAgo(dir, "kiwi", 9_000);
      writtenAgo(dir, "mango", 60);
      writtenAgo(dir, "plum", 90);
      const knowledge = await opened(index, [aFolder(dir)]);
      const latest = async () =>
        (await knowledge.latest({ since: Date.now() - 86_400_000, most: 2 })).map(({ article }) => article);
      expect(await latest()).toEqual(["MANGO", "PLUM"]);
      write(dir, "lemon");
      writtenAgo(dir, "lemon", 1);
      await knowledge.refresh();
      expect(await latest()).toEqual(["LEMON", "MANGO"]);
    });

    it("while nobody asks it to: an edit is found soon", async () => {
      const dir = aKnowledgeBase("kiwi");
      const knowledge = await opened(index, [aFolder(dir)]);
      knowledge.watch();
      write(dir, "mango");
      await vi.waitFor(async () => expect(await shownBy(knowledge, "mango")).toBe("MANGO"), { timeout: 20_000 });
      expect(knowledge.articles().get(articleId("MANGO"))?.title).toBe("The mango is broken");
    });

    it("and shows articles as they are on disk, whatever the case of their id", async () => {
      const dir = aKnowledgeBase("kiwi");
      const knowledge = await opened(index, [aFolder(dir)]);
      expect(knowledge.articles().get(articleId("kiwi"))?.title).toBe("The kiwi is broken");
      write(dir, "kiwi", "papaya");
      await knowledge.refresh();
      expect(knowledge.articles().get(articleId("KIWI"))?.title).toBe("The papaya is broken");
      expect(knowledge.articles().get(articleId("NOBODY"))).toBeUndefined();
    });

    it("and says which files it cannot use, until they can be used", async () => {
      const dir = aKnowledgeBase("kiwi");
      writeFileSync(join(dir, "README.md"), "# For people");
      writeFileSync(join(dir, "bad.md"), "# No front matter");
      write(dir, "kiwi", "papaya", "zz/again.md");
      const knowledge = await opened(index, [aFolder(dir)]);
      const told = () => knowledge.problems().map(({ file, message }) => `${file}: ${message.slice(0, 27)}`);
      expect(told()).toEqual(["bad.md: Cannot read the article: it", 'zz/again.md: Cannot use the id "KIWI": k']);
      expect(await shownBy(knowledge, "papaya")).toBeUndefined();
      write(dir, "bad");
      rmSync(join(dir, "zz"), { recursive: true });
      await knowledge.refresh();
      expect(told()).toEqual([]);
      expect(await shownBy(knowledge, "bad")).toBe("BAD");
    });

    it("and is not disturbed by files that were touched only", async () => {
      const dir = aKnowledgeBase("kiwi", "mango");
      const knowledge = await opened(index, [aFolder(dir)]);
      utimesSync(join(dir, "kiwi.md"), 1, 1);
      await knowledge.refresh();
      expect(await Promise.all(["kiwi", "mango"].map((thing) => shownBy(knowledge, thing)))).toEqual(["KIWI", "MANGO"]);
    });

    it("from where it was: what it knew is there after a restart, and what changed meanwhile too", async () => {
      const shelf = await index.shelf();
      const dir = aKnowledgeBase("kiwi", "mango");
      const before = await shelf.open([aFolder(dir)]);
      await before.refresh();
      await before.close();
      rmSync(join(dir, "mango.md"));
      write(dir, "plum");
      const after = await openedOn(shelf, [aFolder(dir)]);
      const things = ["kiwi", "mango", "plum"];
      expect(await Promise.all(things.map((thing) => shownBy(after, thing)))).toEqual(["KIWI", undefined, "PLUM"]);
    });
  });

  describe(`several folders in ${index.place}`, () => {
    it("are searched as one", async () => {
      const folders = [aFolder(aKnowledgeBase("kiwi"), { name: "a" }), aFolder(aKnowledgeBase("mango"), { name: "b" })];
      const knowledge = await opened(index, folders);
      expect(await Promise.all(["kiwi", "mango"].map((thing) => shownBy(knowledge, thing)))).toEqual(["KIWI", "MANGO"]);
      expect([...knowledge.articles().keys()].toSorted()).toEqual(["KIWI", "MANGO"]);
    });

    it("show the article of the weightier one where two have one id, and say so", async () => {
      const [own, vendor] = [aKnowledgeBase("kiwi"), aKnowledgeBase("mango")];
      write(vendor, "kiwi", "papaya");
      const folders = [aFolder(vendor, { name: "vendor" }), aFolder(own, { name: "own", weight: 2 })];
      const knowledge = await opened(index, folders);
      expect(await Promise.all(["kiwi", "papaya"].map((thing) => shownBy(knowledge, thing)))).toEqual([
        "KIWI",
        undefined,
      ]);
      expect(await offered(knowledge, "papaya")).toEqual([]);
      expect(knowledge.articles().get(articleId("kiwi"))?.title).toBe("The kiwi is broken");
      expect(knowledge.problems().map(({ message }) => message)).toEqual([
        "Cannot show KIWI of vendor: own has an article of that id and comes first. Remove one, or change the weights.",
      ]);
      rmSync(join(own, "kiwi.md"));
      await knowledge.refresh();
      expect(await shownBy(knowledge, "papaya")).toBe("KIWI");
    });

    it("are as if they did not exist for those who may not see them", async () => {
      const folders = [
        aFolder(aKnowledgeBase("kiwi"), { name: "open" }),
        aFolder(aKnowledgeBase("mango"), { name: "closed", audience: "security" }),
      ];
      const knowledge = await opened(index, folders);
      expect(await shownBy(knowledge, "mango")).toBeUndefined();
      expect(await shownBy(knowledge, "mango", "security")).toBe("MANGO");
      expect(await offered(knowledge, "mango")).toEqual([]);
      expect(knowledge.articles().get(articleId("MANGO"))).toBeUndefined();
      expect(knowledge.articles("security").get(articleId("MANGO"))?.title).toBe("The mango is broken");
    });

    it("do not mind an empty one", async () => {
      const folders = [aFolder(aRoom(), { name: "a" }), aFolder(aKnowledgeBase("mango"), { name: "b" })];
      expect(await shownBy(await opened(index, folders), "mango")).toBe("MANGO");
    });
  });
}

/** As if the article had been written so many minutes ago. */
function writtenAgo(dir: string, word: string, minutes: number): void {
  const at = new Date(Date.now() - minutes * 60_000);
  utimesSync(join(dir, `${word}.md`), at, at);
}
