import { codeOf } from "../signals/code.ts";

/**
 * The canonical code (8 upper-case hex digits) that a word of an article may be read as: `0x7b`, `c0038f07`, a decimal of
 * seven to ten digits, or one of three to six behind a minus (`signed`). Generous on purpose: any such word may be what
 * somebody pastes, and nobody finds an article by a code who did not write one.
 */
export function codeOfWord(letters: Uint16Array, length: number, signed = false): string | undefined {
  if (length < 3 || length > LONGEST || (length < 8 && !isDigit(letters[0]!))) return undefined;
  const end = endOfDigits(letters, length);
  if (letters[0] === ZERO && letters[1] === X) return prefixedCode(letters, end);
  if (length === 9 && letters[0] === H && isHex(letters, 1, length)) return padded(letters, 1, length);
  if (signed || end !== 8 || !isHex(letters, 0, end))
    return signed || length >= 7 ? decimalCode(letters, length) : undefined;
  return padded(letters, 0, end);
}

/** `0x`, sixteen digits and the suffix of a type. */
const LONGEST = 20;

/** `C0000005h`, `0xC00000D5L`, `0xC00000D5UL` */
function endOfDigits(letters: Uint16Array, length: number): number {
  const last = letters[length - 1]!;
  if (last === L && letters[length - 2] === U) return length - 2;
  return last === H || last === L ? length - 1 : length;
}

const L = 0x6c;
const U = 0x75;

/** Of `&H80004005` the sign is no letter. */
const H = 0x68;

/** More than eight digits are a code where they begin with zeros, or with the sign of a 64-bit value: `0x00000001E`. */
function prefixedCode(letters: Uint16Array, end: number): string | undefined {
  let start = isExtended(letters, end) ? 10 : 2;
  while (end - start > 8 && letters[start] === ZERO) start++;
  return end > start && end - start <= 8 && isHex(letters, start, end) ? padded(letters, start, end) : undefined;
}

/** `0xFFFFFFFF80004005` */
function isExtended(letters: Uint16Array, end: number): boolean {
  return end === 18 && letters.subarray(2, 10).every((letter) => letter === F) && letters[10]! >= EIGHT;
}

const F = 0x66;
const EIGHT = 0x38;
const ZERO = 0x30;
const X = 0x78;

function isDigit(letter: number): boolean {
  return letter >= ZERO && letter <= 0x39;
}

function isHex(letters: Uint16Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++)
    if (!isDigit(letters[at]!) && (letters[at]! < 0x61 || letters[at]! > 0x66)) return false;
  return true;
}

function padded(letters: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...letters.subarray(from, to))
    .toUpperCase()
    .padStart(8, "0");
}

/** A decimal stands for itself when it is too large for a signed number, and else for the negative one. */
function decimalCode(letters: Uint16Array, length: number): string | undefined {
  for (let at = 0; at < length; at++) if (!isDigit(letters[at]!)) return undefined;
  const value = Number(String.fromCharCode(...letters.subarray(0, length)));
  if (value > 0xffff_ffff) return undefined;
  return codeOf(value > 0x7fff_ffff ? value : -value);
}
