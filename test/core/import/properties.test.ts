import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guessEncoding } from "../../../src/core/import/guess-encoding.ts";
import { importText } from "../../../src/core/import/import-text.ts";
import { readRecord } from "../../../src/core/import/record.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";
import { parseArticle } from "../../../src/core/kb/parse-article.ts";
import { anArchiveText } from "./support.ts";

/** Text with a taste for everything the readers look for. */
const spiced = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.stringMatching(/^[a-zA-Z ]{1,30}$/),
      fc.constantFrom(
        "\n",
        "\n\n",
        "SYMPTOMS\n========\n",
        "RESOLUTION\n==========\n\n",
        "1. Delete it\n",
        "   a. b\n",
        " - x\n",
        "      code\n",
        "```",
        "~~~\n",
        "---\n",
        "# h\n",
        "<p>",
        "</p>",
        "<li>",
        "<pre>",
        "<table><tr><td>a</td>",
        "| a | b |\n",
        "Event ID: 5\n",
        "\t",
        "\u0000",
        "\uD800",
        "{% raw %}",
        "Article: Q123456\n",
        "The following error message:\n\n",
        '"',
        "Q123456 x\n",
        "\r",
        "=====\n",
        "-----\n",
        "back up first. ",
        "__proto__: 1\n",
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(""));

const anyName = fc.constantFrom("a.txt", "b.md", "c.html", "KB123456.txt", "", "..\\..\\x", "CON");

describe("importing", () => {
  it("never throws, and what it imports is an article that our own format takes", () => {
    fc.assert(
      fc.property(spiced, anyName, (text, name) => {
        const outcome = importText(text, name);
        if (outcome.kind === "refused") return;
        expect(parseArticle(formatArticle(outcome.imported.article), "a.md")).toMatchObject({ kind: "article" });
      }),
      { numRuns: 2_000 },
    );
  });

  it("loses no word of an archive's section", () => {
    const line = fc.stringMatching(/^[A-Za-z]{2,8}( [a-z]{2,8}){0,8}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom("", "   ", "1. ", " - ", "      "), line), { minLength: 1, maxLength: 12 }),
        (lines) => {
          const body = lines.map(([indent, words]) => `${indent}${words}\n`).join("\n");
          const outcome = importText(anArchiveText(`CAUSE\n=====\n\nIt is so.\n\n${body}`), "a.txt");
          const kept = outcome.kind === "imported" ? formatArticle(outcome.imported.article) : "";
          for (const word of lines.flatMap(([, words]) => words.split(" "))) expect(kept).toContain(word);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it("gives the same article for the same text", () => {
    fc.assert(
      fc.property(spiced, anyName, (text, name) => {
        expect(importText(text, name)).toEqual(importText(text, name));
      }),
      { numRuns: 1_000 },
    );
  });

  it("never throws at a record", () => {
    fc.assert(
      fc.property(fc.anything(), (record) => {
        expect(["document", "none"]).toContain(readRecord(record).kind);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe("guessing an encoding", () => {
  it("has an answer for any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(["utf-8", "utf-16le", "utf-16be", "windows-1252", "cp437", "binary"]).toContain(guessEncoding(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  it("agrees with the platform about what is UTF-8", () => {
    fc.assert(
      fc.property(fc.uint8Array({ min: 1, maxLength: 40 }), (bytes) => {
        const decoded = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
        const strict = Buffer.from(bytes).equals(Buffer.from(decoded));
        const isUtf16 = guessEncoding(bytes).startsWith("utf-16");
        expect(isUtf16 || (guessEncoding(bytes) === "utf-8") === strict).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});
