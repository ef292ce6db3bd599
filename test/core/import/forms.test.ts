import { describe, expect, it } from "vitest";
import { importText } from "../../../src/core/import/import-text.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { parseArticle } from "../../../src/core/kb/parse-article.ts";
import { fixture, imported } from "./support.ts";

describe("a typewritten article of the archive", () => {
  const { article, form, modified } = imported(fixture("Q900001.TXT"));

  it("keeps its number, its title and its day", () => {
    expect([article.id, article.title, modified, form]).toEqual([
      "Q900001",
      "BKUP: Tape Service Does Not Start with Event ID 7311",
      "2001-03-07",
      "archive",
    ]);
  });

  it("applies to products, and to versions apart from them", () => {
    expect(article.products).toEqual(["Contoso Backup Server", "Microsoft Windows 2000"]);
    expect(article.versions).toEqual(["2.0", "2.1"]);
  });

  it("is tagged with the words people search by, not with codes", () => {
    expect(article.tags).toEqual(["backup", "bku21", "autoloader", "jukebox"]);
  });

  it("is recognised by its event, its code and its messages", () => {
    const { events, codes, messages } = article.signals;
    expect(events).toMatchObject([{ id: 7311, source: "ContosoTape", role: "telling" }]);
    expect(codes).toEqual(["80A1F351"]);
    expect(messages).toEqual([
      "The drive could not be claimed. Another program is using it. - [80A1F351]",
      "Table is locked.",
    ]);
  });

  it("sets its messages off, each in one piece", () => {
    expect(article.symptoms).toContain(
      "```\nThe drive could not be claimed. Another program is using it. -\n[80A1F351]\n```",
    );
  });

  it("turns numbered items into steps, with the commands that people type", () => {
    expect(article.steps.map((step) => step.title)).toEqual([
      "Make a full backup of the drive table",
      "At a command prompt, list the drives",
      "Delete the entry of the old drive from the table, and then restart the service",
    ]);
    expect(article.steps[1]?.commands).toEqual([{ text: "tapecfg.exe /list", language: "bat" }]);
  });

  it("asks for the backup before the deletion", () => {
    expect(article.steps[2]).toMatchObject({ risk: "destructive", requires: ["make-a-full-backup-of-the-drive"] });
  });

  it("names related articles with their titles", () => {
    expect(article.related).toEqual([
      { id: "Q900002", why: "BKUP: How the Drive Table Is Kept When Drives Are Replaced" },
    ]);
  });

  it("loses its disclaimers and keeps its tables", () => {
    expect(formatArticle(article)).not.toMatch(/warranty|Copyright|Technology/);
    expect(article.notes).toContain("| 12   | Drive is claimed |");
  });
});

describe("a page of the archive's web site", () => {
  const { article, modified } = imported(fixture("archive-page.md"), "Q900003.md");

  it("is read like the typewritten text it shows", () => {
    expect([article.id, article.title, modified]).toEqual([
      "Q900003",
      'BKUP: Label Printer Prints "Blank" Labels',
      "2000-06-18",
    ]);
    expect(article.signals.messages).toEqual(["The ribbon is worn out. - [800FF351]"]);
    expect(article.steps.map((step) => step.title)).toEqual([
      "Open the lid of the printer, and wait for the light",
      "Insert a new ribbon",
    ]);
  });

  it("leaves nothing of the template behind", () => {
    expect(formatArticle(article)).not.toMatch(/raw|Keyword|permalink|Additional/);
  });
});

describe("the plain text of a web page", () => {
  const { article } = imported(fixture("web-page.txt"));

  it("is named after its title, as it has no number", () => {
    expect(article.id).toBe("bkup-the-tape-service-does-not-start-after-you-install");
  });

  it("is named by the number of its file, or the one it states", () => {
    expect(imported(fixture("web-page.txt"), "pages/KB818999.txt").article.id).toBe("Q818999");
    expect(imported(`${fixture("web-page.txt")}\nArticle ID: 818998`).article.id).toBe("Q818998");
  });

  it("has its sections found by how they begin", () => {
    expect(article.symptoms).toMatch(/^When you restart the backup server/);
    expect(article.cause).toMatch(/^This problem occurs if/);
    expect(article.notes).toContain("has confirmed");
  });

  it("has its event record and its dump set off, though nothing set them off", () => {
    expect(article.symptoms).toMatch(/```\nEvent Type: Error\n[\s\S]*\n\n0000: 36 [\s\S]*tape\.cpp\n```/);
    expect(article.signals.events).toMatchObject([{ id: 7085, source: "ContosoTape" }]);
  });

  it("has its steps and the command of the second one", () => {
    expect(article.steps).toHaveLength(3);
    expect(article.steps[1]?.commands).toEqual([{ text: 'tapefix.exe /d "c:\\tape\\catalog.edb"', language: "bat" }]);
  });
});

