import { describe, expect, it } from "vitest";
import { check } from "../../../adapters/commands/check.ts";
import type { ArticleFiles } from "../../../src/core/kb/article-file.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { anArticle } from "../../support/builders.ts";

/** Exit code and output of `kms check` on what was found in the directory. */
function checked(found: ArticleFiles): { readonly exit: 0 | 1; readonly output: readonly string[] } {
  const output: string[] = [];
  const exit = check({
    dirs: ["kb"],
    read: () => found,
    write: (line) => output.push(line),
    today: "2026-12-01",
    find: (articles) => () => articles.map(({ id }) => id),
  });
  return { exit, output };
}

function files(...texts: readonly string[]): ArticleFiles {
  return { kind: "files", files: texts.map((text, index) => ({ file: `kb/${index + 1}.md`, text })), problems: [] };
}

describe("an author who types kms check", () => {
  it("is told that all is well", () => {
    expect(checked(files(formatArticle(anArticle())))).toEqual({
      exit: 0,
      output: ["1 article can be used; 0 errors, 0 warnings."],
    });
  });

  it("sees each problem with its place, in a form that editors can jump to", () => {
    expect(checked(files("hello", formatArticle(anArticle({ review: "2026-01-01" }))))).toEqual({
      exit: 1,
      output: [
        "kb/1.md:1: error: Cannot read the article: it does not begin with front matter. Put its id and title between two lines of --- at the top.",
        "kb/2.md:6: warning: Cannot rely on Q100001: its review was due on 2026-01-01. Read it again and set the next date.",
        "1 article can be used; 1 error, 1 warning.",
      ],
    });
  });

  it("passes with warnings alone", () => {
    expect(checked(files(formatArticle(anArticle({ owner: undefined })))).exit).toBe(0);
  });

  it("fails on a file that could not be read", () => {
    const problem = { file: "kb/x.md", line: 1, severity: "error" as const, message: "Cannot read the article: no." };
    expect(checked({ kind: "files", files: [], problems: [problem] })).toEqual({
      exit: 1,
      output: ["kb/x.md:1: error: Cannot read the article: no.", "0 articles can be used; 1 error, 0 warnings."],
    });
  });

  it("hears that an article of one folder hides one of another", () => {
    const output: string[] = [];
    const exit = check({
      dirs: ["public", "security"],
      read: (dir) => ({
        kind: "files",
        files: [{ file: `${dir}/a.md`, text: formatArticle(anArticle()) }],
        problems: [],
      }),
      write: (line) => output.push(line),
      today: "2026-12-01",
      find: (articles) => () => articles.map(({ id }) => id),
    });
    expect([exit, output[0]]).toEqual([
      1,
      expect.stringMatching(/^security\/a\.md:\d+: error: .*public\/a\.md has it already/),
    ]);
  });

  it("fails when there is no knowledge base", () => {
    expect(checked({ kind: "unreadable", message: "Cannot read it." })).toEqual({
      exit: 1,
      output: ["Cannot read it."],
    });
  });
});
