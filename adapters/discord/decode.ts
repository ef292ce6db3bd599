import iconv from "iconv-lite";
import { guessEncoding } from "../../src/core/import/guess-encoding.ts";

/** The text in a file that some Windows wrote; undefined for what is no text. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const encoding = guessEncoding(bytes);
  return encoding === "binary" ? undefined : iconv.decode(Buffer.from(bytes), encoding);
}
