import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { readRecords } from "../../src/core/import/record.ts";
import { itemOf } from "./csv-items.ts";
import { decodeText } from "./decode-text.ts";
import { type Item, SourceError } from "./item.ts";
import { IMPORT_LIMITS } from "./limits.ts";
import { openText } from "./open-text.ts";
import type { SourceFile } from "./read-sources.ts";

/** The records of a JSON export; a file of one record a line (`.jsonl`) is streamed, any other is read whole. */
export async function* jsonItems(file: SourceFile, onRead: (bytes: number) => void): AsyncGenerator<Item> {
  if (/\.(?:jsonl|ndjson)$/i.test(file.path)) yield* lineItems(file.path, onRead);
  else yield* wholeItems(file, onRead);
}

async function* wholeItems(file: SourceFile, onRead: (bytes: number) => void): AsyncGenerator<Item> {
  if (file.size > IMPORT_LIMITS.jsonBytes)
    throw new SourceError(
      `Cannot read ${file.path}: it is larger than ${IMPORT_LIMITS.jsonBytes / 1_048_576} MB. Export it as CSV or as one record a line (.jsonl).`,
    );
  const data = parsed(decodeText(await readFile(file.path)) ?? "", file.path);
  onRead(file.size);
  for (const [index, record] of readRecords(data).entries()) yield itemOf(`${file.path}#${index + 1}`, record);
}

async function* lineItems(path: string, onRead: (bytes: number) => void): AsyncGenerator<Item> {
  let number = 0;
  const { chunks } = await openText(path, onRead);
  for await (const line of createInterface({ input: chunks, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    if (line.trim() === "") continue;
    if (line.length > IMPORT_LIMITS.documentBytes * 2)
      yield { kind: "left", name: `${path}#${number}`, why: "larger than 1 MB" };
    else yield lineItem(line, `${path}#${number}`);
  }
}

/** One bad line does not hide the others. */
function lineItem(line: string, name: string): Item {
  try {
    return itemOf(name, JSON.parse(line.replace(/^\uFEFF/, "")));
  } catch {
    return { kind: "left", name, why: "a line that is no JSON" };
  }
}

function parsed(text: string, where: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, " ");
    throw new SourceError(`Cannot read ${where}: it is no JSON (${why}). Export it again.`);
  }
}
