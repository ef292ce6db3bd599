import { parse } from "csv-parse";
import { readRecord } from "../../src/core/import/record.ts";
import { type Item, SourceError } from "./item.ts";
import { IMPORT_LIMITS } from "./limits.ts";
import { openText } from "./open-text.ts";

/** The rows of a CSV export, as they are read; the first row names the columns. */
export async function* csvItems(path: string, onRead: (bytes: number) => void): AsyncGenerator<Item> {
  const { chunks, firstLine } = await openText(path, onRead);
  const rows = chunks.pipe(
    parse({
      columns: (names: string[]) => names.map((name) => name.trim()),
      bom: true,
      delimiter: delimiterOf(firstLine),
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: IMPORT_LIMITS.documentBytes * 2,
    }),
  );
  chunks.on("error", (error) => rows.destroy(error));
  let row = 1;
  try {
    for await (const record of rows) yield itemOf(`${path}#${(row += 1)}`, record);
  } catch (error) {
    throw new SourceError(
      `Cannot read ${path} to its end: row ${row + 1} is broken (${error instanceof Error ? error.message : String(error)}). Export it again as CSV with quotes.`,
    );
  }
}

/** What stands most often between the names of the columns: a comma, in many countries a semicolon, from a spreadsheet a tab. */
function delimiterOf(firstLine: string): string {
  const bare = firstLine.replace(/"[^"]*"/g, "");
  const count = (sign: string): number => bare.split(sign).length;
  return [",", ";", "\t"].toSorted((a, b) => count(b) - count(a))[0] ?? ",";
}

/** One record of an export as an item. */
export function itemOf(name: string, record: unknown): Item {
  const read = readRecord(record);
  return read.kind === "document"
    ? { kind: "document", name, document: read.document }
    : { kind: "left", name, why: read.why };
}