describe("Markdown", () => {
  const { article, modified } = imported(fixture("runbook.md"), "runbook.md");

  it("takes what it knows from front matter", () => {
    expect(article).toMatchObject({ products: ["orders-api"], tags: ["kafka", "lag"], owner: "team-orders" });
    expect(modified).toBe("2025-11-02");
  });

  it("keeps commands in their language and code blocks whole", () => {
    expect(article.steps.map((step) => step.commands[0]?.language)).toEqual(["sh", "sh"]);
    expect(article.symptoms).toContain("```\n2025-11-02 ERROR consumer group orders is 50000 behind\n```");
  });

  it("is titled by its file where nothing else titles it", () => {
    expect(imported("Some words.\n\n## Fix\n\nDo it.", "a/restart_the-spooler.md").article.title).toBe(
      "restart the spooler",
    );
  });

  it("is read even if its front matter is broken", () => {
    expect(imported("---\n: [\n---\n# Title\n\nText", "a.md").article).toMatchObject({
      title: "Title",
      summary: "Text",
    });
  });

  it("is copied as it is when it is an article of ours", () => {
    const { article: first } = imported(fixture("Q900001.TXT"));
    expect(imported(formatArticle(first), "Q900001.md").article).toEqual(first);
  });
});

describe("HTML", () => {
  const { article, modified } = imported(fixture("page.html"), "page.html");

  it("is read without its menu, its footer, its scripts and styles", () => {
    expect(formatArticle(article)).not.toMatch(/Cookies|rights reserved|never read|color/);
  });

  it("keeps entities, tables and code as people see them", () => {
    expect(article.cause).toBe("The RPC service is stopped & disabled.");
    expect(article.symptoms).toContain("```\nEvent ID: 7001\nSource: Service Control Manager\n```");
    expect(article.steps[1]?.commands).toEqual([{ text: "net start spooler", language: "bat" }]);
  });

  it("has its number, its day, its products and its message", () => {
    expect([article.id, modified, article.products, article.versions]).toEqual([
      "Q818953",
      "2023-05-04",
      ["Contoso Desk"],
      ["5.1"],
    ]);
    expect(article.signals.messages).toEqual(["The dependency group failed to start."]);
  });

  it("is named by its title where it has no number, in whatever language", () => {
    const page = "<h1>Größe der Auslagerungsdatei</h1><p>Die Auslagerungsdatei ist zu klein.</p>";
    expect(imported(page, "seite.html").article.id).toBe("grosse-der-auslagerungsdatei");
  });

  it("may be nested as deep as somebody likes", () => {
    const deep = `<h1>Deep</h1>${"<div>".repeat(100_000)}bottom${"</div>".repeat(100_000)}`;
    expect(imported(deep, "deep.html").article.summary).toBe("bottom");
  });
});

describe("what is no document", () => {
  it.each([
    ["", "empty"],
    [" \n\t ", "empty"],
    ["----\n====", "no-title"],
    ["Only a title", "no-text"],
  ])("%j is refused: %s", (text, why) => {
    expect(importText(text, "a.txt")).toEqual({ kind: "refused", why });
  });
});

describe("every form", () => {
  it.each(["Q900001.TXT", "archive-page.md", "web-page.txt", "page.html", "runbook.md"])(
    "%s becomes an article that our own format takes back",
    (name) => {
      const { article } = imported(fixture(name), name);
      expect(parseArticle(formatArticle(article), name)).toMatchObject({ kind: "article", article });
    },
  );
});
