import iconv from "iconv-lite";
import { guessEncoding } from "../../src/core/import/guess-encoding.ts";

/** The text of some bytes, whatever encoding they are in; undefined when they are no text at all. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = guessEncoding(bytes);
  if (encoding === "binary") return undefined;
  return encoding === "cp437" ? iconv.decode(Buffer.from(bytes), "cp437") : DECODERS[encoding].decode(bytes);
}

const DECODERS = {
  "utf-8": new TextDecoder("utf-8"),
  "utf-16le": new TextDecoder("utf-16le"),
  "utf-16be": new TextDecoder("utf-16be"),
  "windows-1252": new TextDecoder("windows-1252"),
} as const;
