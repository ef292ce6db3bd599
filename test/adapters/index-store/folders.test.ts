import { describe, expect, it } from "vitest";
import { folderWish, wishesIn } from "../../../adapters/index-store/folders.ts";
import { articleId } from "../../../src/core/kb/ids.ts";
import { rankUnit } from "../../../src/core/matching/rank.ts";
import { unitsOf } from "../../../src/core/matching/unit.ts";
import { anInquiry } from "../../support/knowledge.ts";
import { aFolder, aKnowledgeBase, opening, shown, write } from "./room.ts";

describe("several folders", () => {
  it("are searched as one", async () => {
    const folders = [aFolder(aKnowledgeBase("kiwi"), { name: "a" }), aFolder(aKnowledgeBase("mango"), { name: "b" })];
    const knowledge = await opening({ folders });
    expect([shown(knowledge, "kiwi"), shown(knowledge, "mango")]).toEqual(["KIWI", "MANGO"]);
    expect(knowledge.articles().get(articleId("MANGO"))?.title).toBe("The mango is broken");
  });

  it("show the article of the weightier one where two have one id, and say so", async () => {
    const [own, vendor] = [aKnowledgeBase("kiwi"), aKnowledgeBase("mango")];
    write(vendor, "kiwi", "papaya");
    const folders = [aFolder(vendor, { name: "vendor" }), aFolder(own, { name: "own", weight: 2 })];
    const knowledge = await opening({ folders });
    expect([shown(knowledge, "kiwi"), shown(knowledge, "papaya")]).toEqual(["KIWI", undefined]);
    expect(knowledge.articles().get(articleId("kiwi"))?.title).toBe("The kiwi is broken");
    expect([...knowledge.articles().keys()].toSorted()).toEqual(["KIWI", "MANGO"]);
    expect(knowledge.problems().map(({ message }) => message)).toEqual([
      "Cannot show KIWI of vendor: own has an article of that id and comes first. Remove one, or change the weights.",
    ]);
  });

  it("give way when the weightier one loses the article", async () => {
    const [own, vendor] = [aKnowledgeBase("kiwi"), aKnowledgeBase("mango")];
    write(vendor, "kiwi", "papaya");
    const folders = [aFolder(own, { name: "own", weight: 2 }), aFolder(vendor, { name: "vendor" })];
    const knowledge = await opening({ folders });
    write(own, "other", "lemon", "kiwi.md");
    await knowledge.refresh();
    expect([shown(knowledge, "papaya"), shown(knowledge, "lemon")]).toEqual(["KIWI", "OTHER"]);
  });

  it("put the weightier one first where both fit equally well", async () => {
    const [one, two] = [aKnowledgeBase(), aKnowledgeBase()];
    write(one, "first", "kiwi");
    write(two, "second", "kiwi");
    const firstWith = async (a: number, b: number) => {
      const knowledge = await opening({ folders: [aFolder(one, { weight: a }), aFolder(two, { weight: b })] });
      const { searchers, model } = knowledge.index();
      const [unit] = unitsOf(anInquiry(["The kiwi is broken"], "command"));
      return rankUnit(searchers, model, unit!)[0]?.card.id;
    };
    expect([await firstWith(1, 2), await firstWith(2, 1)]).toEqual(["SECOND", "FIRST"]);
  });

  it("are as if they did not exist for whom they are not meant", async () => {
    const secret = aFolder(aKnowledgeBase("mango"), { name: "secret", audience: "security", weight: 2 });
    const knowledge = await opening({ folders: [aFolder(aKnowledgeBase("kiwi")), secret] });
    expect([shown(knowledge, "mango"), shown(knowledge, "mango", "security")]).toEqual([undefined, "MANGO"]);
    expect(knowledge.articles().get(articleId("MANGO"))).toBeUndefined();
    expect(knowledge.articles("security").get(articleId("MANGO"))).toBeDefined();
    expect([...knowledge.articles().keys()]).toEqual(["KIWI"]);
    expect([...knowledge.entries("security")].map(({ id }) => id)).toEqual(["MANGO", "KIWI"]);
  });
});

describe("what somebody writes about a folder", () => {
  it.each([
    ["kb", { name: "kb", dir: "kb", audience: undefined, weight: 1 }],
    ["team=/srv/kb", { name: "team", dir: "/srv/kb", audience: undefined, weight: 1 }],
    ["s=kb?audience=security&weight=2", { name: "s", dir: "kb", audience: "security", weight: 2 }],
    ["C:\\kb", { name: "C:\\kb", dir: "C:\\kb", audience: undefined, weight: 1 }],
    ["a=b=c?x", { name: "a", dir: "b=c?x", audience: undefined, weight: 1 }],
  ])("is understood: %s", (written, wish) => {
    expect(folderWish(written)).toEqual(wish);
  });

  it.each(["team=", "kb?weight=0", "kb?weight=much", "kb?weight=1&colour=red"])(
    "is refused with the way out: %s",
    (written) => {
      expect(folderWish(written)).toMatch(/^Cannot use the knowledge base ".*": .*\. Write .*\.$/);
    },
  );

  it("may name several, apart by semicolons", () => {
    expect(wishesIn(" a=x; b=y ;;")).toEqual(["a=x", "b=y"]);
  });
});
