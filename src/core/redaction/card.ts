import type { Take } from "./shape.ts";

/** A payment card's number: the digits of an issuer, the length that issuer uses, and the check digit (ISO/IEC 7812). */
export const aCardNumber: Take = ({ value, text, start }) => {
  const digits = value.replaceAll(/\D/g, "");
  const isCard = ISSUERS.some((issuer) => issuer.test(digits)) && passesLuhn(digits);
  return isCard && !isNamedId(text.slice(Math.max(0, start - 40), start)) ? value : "";
};

const ISSUERS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15})$/,
  /^5[1-5]\d{14}$/,
  /^(?:222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720)\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-5]|[68]\d)\d{11}$/,
  /^(?:6011|64[4-9]\d|65\d\d)\d{12}$/,
  /^35(?:2[89]|[3-8]\d)\d{12}$/,
];

/** Programs number many things with as many digits. */
function isNamedId(before: string): boolean {
  return /(?:id|span|trace|seq|sequence|offset|lsn|hash|serial|ticket|order|time|ts|timestamp|nonce|epoch)["')\]]?\s?[=:#]?\s?["'(]?$/i.test(
    before,
  );
}

/** Whether the last digit is the check digit of the others (Luhn). */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits !== "" && sum % 10 === 0;
}
