import { readFileSync } from "node:fs";
import { importText } from "../../../src/core/import/import-text.ts";
import type { Imported } from "../../../src/core/import/to-article.ts";

/** A document of `test/fixtures/import`. */
export function fixture(name: string): string {
  return readFileSync(new URL(`../../fixtures/import/${name}`, import.meta.url), "utf8");
}

/** Imports what must be importable. */
export function imported(text: string, name = "some.txt"): Imported {
  const outcome = importText(text, name);
  if (outcome.kind !== "imported")
    throw new Error(`Cannot import ${name}: ${outcome.why}. Give it a title and a text.`);
  return outcome.imported;
}

/** A typewritten article of the archive with these sections. */
export function anArchiveText(sections: string, { id = "Q900010", title = "A title" } = {}): string {
  return [
    `DOCUMENT:${id}  07-MAR-2001  [backup]`,
    `TITLE   :${title}`,
    "PRODUCT :Contoso Backup",
    "PROD/VER::2.0",
    "OPER/SYS:",
    "KEYWORDS:",
    "",
    "======================================================================",
    sections,
  ].join("\r\n");
}

/** A section as the archive writes it. */
export function underlined(heading: string, text: string): string {
  return `${heading}\n${"=".repeat(heading.length)}\n\n${text}\n\n`;
}
