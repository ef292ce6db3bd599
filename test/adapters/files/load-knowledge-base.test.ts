import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { loadKnowledgeBase } from "../../../adapters/files/load-knowledge-base.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { anArticle } from "../../support/builders.ts";

const rooms: string[] = [];

/** A directory with these files in it; an article's text, unless said otherwise. */
function aDirectory(files: Readonly<Record<string, string | Uint8Array>>): string {
  const room = mkdtempSync(join(tmpdir(), "kb-"));
  rooms.push(room);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(room, name)), { recursive: true });
    writeFileSync(join(room, name), content);
  }
  return room;
}

function article(id: string): string {
  return formatArticle(anArticle({ id, title: `Title of ${id}` }));
}

/** The ids that were loaded, and what was said, with the directory's own name left out. */
function loaded(dir: string): { readonly ids: readonly string[]; readonly said: readonly string[] } {
  const kb = loadKnowledgeBase(dir);
  if (kb.kind === "unreadable") return { ids: [], said: [kb.message] };
  const said = kb.problems.map(({ file, line, message }) => `${file.replace(`${dir}/`, "")}:${line}: ${message}`);
  return { ids: kb.articles.map(({ id }) => id), said };
}

afterEach(() => {
  for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true });
});

describe("loading a knowledge base", () => {
  it("reads all Markdown files, sorted by name, and passes over the rest", () => {
    const dir = aDirectory({
      "b.md": article("B"),
      "a/z.md": article("Z"),
      "a/y.MD": article("Y"),
      "notes.txt": "x",
      ".git/c.md": article("C"),
    });
    expect(loaded(dir)).toEqual({ ids: ["Y", "Z", "B"], said: [] });
  });

  it("takes a README for one, unless it is an article", () => {
    expect(loaded(aDirectory({ "README.md": "# Hello", "a/readme.md": article("A") }))).toEqual({
      ids: ["A"],
      said: [],
    });
  });

  it("reports a file that is no article, and loads the others", () => {
    const { ids, said } = loaded(aDirectory({ "a.md": "# Hello", "b.md": article("B") }));
    expect(ids).toEqual(["B"]);
    expect(said.join()).toContain("a.md:1: Cannot read the article: it does not begin with front matter.");
  });

  it("says so when the directory is missing, or is a file", () => {
    const dir = aDirectory({ "a.md": article("A") });
    expect(loaded(join(dir, "nowhere")).said).toEqual([
      `Cannot read the knowledge base: there is no directory "${join(dir, "nowhere")}". Create it, or name the right one.`,
    ]);
    expect(loadKnowledgeBase(join(dir, "a.md")).kind).toBe("unreadable");
  });

  it("refuses a link that leads out, and follows one that stays inside", () => {
    const secret = aDirectory({ "secret.md": article("SECRET") });
    const dir = aDirectory({ ".data/a.md": article("A") });
    symlinkSync(join(secret, "secret.md"), join(dir, "out.md"));
    symlinkSync(join(dir, ".data/a.md"), join(dir, "in.md"));
    symlinkSync(secret, join(dir, "outside"));
    symlinkSync(join(dir, "gone.md"), join(dir, "broken.md"));
    const { ids, said } = loaded(dir);
    expect(ids).toEqual(["A"]);
    expect(said.map((each) => each.slice(0, each.indexOf(":")))).toEqual(["outside", "broken.md", "out.md"]);
    expect(said.join()).toContain(
      "out.md:1: Cannot read the article: it is a link that leads out of the knowledge base. Copy the file instead.",
    );
  });

  it("reads the same through a link to the directory itself", () => {
    const dir = aDirectory({ "a.md": article("A") });
    const door = join(aDirectory({}), "kb");
    symlinkSync(dir, door);
    expect(loaded(door)).toEqual({ ids: ["A"], said: [] });
  });

  it("refuses a file that is too large", () => {
    expect(loaded(aDirectory({ "a.md": "x".repeat(1_048_577) })).said.join()).toContain(
      "it has 1048577 bytes. The most is 1048576",
    );
  });

  it("uses an article in another encoding, and warns", () => {
    const latin1 = Buffer.from(article("A").replace("restart", "re\u00E9start"), "latin1");
    const { ids, said } = loaded(aDirectory({ "a.md": latin1 }));
    expect(ids).toEqual(["A"]);
    expect(said.join()).toContain("the file is not UTF-8, or lost it earlier");
  });
});
