import type { Take } from "./shape.ts";

/** Lengths by country, of the IBAN registry: {@link https://www.swift.com/standards/data-standards/iban} */
const LENGTHS: Readonly<Record<string, number>> = {
  AD: 24,
  AE: 23,
  AL: 28,
  AT: 20,
  AZ: 28,
  BA: 20,
  BE: 16,
  BG: 22,
  BH: 22,
  BR: 29,
  BY: 28,
  CH: 21,
  CR: 22,
  CY: 28,
  CZ: 24,
  DE: 22,
  DK: 18,
  DO: 28,
  EE: 20,
  EG: 29,
  ES: 24,
  FI: 18,
  FO: 18,
  FR: 27,
  GB: 22,
  GE: 22,
  GI: 23,
  GL: 18,
  GR: 27,
  GT: 28,
  HR: 21,
  HU: 28,
  IE: 22,
  IL: 23,
  IQ: 23,
  IS: 26,
  IT: 27,
  JO: 30,
  KW: 30,
  KZ: 20,
  LB: 28,
  LI: 21,
  LT: 20,
  LU: 20,
  LV: 21,
  MC: 27,
  MD: 24,
  ME: 22,
  MK: 19,
  MT: 31,
  MU: 30,
  NL: 18,
  NO: 15,
  PK: 24,
  PL: 28,
  PS: 29,
  PT: 25,
  QA: 29,
  RO: 24,
  RS: 22,
  SA: 24,
  SE: 24,
  SI: 19,
  SK: 24,
  SM: 27,
  TN: 24,
  TR: 26,
  UA: 29,
  VA: 22,
  VG: 24,
  XK: 20,
};

/** An account number with the length of its country and right check digits (ISO 13616). What follows it is left. */
export const anIban: Take = ({ value }) => {
  const length = LENGTHS[value.slice(0, 2).toUpperCase()] ?? 0;
  const written = firstCharacters(value, length);
  return length > 0 && passesMod97(written.replaceAll(/[ -]/g, "")) ? written : "";
};

/** So many characters, blanks not counted; all of it must be there, and the word must end there. */
function firstCharacters(value: string, count: number): string {
  let end = 0;
  for (let seen = 0; seen < count && end < value.length; end++) if (!/[ -]/.test(value[end] ?? "")) seen++;
  return /^[A-Z0-9]/i.test(value.slice(end)) ? "" : value.slice(0, end);
}

/** Whether the check digits are right: moved to the end and read in base 36, the remainder by 97 is 1. */
export function passesMod97(iban: string): boolean {
  let rest = 0;
  for (const sign of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
