/** How bytes below a byte order mark's certainty are encoded. */
export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252" | "cp437" | "binary";

/**
 * Guesses how a text is encoded. A byte order mark decides; then the place of NUL bytes tells UTF-16 from a binary
 * file; then well-formed UTF-8 is UTF-8; what is left is old, and its high bytes vote between the code page of DOS
 * (lines of box characters, accents at 80–A5) and that of Windows (curly quotes at 91–97, accents at C0–FF).
 */
export function guessEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const zeros = countZeros(bytes.subarray(0, SAMPLE));
  if (zeros.even + zeros.odd > 0) return fromZeros(zeros, Math.min(bytes.length, SAMPLE));
  return isUtf8(bytes) ? "utf-8" : guessCodePage(bytes);
}

const SAMPLE = 4_096;

function countZeros(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let even = 0;
  let odd = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even, odd };
}

/** Western text in UTF-16 has a NUL in nearly every second place, always on the same side. */
function fromZeros({ even, odd }: { readonly even: number; readonly odd: number }, length: number): Encoding {
  const many = length / 5;
  if (odd > many && even < odd / 10) return "utf-16le";
  return even > many && odd < even / 10 ? "utf-16be" : "binary";
}

/** {@link https://www.rfc-editor.org/rfc/rfc3629#section-4} */
function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] ?? 0;
    const length = sequenceLength(first);
    if (length === 0) return false;
    for (let next = 1; next < length; next += 1) {
      if (((bytes[at + next] ?? 0) & 0xc0) !== 0x80) return false;
    }
    if (length > 2 && isOutOfRange(first, bytes[at + 1] ?? 0)) return false;
    at += length;
  }
  return true;
}

function sequenceLength(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first <= 0xdf) return 2;
  if (first >= 0xe0 && first <= 0xef) return 3;
  return first >= 0xf0 && first <= 0xf4 ? 4 : 0;
}

/** Overlong forms, surrogates, and what lies beyond the last character. */
function isOutOfRange(first: number, second: number): boolean {
  if (first === 0xe0) return second < 0xa0;
  if (first === 0xed) return second > 0x9f;
  if (first === 0xf0) return second < 0x90;
  return first === 0xf4 && second > 0x8f;
}

function guessCodePage(bytes: Uint8Array): "windows-1252" | "cp437" {
  let dos = 0;
  let windows = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const before = bytes[at - 1] ?? 0;
    const after = bytes[at + 1] ?? 0;
    const besideLetter = isLetter(before) || isLetter(after);
    if (UNASSIGNED.has(byte) || (isOutside(byte) && isInWord(before) && isInWord(after))) dos += TELLING;
    else if (isBox(byte) && (isBox(before) || isBox(after))) dos += 2;
    else if (byte >= 0x91 && byte <= 0x97) windows += 1;
    else if ((byte <= 0x9a && byte !== 0x85) || (byte >= 0xa0 && byte <= 0xa5 && besideLetter))
      dos += besideLetter ? 1 : 0;
    else if (byte >= 0xc0 && besideLetter) windows += 1;
  }
  return dos > windows ? "cp437" : "windows-1252";
}

/** What no text of the other code page has outweighs a few accents. */
const TELLING = 3;

/** Windows has no letter there. {@link https://encoding.spec.whatwg.org/index-windows-1252.txt} */
const UNASSIGNED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** In Windows an opening or a double quotation mark, or a bullet: they stand outside of words. In DOS, letters. */
function isOutside(byte: number): boolean {
  return byte === 0x91 || (byte >= 0x93 && byte <= 0x95);
}

function isInWord(byte: number): boolean {
  return isLetter(byte) || byte >= 0x80;
}

function isLetter(byte: number): boolean {
  return (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a;
}

/** Shades, lines and corners stand side by side in DOS texts; accents hardly ever do. */
function isBox(byte: number): boolean {
  return byte >= 0xb0 && byte <= 0xdf;
}
