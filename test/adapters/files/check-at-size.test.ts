import { describe, expect, it } from "vitest";
import { check } from "../../../adapters/commands/check.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import type { Finder } from "../../../src/core/kb/check-knowledge-base.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { anArticle } from "../../support/builders.ts";

/** Finds the article that is called so. */
const everything: Finder = (articles) => {
  const ids = new Map(articles.map(({ title, id }) => [title, id]));
  return (text) => [ids.get(text) ?? []].flat();
};
const byTitle: Finder = (articles) => (text) =>
  articles.filter(({ title }) => text.includes(title)).map(({ id }) => id);

function lines(articles: readonly Article[], find: Finder, all = false): readonly string[] {
  const written: string[] = [];
  const files = articles.map((article) => ({ file: `${article.id}.md`, text: formatArticle(article) }));
  check({
    dirs: ["kb"],
    read: () => ({ kind: "files", files, problems: [] }),
    write: (line) => written.push(line),
    today: "2026-12-01",
    find,
    all,
  });
  return written;
}

function many(count: number, facts: Parameters<typeof anArticle>[0] = {}): readonly Article[] {
  return Array.from({ length: count }, (_, place) => anArticle({ id: `Q${place}`, title: `Fault ${place}`, ...facts }));
}

describe("an author who checks a large knowledge base", () => {
  it("reads the first of what many articles lack, and the count of the rest", () => {
    const said = lines(many(1_234, { owner: undefined }), everything);
    expect(said[0]).toBe("1,234 articles without an owner:");
    expect(said[1]).toMatch(/^Q0\.md:1: warning: Cannot say who keeps Q0 right/);
    expect(said.slice(11)).toEqual([
      "… and 1,224 more.",
      "",
      "kms check --all tells them all, and tries every article.",
      "",
      "1,234 articles can be used; 0 errors, 1,234 warnings.",
    ]);
  });

  it("reads errors first, and what is alike together", () => {
    const articles = many(30, { owner: undefined, review: undefined, samples: { finds: ["nowhere"] } });
    const heads = lines(articles, () => () => []).filter((line) => line.endsWith(":"));
    expect(heads).toEqual([
      "30 samples that do not find their article:",
      "30 articles without an owner:",
      "30 articles without a review date:",
    ]);
  });

  it("reads all of them on request", () => {
    const said = lines(many(1_234, { owner: undefined }), everything, true);
    expect(said.filter((line) => line.includes("Cannot say who keeps"))).toHaveLength(1_234);
  });

  it("is told how many articles were tried, when not all were", () => {
    expect(lines(many(12_500), everything)).toEqual([
      "12,500 articles have no samples; 10,000 of them, evenly spread, were tried with their own titles and messages.",
      "12,500 articles can be used; 0 errors, 0 warnings.",
    ]);
    expect(lines(many(12_500), everything, true)).toEqual(["12,500 articles can be used; 0 errors, 0 warnings."]);
  });
});

describe("an author whose article is not at its place", () => {
  it("hears that nothing finds it", () => {
    const hidden = anArticle({ id: "Q1", title: "Fan", signals: { messages: ["Too hot."] } });
    expect(lines([hidden], () => () => [])[0]).toBe(
      'Q1.md:4: warning: Cannot find Q1 by its own title "Fan", nor by its message. Say in the title what is special, or add signals and samples.',
    );
  });

  it("hears that it answers to what another article calls talk", () => {
    const broad = anArticle({ id: "Q1", title: "fan" });
    const other = anArticle({
      id: "Q2",
      title: "disk",
      samples: { finds: ["disk"], ignores: ["I am a fan of yours"] },
    });
    expect(lines([broad, other], byTitle)[0]).toBe(
      'Q1.md:1: warning: Cannot keep Q1 quiet at "I am a fan of yours": Q2 says that this is talk, but it finds Q1. Make its signals narrower.',
    );
  });

  it.each([
    [".*", "it fits every text"],
    ["[a-z ]{3}", "it fits every text"],
    ["fault (\\d+)+", "it repeats what repeats already"],
    ["fault|lunch", "it fits a sample that must be ignored"],
    [
      ".*error.*",
      'it also fits "fatal error: allocation failed, the heap is exhausted" and "An error occurred while the update was installed. The server…"',
    ],
    ["(?i)the ", 'it also fits "Can somebody have a look at the printer'],
    ["fault (?:[a-z]{1,40} ){1,25}", "it is too large to be tried on a text of more than"],
    ["(fault|failure) \\d+#", "nothing of 3 letters or more must stand in what it fits, so it is run on every text"],
  ])("hears that the pattern %s cannot be relied on: %s", (pattern, why) => {
    const article = anArticle({
      title: "Fault",
      signals: { patterns: [pattern] },
      samples: { finds: ["Fault"], ignores: ["lunch"] },
    });
    expect(lines([article], byTitle)[0]).toContain(why);
  });

  it("hears that a pattern fits what another article calls talk", () => {
    const broad = anArticle({ id: "Q1", title: "Relay", signals: { patterns: ["relay-\\d+"] } });
    const other = anArticle({ id: "Q2", title: "Lunch", samples: { finds: ["Lunch"], ignores: ["we met relay-17"] } });
    expect(lines([broad, other], byTitle)[0]).toBe(
      'Q1.md:8: warning: Cannot rely on the patterns of Q1: Q2 says that "we met relay-17" is talk, and one fits its "relay-17". Make it narrower.',
    );
  });

  it("hears nothing about a pattern that is narrow and plain", () => {
    const article = anArticle({ title: "Fault", signals: { patterns: ["fault \\d+ in [a-z(+*]+"] } });
    expect(lines([article], byTitle)).toEqual(["1 article can be used; 0 errors, 0 warnings."]);
  });
});
