import Fuse from "fuse.js";
import { SHORTEST, type Titles } from "./titles.ts";

/**
 * The only file that knows fuse.js, which takes seconds for long lists and long texts: it gets words of a like length
 * with the same first letter, or one of the next two letters as theirs, and never a text.
 */
const OPTIONS = { threshold: 0.3, ignoreLocation: true, includeScore: true } as const;

/** Words of titles that resemble a mistyped one, the likeliest first. */
export function guessWords({ words }: Titles, typed: string): readonly string[] {
  if (typed.length <= SHORTEST || typed.length > LONGEST || isNumber(typed)) return [];
  const shelves = new Set(typed.slice(0, LETTERS));
  const likely = [...shelves].flatMap((letter) => words.get(letter) ?? []).filter((word) => isLikely(word, typed));
  const found = new Fuse(likely.slice(0, MOST_WORDS), OPTIONS).search(typed, { limit: MOST_GUESSES });
  return found.map(({ item }) => item);
}

const LONGEST = 24;

/** The first letters of a word may be swapped, or the first one missing. */
const LETTERS = 2;

const MOST_WORDS = 400;
const MOST_GUESSES = 3;

/** Numbers are never guessed: one digit away is another one. */
function isNumber(word: string): boolean {
  return /\d/.test(word);
}

/** Long enough to be meant, or to be begun, and made of nearly the same letters. */
function isLikely(word: string, typed: string): boolean {
  if (word === typed || Math.abs(word.length - typed.length) > 2) return false;
  let missing = 0;
  for (const letter of typed) if (!word.includes(letter)) missing++;
  return missing <= (typed.length > 5 ? 2 : 1);
}
