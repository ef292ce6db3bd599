import type { ForeignDocument } from "./document.ts";
import { beginsWithFrontMatter, type Fields, splitFrontMatter } from "./front-matter.ts";
import { isoDay } from "./iso-day.ts";
import { httpUrl, nameWithoutEnding } from "./page.ts";
import { readBlocks } from "./read-blocks.ts";
import { readSections } from "./read-sections.ts";
import { setOffQuotes } from "./set-off-quotes.ts";
import { setOffRecords } from "./set-off-records.ts";

/** Whether a text is Markdown: by its file name, its front matter or its headings. */
export function isMarkdown(text: string, name: string): boolean {
  if (/\.(?:md|markdown|mdown)$/i.test(name) || beginsWithFrontMatter(text)) return true;
  return (text.slice(0, 20_000).match(/^#{1,4} \S/gm) ?? []).length >= 2;
}

/** Reads Markdown, with front matter or without; the title may stand in either, or be the file's name. */
export function readMarkdown(text: string, name: string): ForeignDocument {
  const { fields, body } = splitFrontMatter(text);
  const lines = body.split(/\r\n|\r|\n/).map((line) => line.replaceAll("\t", "    "));
  const heading = lines.findIndex((line) => /^# +\S/.test(line));
  const titled = heading !== -1 && lines.slice(0, heading).every((line) => line.trim() === "");
  const title =
    one(fields, ["title", "name", "subject"]) ??
    (titled ? (lines[heading] ?? "").replace(/^# +/, "").trim() : undefined);
  return {
    form: "markdown",
    id: one(fields, ["id", "number", "kb", "article"]),
    title: title ?? nameWithoutEnding(name),
    modified: isoDay(one(fields, ["modified", "updated", "last_modified", "lastmod", "date"]) ?? ""),
    products: many(fields, ["products", "product", "applies_to", "services", "service"]),
    versions: many(fields, ["versions", "version"]),
    tags: many(fields, ["tags", "keywords", "labels", "categories"]),
    owner: one(fields, ["owner", "team", "author"]),
    url: httpUrl(one(fields, ["url", "link", "source"])),
    sections: readSections(readBlocks(setOffRecords(setOffQuotes(titled ? lines.slice(heading + 1) : lines))), {
      opening: "summary",
      headings: "all",
    }),
  };
}

function one(fields: Fields, names: readonly string[]): string | undefined {
  return many(fields, names)[0];
}

function many(fields: Fields, names: readonly string[]): readonly string[] {
  const value = names.map((name) => fields.get(name)).find((each) => each !== undefined && each !== null);
  const values: readonly unknown[] = Array.isArray(value)
    ? value
    : typeof value === "string"
      ? value.split(/,\s*/)
      : [value];
  return values
    .flatMap((each) => (typeof each === "string" || typeof each === "number" ? [String(each).trim()] : []))
    .filter((each) => each !== "");
}
