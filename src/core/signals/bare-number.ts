import { isProductVersion } from "./product.ts";
import type { Signal } from "./signal.ts";

type BareNumber = Extract<Signal, { kind: "bare-number" }>;

/** Numbers typed on their own in a command: `5389`, `5389 5390`. Signs, fractions and long numbers mean something else. */
export function readBareNumbers(text: string): readonly BareNumber[] {
  if (wordCount(text) > MAX_WORDS) return [];
  return [...text.matchAll(NUMBER)]
    .filter((match) => !isProductVersion(text.slice(Math.max(0, match.index - 32), match.index), match[0]))
    .map((match) => ({
      kind: "bare-number",
      value: Number(match[0]),
      span: { start: match.index, end: match.index + match[0].length },
    }));
}

/** In a longer command a number is part of what is described. */
const MAX_WORDS = 5;

function wordCount(text: string): number {
  return text.length > 400 ? Number.POSITIVE_INFINITY : (text.match(/\p{L}+/gu)?.length ?? 0);
}

/** A hash in front is a ticket's, but where it begins what was typed. */
const NUMBER = /(?:(?<=^\s{0,4}#)|(?<![\w.,:/\\+$#@%-]))\d{1,7}(?![\w/\\%@-]|[.,:]\d)/g;
