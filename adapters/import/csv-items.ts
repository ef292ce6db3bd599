import { createReadStream } from "node:fs";
import { parse } from "csv-parse";
import { readRecord } from "../../src/core/import/record.ts";
import { type Item, SourceError } from "./item.ts";
import { IMPORT_LIMITS } from "./limits.ts";

/** The rows of a CSV export, as they are read; the first row names the columns. */
export async function* csvItems(path: string, onRead: (bytes: number) => void): AsyncGenerator<Item> {
  const source = createReadStream(path);
  source.on("data", (chunk) => onRead(chunk.length));
  const rows = source.pipe(
    parse({
      columns: (names: string[]) => names.map((name) => name.trim()),
      bom: true,
      delimiter: path.toLowerCase().endsWith(".tsv") ? "\t" : [",", ";"],
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: IMPORT_LIMITS.documentBytes * 2,
    }),
  );
  source.on("error", (error) => rows.destroy(error));
  let row = 1;
  try {
    for await (const record of rows) yield itemOf(`${path}#${(row += 1)}`, record);
  } catch (error) {
    throw new SourceError(
      `Cannot read ${path} to its end: row ${row + 1} is broken (${error instanceof Error ? error.message : String(error)}). Export it again as CSV with quotes.`,
    );
  }
}

/** One record of an export as an item. */
export function itemOf(name: string, record: unknown): Item {
  const read = readRecord(record);
  return read.kind === "document"
    ? { kind: "document", name, document: read.document }
    : { kind: "left", name, why: read.why };
}
