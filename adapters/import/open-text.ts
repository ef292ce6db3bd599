import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import iconv from "iconv-lite";
import { type Encoding, guessEncoding } from "../../src/core/import/guess-encoding.ts";
import { SourceError } from "./item.ts";

/** A large text that is read bit by bit, and its first line. */
export type OpenText = { readonly chunks: Readable; readonly firstLine: string };

/** Bytes by which the encoding is guessed: an accent in a later row comes too late. */
const SAMPLE = 4_194_304;

/** Opens a text whatever its encoding; `onRead` hears how many bytes were read. */
export async function openText(path: string, onRead: (bytes: number) => void): Promise<OpenText> {
  const sample = await firstBytes(path);
  const encoding = guessEncoding(sample);
  if (encoding === "binary") throw new SourceError(`Cannot read ${path}: it is binary, not text. Export it again.`);
  const [firstLine = ""] = iconv.decode(sample, NAMES[encoding]).split(/[\r\n]/, 1);
  return { chunks: Readable.from(decoded(path, NAMES[encoding], onRead)), firstLine };
}

async function* decoded(path: string, encoding: string, onRead: (bytes: number) => void): AsyncGenerator<string> {
  const decoder = iconv.getDecoder(encoding);
  for await (const chunk of createReadStream(path)) {
    const bytes = Buffer.from(chunk);
    onRead(bytes.length);
    yield decoder.write(bytes);
  }
  yield decoder.end() ?? "";
}

const NAMES: Readonly<Record<Exclude<Encoding, "binary">, string>> = {
  "utf-8": "utf8",
  "utf-16le": "utf16-le",
  "utf-16be": "utf16-be",
  "windows-1252": "win1252",
  cp437: "cp437",
};

/** Up to the last line break, so that no letter is cut in two. */
async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, 0);
    const sample = buffer.subarray(0, bytesRead);
    return bytesRead < SAMPLE ? sample : sample.subarray(0, sample.lastIndexOf("\n") + 1 || SAMPLE);
  } finally {
    await file.close();
  }
}
