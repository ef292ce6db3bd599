import { readFileSync, writeFileSync } from "node:fs";
import { wrong } from "./options.ts";
import type { Writing } from "./table.ts";

const DOCUMENT = new URL("../../docs/benchmarks.md", import.meta.url);

/** How a command prints: as text, as Markdown, or as Markdown that also replaces a section of docs/benchmarks.md. */
export type Output = { readonly writing: Writing; readonly print: (text: string) => void };

/** Options that every command with tables has. */
export const OUTPUT_OPTIONS = { markdown: { type: "boolean" }, section: { type: "string" } } as const;

/** Complains before anything is measured when there is no such section. */
export function outputFor(options: {
  readonly markdown?: boolean | undefined;
  readonly section?: string | undefined;
}): Output {
  const { markdown = false, section } = options;
  const isMarkdown = markdown || section !== undefined;
  if (section !== undefined) replaceSection(section, (before) => before);
  return {
    writing: isMarkdown ? "markdown" : "plain",
    print: (text) => {
      process.stdout.write(`${text}\n`);
      if (section !== undefined) replaceSection(section, () => `\n${text}\n`);
    },
  };
}

/** A section stands between `<!-- name -->` and `<!-- /name -->`. */
function replaceSection(name: string, change: (before: string) => string): void {
  const document = readFileSync(DOCUMENT, "utf8");
  const opening = `<!-- ${name} -->`;
  const start = document.indexOf(opening);
  const end = document.indexOf(`<!-- /${name} -->`);
  if (start < 0 || end < start) throw wrong(`docs/benchmarks.md has no section "${name}"`);
  const from = start + opening.length;
  writeFileSync(DOCUMENT, document.slice(0, from) + change(document.slice(from, end)) + document.slice(end));
}
