import { describe, expect, it } from "vitest";
import { importDocument } from "../../../src/core/import/import-text.ts";
import { readRecord, readRecords } from "../../../src/core/import/record.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import { fixture } from "./support.ts";

function articleOf(record: unknown): Article {
  const reading = readRecord(record);
  const outcome = reading.kind === "document" ? importDocument(reading.document, "export.json#1") : undefined;
  if (outcome?.kind !== "imported")
    throw new Error(`Cannot import the record: ${JSON.stringify(outcome ?? reading)}. Use one with a text.`);
  return outcome.imported.article;
}

describe("a record of ServiceNow", () => {
  const record = {
    number: "KB0010001",
    short_description: "VPN client shows error 691",
    text: "<p>Symptoms</p><h3>Resolution</h3><ol><li>Reset the password.</li></ol>",
    kb_category: { display_value: "Network", link: "https://example.org/1" },
    sys_updated_on: "2024-01-31 08:15:00",
    workflow_state: "published",
  };

  it("keeps its number, and its category as a tag", () => {
    expect(articleOf(record)).toMatchObject({ id: "KB0010001", tags: ["Network"] });
  });

  it("has the steps of its HTML", () => {
    expect(articleOf(record).steps.map((step) => step.title)).toEqual(["Reset the password"]);
  });

  it("has steps that end in a piece of code, and the code that is a step by itself", () => {
    const text =
      "<h2>Resolution</h2><ol><li>Open it.</li><li>Run <code>relayctl restart</code></li><li><code>net stop relay</code></li><li>Look again.</li></ol>";
    const { steps } = articleOf({ ...record, text });
    expect(steps.map(({ title }) => title)).toEqual([
      "Open it",
      "Run `relayctl restart`",
      "net stop relay",
      "Look again",
    ]);
    expect(steps.map(({ text: said, commands }) => [said, commands.length])).toEqual([
      ["", 0],
      ["", 0],
      ["", 1],
      ["", 0],
    ]);
  });

  it("leads to the articles that it names by their numbers, and to no patch", () => {
    const text = "<p>Install KB4012212 first. See KB0010009, and not KB0010001.</p>";
    expect(articleOf({ ...record, text }).related.map(({ id }) => id)).toEqual(["KB0010009"]);
  });

  it("has the message that it says was logged", () => {
    const text = "<p>Event 7009 is logged: &quot;The relay could not be started in 30 s.&quot;</p>";
    expect(articleOf({ ...record, text }).signals.messages).toEqual(["The relay could not be started in 30 s."]);
  });

  it.each(["draft", "Retired", "Pending retirement"])("is left alone while it is: %s", (workflow_state) => {
    expect(readRecord({ ...record, workflow_state })).toEqual({
      kind: "none",
      why: `not published (${workflow_state.toLowerCase()})`,
    });
  });

  it("may have its sections in columns", () => {
    const article = articleOf({
      number: "KB1",
      short_description: "A",
      u_cause: "Dust.",
      kb_resolution: "1. Blow.\n2. Wipe.",
    });
    expect(article).toMatchObject({ cause: "Dust.", steps: [{ title: "Blow" }, { title: "Wipe" }] });
  });
});

describe("a page of Confluence", () => {
  const [page, archived] = readRecords(JSON.parse(fixture("confluence.json")));

  it("is named by its space and number, with its link, its labels and who wrote it", () => {
    expect(articleOf(page)).toMatchObject({
      id: "OPS-98765",
      owner: "Ada",
      tags: ["ci", "disk"],
      sources: [{ url: "https://wiki.example.org/spaces/OPS/pages/98765" }],
    });
  });

  it("has an address for people where the list says where its pages lie, and says nothing of its status", () => {
    const [listed] = readRecords({
      results: [
        {
          id: "12345",
          status: "current",
          title: "Mail is stuck",
          body: { storage: { value: "<p>It stays in the queue.</p>" } },
          _links: { webui: "/spaces/OPS/pages/12345", self: "https://wiki.example.org/rest/api/content/12345" },
        },
      ],
      _links: { base: "https://wiki.example.org", self: "https://wiki.example.org/rest/api/content" },
    });
    const article = articleOf(listed);
    expect(article.sources[0]?.url).toBe("https://wiki.example.org/spaces/OPS/pages/12345");
    expect(article).toMatchObject({ summary: "It stays in the queue.", notes: "" });
  });

  it("keeps the text of its code macros as it is", () => {
    const article = articleOf(page);
    expect(article.symptoms).toContain("```\nNo space left on device\n  at step <checkout>\n```");
    expect(article.steps.map((step) => step.commands.map((command) => command.text))).toEqual([
      ["docker system prune"],
      [],
    ]);
    expect(article.steps[1]?.title).toBe("See Build agents");
  });

  it("is left alone when it is archived", () => {
    expect(readRecord(archived)).toMatchObject({ kind: "none" });
  });
});

describe("a record of anything", () => {
  it.each([
    null,
    7,
    "text",
    [],
    {},
    { title: "" },
    { title: "no text" },
    JSON.parse('{"__proto__":{"title":"x"},"constructor":{"prototype":{}}}'),
  ])("is left alone without a title or a text: %j", (record) => {
    expect(readRecord(record).kind).toBe("none");
  });

  it("is found in a list, under a name, or alone", () => {
    expect([
      readRecords([1]),
      readRecords({ records: [1] }),
      readRecords({ result: [1] }),
      readRecords({ title: "x" }),
    ]).toEqual([[1], [1], [1], [{ title: "x" }]]);
  });
});
