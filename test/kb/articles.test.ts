import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadKnowledgeBase } from "../../adapters/files/load-knowledge-base.ts";
import { readArticleFiles } from "../../adapters/files/read-article-files.ts";
import type { Article } from "../../src/core/kb/article.ts";
import { formatArticle } from "../../src/core/kb/format-article.ts";
import { parseArticle } from "../../src/core/kb/parse-article.ts";

const KB = join(dirname(fileURLToPath(import.meta.url)), "../../kb");

function shipped(): readonly Article[] {
  const kb = loadKnowledgeBase(KB);
  return kb.kind === "loaded" ? kb.articles : [];
}

function article(id: string): Article {
  const found = shipped().find((each) => each.id === id);
  if (found === undefined) throw new Error(`Cannot test ${id}: it is not in the knowledge base.`);
  return found;
}

describe("the knowledge base that is shipped", () => {
  it("has four articles and not a single problem", () => {
    const kb = loadKnowledgeBase(KB);
    expect(kb).toMatchObject({ kind: "loaded", problems: [] });
    expect(shipped().map(({ id }) => id)).toEqual(["Q259906", "Q263718", "Q274321", "Q818952"]);
  });

  it("survives being written by the program and read again", () => {
    for (const each of shipped()) expect(parseArticle(formatArticle(each), "x.md")).toMatchObject({ article: each });
  });

  it.each(["Q259906", "Q263718", "Q274321", "Q818952"])(
    "%s has a check after each step, a way to success and samples of both kinds",
    (id) => {
      const { steps, samples, distinguishing } = article(id);
      expect(steps.filter(({ check }) => check === undefined)).toEqual([]);
      expect(steps.flatMap(({ check }) => check?.answers ?? []).map((answer) => answer.then.kind)).toContain("fixed");
      expect(samples.finds.length).toBeGreaterThanOrEqual(5);
      expect(samples.ignores.length).toBeGreaterThanOrEqual(5);
      expect(distinguishing).toBeDefined();
    },
  );

  it("lets nobody defragment before the backup is made and verified", () => {
    const { steps } = article("Q818952");
    const destructive = steps.filter(({ risk }) => risk === "destructive");
    expect(destructive.map(({ id, requires }) => ({ id, requires }))).toEqual([
      { id: "defragment", requires: ["find-files", "back-up"] },
    ]);
    expect(destructive[0]?.commands.map(({ text }) => text)).toContain('eseutil.exe /d "<path to kmsmdb.edb>"');
    expect(steps.find(({ id }) => id === "back-up")?.check?.question).toContain("verify");
  });

  it("recognises 5389 with a different text in each of two articles", () => {
    const texts = ["Q274321", "Q259906"].map(
      (id) => article(id).signals.events.find((event) => event.id === 5389)?.text,
    );
    expect(texts).toEqual([
      "Microsoft Exchange Key Management service is exiting with return code 0.",
      "KMS is exiting with error 0.",
    ]);
  });

  it("knows the positions that the dump of event 5085 spells out", () => {
    const { symptoms, signals } = article("Q818952");
    const bytes = [...symptoms.matchAll(/^[0-9a-f]{4}: ((?:[0-9a-f]{2} )+)/gm)].flatMap(([, hex = ""]) =>
      hex.trim().split(" "),
    );
    const words = String.fromCodePoint(...bytes.map((byte) => Number.parseInt(byte, 16))).split("\0");
    expect(words).toEqual([
      "6.0.6249.0 PT",
      "kmserver.cpp@1653DD1",
      "kmserver.cpp@1120DHa84",
      "kmserver.cpp@704DD2",
      "",
    ]);
    for (const position of signals.positions) expect(words.some((word) => word.startsWith(position))).toBe(true);
  });

  it("knows 800FF351", () => {
    expect(article("Q263718").signals.codes).toEqual(["800FF351"]);
  });

  it("names the schema in each article, so that editors complete it", () => {
    const reading = readArticleFiles(KB);
    const files = reading.kind === "files" ? reading.files : [];
    expect(files).toHaveLength(4);
    for (const { text } of files) expect(text).toContain("\n# yaml-language-server: $schema=../article.schema.json\n");
  });

  it("explains the format by an example that works", () => {
    const [, example = ""] = /^````markdown\n(.*?)^````$/ms.exec(readFileSync(join(KB, "README.md"), "utf8")) ?? [];
    expect(parseArticle(example, "example.md")).toMatchObject({
      kind: "article",
      warnings: [],
      article: { steps: [{}, {}] },
    });
  });
});
