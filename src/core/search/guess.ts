import Fuse from "fuse.js";
import { bitCount } from "../matching/bit-count.ts";
import { lineCount, lineOf } from "./lines.ts";
import { letterSet, type TitleWords } from "./title-words.ts";

/**
 * The only file that knows fuse.js, which takes seconds for long lists and long texts: it gets some dozens of words of a
 * like length and nearly the same letters, with the same first letter or the second one first, and never a text.
 * Two letters that changed places are two errors of five.
 */
const OPTIONS = { threshold: 0.4, ignoreLocation: true } as const;

/** Shorter words have too many neighbours to be guessed, and nobody types longer ones. */
const SHORTEST = 4;
const LONGEST = 24;

const MOST_GUESSES = 3;

/** The numbers of words of titles that resemble a mistyped one, the likeliest first. */
export function guessWords(words: TitleWords, typed: string): readonly number[] {
  if (typed.length < SHORTEST || typed.length > LONGEST || isNumber(typed)) return [];
  const likely = likelyWords(words, typed).map((word) => ({ word, spelled: lineOf(words.spelled, word) }));
  const found = new Fuse(likely, { ...OPTIONS, keys: ["spelled"] }).search(typed, { limit: MOST_GUESSES });
  return found.map(({ item }) => item.word);
}

/** Numbers are never guessed: one digit away is another one. */
function isNumber(word: string): boolean {
  return /\d/.test(word);
}

/** Words that fuse.js compares. */
const MOST_COMPARED = 64;

/** Those with the most letters in common come first. */
function likelyWords(words: TitleWords, typed: string): readonly number[] {
  const { spelled, letterSets } = words;
  const set = letterSet(typed);
  const most = typed.length > 5 ? 2 : 1;
  const likely: { readonly word: number; readonly apart: number }[] = [];
  for (let word = 0; word < lineCount(spelled); word++) {
    if (bitCount(set & ~letterSets[word]!) > most) continue;
    const start = spelled.starts[word]! + 1;
    const longer = Math.abs(spelled.starts[word + 1]! - start - typed.length);
    if (longer > 2 || !beginsAlike(spelled.text, start, typed)) continue;
    likely.push({ word, apart: bitCount(set ^ letterSets[word]!) + longer });
  }
  const closest = likely.toSorted((a, b) => a.apart - b.apart).slice(0, MOST_COMPARED);
  return closest.map(({ word }) => word).filter((word) => lineOf(spelled, word) !== typed);
}

/** The first letters of a word may be swapped, or the first one missing. */
function beginsAlike(text: string, start: number, typed: string): boolean {
  const first = text.charCodeAt(start);
  return first === typed.charCodeAt(0) || first === typed.charCodeAt(1);
}
