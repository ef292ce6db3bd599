import { aCardNumber } from "../card.ts";
import { anIban } from "../iban.ts";
import { byPattern, type Shape } from "../shape.ts";

/** Numbers that prove themselves by check digits. Neither side may go on, as in a hex dump or a longer number. */
export const NUMBER_SHAPES: readonly Shape[] = [
  byPattern(
    "card-number",
    "card number",
    /(?<![\w.,:+-])(?<![\dA-Fa-f]{4} )(?:\d{13,16}|\d{4}(?: \d{4}){3}|\d{4}(?:-\d{4}){3}|\d{4} \d{6} \d{4,5}|\d{4}-\d{6}-\d{4,5})(?![\w+-]|[.,:]\d| [\dA-Fa-f]{4}(?![\w]))/,
    {
      take: aCardNumber,
    },
  ),
  byPattern(
    "iban",
    "account number",
    /(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/,
    { take: anIban },
  ),
];
