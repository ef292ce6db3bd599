/**
 * The words as which articles may have a canonical code, in the letters of the index: `0000007B` as `0x0000007b`, `0x7b` and
 * `0000007b` (behind an ampersand `h0000007b`); one below zero also as `fffffc06`, `4294966278` and, behind a minus that is no part of the word, `1018`.
 */
export function codeSpellings(code: string): readonly string[] {
  const full = code.toLowerCase();
  const short = full.replace(/^0+(?=.)/, "");
  const hex = [`0x${full}`, full, `${full}h`, `h${full}`, ...(short === full ? [] : [`0x${short}`])];
  const value = Number.parseInt(code, 16);
  if (value < SIGN_BIT) return hex;
  const below = String(WRAP - value);
  return [...hex, String(value), ...(below.length < SHORTEST_DECIMAL ? [] : [below])];
}

/** From here on a 32-bit value is below zero. */
const SIGN_BIT = 0x8000_0000;
const WRAP = 0x1_0000_0000;

/** Shorter ones are everyday numbers. */
const SHORTEST_DECIMAL = 3;
