import type { ForeignDocument } from "./document.ts";
import { isoDay } from "./iso-day.ts";
import { readTypewritten } from "./typewritten.ts";

/**
 * Reads the text form of the Microsoft archive, which begins `DOCUMENT:Q274321  04-NOV-2000  [exchange]`;
 * undefined for any other text.
 */
export function readArchive(text: string): ForeignDocument | undefined {
  const lines = text.split(/\r\n|\r|\n/).map(expandTabs);
  const found = /^DOCUMENT\s*:\s*(Q\d{4,7})\s*(\d{1,2}-[A-Z]{3}-\d{4})?\s*(?:\[(.*?)\])?/i.exec(lines[0] ?? "");
  if (found === null) return undefined;
  const length = lines.findIndex((line, at) => at > 0 && !FIELD.test(line) && !/^ {5,}\S/.test(line));
  const fields = readFields(lines.slice(1, length === -1 ? undefined : length));
  return readTypewritten(
    "archive",
    {
      id: (found[1] ?? "").toUpperCase(),
      title: fields.get("TITLE") ?? "",
      modified: isoDay(found[2] ?? ""),
      product: fields.get("PRODUCT") ?? "",
      versions: fields.get("PROD/VER") ?? "",
      keywords: [found[3] ?? "", fields.get("KEYWORDS") ?? ""],
    },
    length === -1 ? [] : lines.slice(length),
  );
}

const FIELD = /^(TITLE|PRODUCT|PROD\/VER|OPER\/SYS|KEYWORDS)\s*:(.*)$/;

function readFields(lines: readonly string[]): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  let last = "";
  for (const line of lines) {
    const [, name, value = ""] = FIELD.exec(line) ?? [];
    last = name ?? last;
    const before = name === undefined ? `${fields.get(last) ?? ""} ` : "";
    fields.set(last, (before + (name === undefined ? line : value).trim()).trim());
  }
  return fields;
}

/** Tab stops every eight columns, as the archive's terminals had them. */
export function expandTabs(line: string): string {
  if (!line.includes("\t")) return line;
  let wide = "";
  for (const character of line) wide += character === "\t" ? " ".repeat(8 - (wide.length % 8)) : character;
  return wide;
}
