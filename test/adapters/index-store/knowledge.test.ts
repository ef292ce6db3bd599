import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { articleId } from "../../../src/core/kb/ids.ts";
import { aFolder, aKnowledgeBase, aLargeKnowledgeBase, aRoom, opening, shown, write } from "./room.ts";

describe("a knowledge base that is opened", () => {
  it("finds its articles, and shows them from disk", async () => {
    const knowledge = await opening({ folders: [aFolder(aKnowledgeBase("kiwi", "mango"))] });
    expect(shown(knowledge, "mango")).toBe("MANGO");
    expect(knowledge.articles().get(articleId("mango"))?.title).toBe("The mango is broken");
    expect([...knowledge.articles().keys()]).toEqual(["KIWI", "MANGO"]);
    expect(knowledge.articles().get(articleId("NOBODY"))).toBeUndefined();
  });

  it("passes over a README, and says which file it cannot use", async () => {
    const dir = aKnowledgeBase("kiwi");
    writeFileSync(join(dir, "README.md"), "# For people");
    writeFileSync(join(dir, "bad.md"), "# No front matter");
    write(dir, "kiwi", "papaya", "zz/again.md");
    const knowledge = await opening({ folders: [aFolder(dir)] });
    expect(knowledge.problems().map(({ file, message }) => `${file}: ${message.slice(0, 27)}`)).toEqual([
      "bad.md: Cannot read the article: it",
      'zz/again.md: Cannot use the id "KIWI": k',
    ]);
    expect(shown(knowledge, "papaya")).toBeUndefined();
  });

  it("is empty when the folder is, and fills as articles come", async () => {
    const dir = aRoom();
    const knowledge = await opening({ folders: [aFolder(dir)] });
    expect(shown(knowledge, "kiwi")).toBeUndefined();
    write(dir, "kiwi");
    await knowledge.refresh();
    expect(shown(knowledge, "kiwi")).toBe("KIWI");
  });

  it("does without a cache that cannot be written", async () => {
    const file = join(aRoom(), "file");
    writeFileSync(file, "");
    const knowledge = await opening({ folders: [aFolder(aLargeKnowledgeBase())], cache: join(file, "cache") });
    expect(shown(knowledge, "kiwi")).toBe("KIWI");
  });
});

describe("what changed on disk", () => {
  it("is found after a refresh: edited, added, moved and removed", async () => {
    const dir = aKnowledgeBase("kiwi", "mango", "melon", "plum");
    const knowledge = await opening({ folders: [aFolder(dir)] });
    write(dir, "kiwi", "papaya");
    write(dir, "lemon");
    rmSync(join(dir, "mango.md"));
    rmSync(join(dir, "melon.md"));
    write(dir, "melon", "melon", "fruit/melon.md");
    await knowledge.refresh();
    expect(["kiwi", "papaya", "lemon", "mango", "melon", "plum"].map((thing) => shown(knowledge, thing))).toEqual([
      undefined,
      "KIWI",
      "LEMON",
      undefined,
      "MELON",
      "PLUM",
    ]);
    expect([...knowledge.articles().keys()].toSorted()).toEqual(["KIWI", "LEMON", "MELON", "PLUM"]);
    expect(knowledge.articles().get(articleId("KIWI"))?.title).toBe("The papaya is broken");
  });

  it("may change again and again, and back", async () => {
    const dir = aKnowledgeBase("kiwi", "mango");
    const knowledge = await opening({ folders: [aFolder(dir)] });
    for (const thing of ["apple", "berry", "cherry", "date", "elder", "fig", "kiwi"]) {
      write(dir, "kiwi", thing);
      write(dir, thing === "kiwi" ? "last" : thing, `${thing}tree`, `more/${thing}.md`);
      await knowledge.refresh();
      expect(shown(knowledge, thing)).toBe("KIWI");
    }
    expect(shown(knowledge, "cherry")).toBeUndefined();
    expect(shown(knowledge, "cherrytree")).toBe("CHERRY");
  });

  it("is not lost when an article becomes unreadable, and comes back when it is mended", async () => {
    const dir = aKnowledgeBase("kiwi", "mango");
    const knowledge = await opening({ folders: [aFolder(dir)] });
    writeFileSync(join(dir, "kiwi.md"), "---\nid: KIWI\n---\n");
    await knowledge.refresh();
    expect(shown(knowledge, "kiwi")).toBeUndefined();
    expect(knowledge.problems()).toHaveLength(1);
    write(dir, "kiwi");
    await knowledge.refresh();
    expect(shown(knowledge, "kiwi")).toBe("KIWI");
    expect(knowledge.problems()).toEqual([]);
  });

  it("does not take the id of another article", async () => {
    const dir = aKnowledgeBase("kiwi", "mango");
    const knowledge = await opening({ folders: [aFolder(dir)] });
    write(dir, "kiwi", "papaya", "later.md");
    await knowledge.refresh();
    expect(shown(knowledge, "kiwi")).toBe("KIWI");
    expect(shown(knowledge, "papaya")).toBeUndefined();
    expect(knowledge.problems()[0]?.message).toContain('the id "KIWI": kiwi.md has it already');
  });

  it("is never seen half: an index that was taken before still answers as it did", async () => {
    const dir = aKnowledgeBase("kiwi", "mango");
    const knowledge = await opening({ folders: [aFolder(dir)] });
    const before = knowledge.index();
    write(dir, "kiwi", "papaya");
    await knowledge.refresh();
    expect(shown({ ...knowledge, index: () => before }, "kiwi")).toBe("KIWI");
  });
});
