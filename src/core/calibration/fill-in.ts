import type { Chance } from "./chance.ts";

/** The parts of a message that vary hold something else on every machine, and its numbers on another day. */
export function filledIn(message: string, chance: Chance): string {
  const filled = message.replace(PLACEHOLDER, () => chance.pick(VALUES));
  const moved = chance.happens(OTHER_MACHINE) ? filled.replace(PATH, () => chance.pick(VALUES)) : filled;
  if (!chance.happens(OTHER_DAY)) return moved;
  return moved.replace(NUMBER, (digits) => digits.replace(/\d/g, () => String(chance.below(10))));
}

const PLACEHOLDER = /<[^<>\n]{1,60}>|%\w+%?/g;
/** Paths and shares are another machine's, even where the article gives one as an example. */
const PATH = /(?:\\\\[\w$.-]+|\b[A-Za-z]:)\\[\w$.\\-]*/g;
const NUMBER = /(?<![\w.])\d{2,}(?![\w.])/g;

const OTHER_MACHINE = 0.6;
const OTHER_DAY = 0.3;

const VALUES = [
  "EXCH02",
  "C:\\Program Files\\Vendor\\app.exe",
  "jsmith",
  "orders",
  "10.2.0.17",
  "D:\\data\\setup.log",
  "1234",
  "\\\\SRV07\\home",
  "mail03.example.org",
];
