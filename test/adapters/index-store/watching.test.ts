import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { anArticle } from "../../support/builders.ts";
import { aFolder, aKnowledgeBase, opening, shown, write } from "./room.ts";

/** Waits for what a person would wait for: that an edit shows. */
const soon = (look: () => void): Promise<void> => vi.waitFor(look, { timeout: 10_000, interval: 20 });

async function watched(dir: string) {
  const knowledge = await opening({ folders: [aFolder(dir)] });
  knowledge.watch();
  await knowledge.refresh();
  return knowledge;
}

describe("an author who saves an article while the bot runs", () => {
  it("is found with what it says now", async () => {
    const dir = aKnowledgeBase("kiwi", "mango");
    const knowledge = await watched(dir);
    write(dir, "kiwi", "papaya");
    await soon(() => expect(shown(knowledge, "papaya")).toBe("KIWI"));
    rmSync(join(dir, "kiwi.md"));
    await soon(() => expect(shown(knowledge, "papaya")).toBeUndefined());
  });

  it("may save it the careful way: beside it, then in its place", async () => {
    const dir = aKnowledgeBase("kiwi");
    const knowledge = await watched(dir);
    writeFileSync(join(dir, "kiwi.md.tmp"), formatArticle(anArticle({ id: "KIWI", title: "The papaya is broken" })));
    renameSync(join(dir, "kiwi.md.tmp"), join(dir, "kiwi.md"));
    await soon(() => expect(shown(knowledge, "papaya")).toBe("KIWI"));
  });

  it("may put it into a new folder, and take the folder away", async () => {
    const dir = aKnowledgeBase("kiwi");
    const knowledge = await watched(dir);
    mkdirSync(join(dir, "a/b"), { recursive: true });
    write(dir, "lemon", "lemon", "a/b/lemon.md");
    await soon(() => expect(shown(knowledge, "lemon")).toBe("LEMON"));
    write(dir, "lemon", "lime", "a/b/lemon.md");
    await soon(() => expect(shown(knowledge, "lime")).toBe("LEMON"));
    rmSync(join(dir, "a"), { recursive: true });
    await soon(() => expect(shown(knowledge, "lime")).toBeUndefined());
  });
});
