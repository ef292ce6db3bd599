import { alikeWords } from "../matching/alike.ts";
import { codeSpellings } from "../matching/code-spellings.ts";
import { codeOfWord } from "../matching/code-word.ts";
import { lettersOf } from "../matching/lexicon.ts";
import type { Unit } from "../matching/unit.ts";
import { leavesNumbersOut, LONGEST_QUERY } from "../matching/query.ts";
import { skeletonOfWord } from "../matching/spelling.ts";
import { wordsOf } from "../matching/words.ts";

/** The words that are to be looked up for a unit, each once: its own, each two neighbours written as one, those alike, and codes in all notations. */
export function wordsWanted(unit: Unit): readonly string[] {
  const said = wordsOf(unit.text);
  const words = (leavesNumbersOut(unit) ? said.filter(isNoNumber) : said).slice(0, LONGEST_QUERY);
  const joined = words.slice(1).flatMap((word, before) => wordsOf(words[before]! + word).slice(-1));
  const alike = unit.kind === "talk" ? words.flatMap((word) => alikeWords(word).map(([other]) => other)) : [];
  return [...new Set([...words, ...joined, ...alike, ...words.flatMap(otherNotations)])];
}

/** How else a code may be written; a word does not say whether a minus stands before it. */
function otherNotations(word: string): readonly string[] {
  const letters = lettersOf(word);
  const codes = [false, true].map((signed) => codeOfWord(letters, letters.length, signed));
  return [...new Set(codes)].flatMap((code) => (code === undefined ? [] : codeSpellings(code)));
}

function isNoNumber(word: string): boolean {
  return !/^[0-9]+$/.test(word);
}

/** Words that nobody knows: each with what it may consist of, and what it looks like where it may be misspelled. */
export type Stranger = {
  readonly word: string;
  readonly pieces: readonly string[];
  readonly skeleton: string | undefined;
};

/** A text full of unknown words is not about our articles. */
const MOST_STRANGERS = 24;

/** The words of a unit that are not among the known ones, in their order. */
export function strangersIn(unit: Unit, isKnown: (word: string) => boolean): readonly Stranger[] {
  const unknown = [...new Set(wordsOf(unit.text).slice(0, LONGEST_QUERY))].filter((word) => !isKnown(word));
  return unknown
    .slice(0, MOST_STRANGERS)
    .map((word) => ({ word, pieces: piecesOf(word), skeleton: skeletonOfWord(word) }));
}

const SHORTEST_PIECE = 3;

function piecesOf(word: string): string[] {
  const cuts = Math.max(0, word.length - 2 * SHORTEST_PIECE + 1);
  return Array.from({ length: cuts }, (_, cut) => [
    word.slice(0, cut + SHORTEST_PIECE),
    word.slice(cut + SHORTEST_PIECE),
  ]).flat();
}
