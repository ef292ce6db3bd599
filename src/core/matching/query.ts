import { alikeTerms } from "./alike.ts";
import { inverseFrequency } from "./background.ts";
import { isSigned } from "./code-place.ts";
import { codeSpellings } from "./code-spellings.ts";
import { codeOfWord } from "./code-word.ts";
import { FULL_DEPTH } from "./depth.ts";
import type { Unit } from "./unit.ts";
import { MOST_LETTERS } from "./letters.ts";
import { findTerm, lettersOf } from "./lexicon.ts";
import { articlesCounted, bigramKey, type Segment } from "./segment.ts";
import { guessTerms, type Spelling } from "./spelling.ts";
import { isWrittenAsName } from "./written-name.ts";
import { eachWord } from "./words.ts";

/** The words of a unit, in the numbers of one segment. */
export type Query = {
  readonly words: readonly QueryWord[];
  /** The sum of all weights: what an article that has every word would score. */
  readonly weight: number;
  /** The weight of the most telling word. */
  readonly mostWeight: number;
  /** Share of the weight that lies on words the index knows exactly. */
  readonly known: number;
  readonly bigrams: readonly number[];
  /** The letters of all words end to end, as far as they are compared. */
  readonly letters: Uint16Array;
};

export type QueryWord = {
  /** How telling the word is; for unknown words an estimate. */
  readonly weight: number;
  /** The term itself, or terms that may have been meant; empty where the word is unknown. */
  readonly terms: readonly QueryTerm[];
  /** Other words that say about the same: they count when articles are compared, and find none. */
  readonly alike: readonly QueryTerm[];
  /** Written as names are: with digits, capitals, an underscore or a dot in it. */
  readonly isName: boolean;
  /** As it stands in the text. */
  readonly written: string;
};

export type QueryTerm = { readonly term: number; readonly likeness: number };

/** Words of a longer text are thinned out: the work is capped, not the input. */
export const LONGEST_QUERY = 160;

/** A number or a name the index has never seen is most likely a part of the message that varies. */
const UNKNOWN_NUMBER = 0.15;
const UNKNOWN_WORD = 0.4;

type Spelled = {
  readonly letters: Uint16Array;
  /** As it stands in the text. */
  readonly written: string;
  readonly term: number;
  readonly isName: boolean;
  /** What it is as a code, if it may be one. */
  readonly code: string | undefined;
};

export function queryOf(unit: Unit, segment: Segment, spelling: Spelling, mostGuessed = FULL_DEPTH.guessed): Query {
  const spelled = spell(unit.text, segment, leavesNumbersOut(unit));
  const articles = articlesCounted(segment);
  let guessed = 0;
  const words = spelled.map((word, place): QueryWord => {
    const { term, isName, written } = word;
    const alike = unit.kind === "talk" ? alikeTerms(word.letters, segment) : [];
    if (word.code !== undefined) {
      const known = codeWord(word, word.code, spelled.length <= FEW_WORDS, segment);
      return { weight: unknownWeight(word, known.terms, segment, articles), ...known };
    }
    if (term !== 0) return { weight: segment.idf[term]!, terms: [{ term, likeness: 1 }], alike, isName, written };
    const terms = guessed++ < mostGuessed ? meantTerms(spelled, place, segment, spelling) : [];
    return { weight: unknownWeight(word, terms, segment, articles), terms, alike, isName, written };
  });
  const weight = words.reduce((sum, word) => sum + word.weight, 0);
  const exact = words.reduce((sum, word) => sum + (word.terms[0]?.likeness === 1 ? word.weight : 0), 0);
  const mostWeight = words.reduce((most, word) => Math.max(most, word.weight), 0);
  const known = exact / Math.max(weight, 1e-6);
  return { words, weight, mostWeight, known, bigrams: bigramsOf(spelled), letters: endToEnd(spelled) };
}

/**
 * A code is the same in all notations, and never nearly another. Where little else is said all of them count in full; among
 * more words one does, and the others when articles are compared: else those that have it in two would crowd out the rest.
 */
function codeWord({ term, isName, written }: Spelled, code: string, isAlone: boolean, segment: Segment): KnownWord {
  const others = codeSpellings(code).map((spelling) => identifierTerm(segment, spelling));
  const known = [...new Set([term, ...others])].flatMap((one) => (one === 0 ? [] : [{ term: one, likeness: 1 }]));
  const finding = isAlone ? known.length : 1;
  return { terms: known.slice(0, finding), alike: known.slice(finding), isName, written };
}

type KnownWord = Omit<QueryWord, "weight">;

/** Words among which a code is what was asked about. */
const FEW_WORDS = 6;

function endToEnd(spelled: readonly Spelled[]): Uint16Array {
  const letters = new Uint16Array(MOST_LETTERS);
  let end = 0;
  for (const word of spelled) {
    const room = word.letters.subarray(0, MOST_LETTERS - end);
    letters.set(room, end);
    end += room.length;
  }
  return letters.subarray(0, end);
}

/** A number that somebody mentions in passing is a room, an invoice, a time. */
export function leavesNumbersOut({ kind, via }: Unit): boolean {
  return kind === "talk" && via !== "command";
}

function spell(text: string, segment: Segment, isPassing: boolean): Spelled[] {
  const spelled: Spelled[] = [];
  eachWord(text, (letters, length, start, end) => {
    if (spelled.length === LONGEST_QUERY || (isPassing && letters.subarray(0, length).every(isDigit))) return;
    const term = findTerm(segment.lexicon, letters, length);
    const isName = isWrittenAsName(text, start, end);
    const code = codeOfWord(letters, length, isSigned(text, start));
    spelled.push({ letters: letters.slice(0, length), written: text.slice(start, end), term, isName, code });
  });
  return spelled;
}

/** Terms that may have been meant: joined with its neighbour, split in two, or misspelled. */
function meantTerms(
  spelled: readonly Spelled[],
  place: number,
  segment: Segment,
  spelling: Spelling,
): readonly QueryTerm[] {
  const word = spelled[place]!;
  const joined = joinedTerm(word, spelled[place + 1], segment) || joinedTerm(spelled[place - 1], word, segment);
  if (joined !== 0) return [{ term: joined, likeness: 0.95 }];
  if (hasDigit(word.letters) && word.letters.length < 4) return [];
  const guesses = guessTerms(spelling, segment.lexicon, word.letters, word.letters.length);
  return (guesses[0]?.likeness ?? 0) >= 0.9 ? guesses : [...guesses, ...splitTerms(word, segment)];
}

/** Joined as written, because a word is shortened at its own end alone: "data base" is "databas", as "database" is. */
function joinedTerm(first: Spelled | undefined, second: Spelled | undefined, segment: Segment): number {
  if (first === undefined || second === undefined || first.letters.length + second.letters.length > 30) return 0;
  let joined = 0;
  eachWord(first.written + second.written, (letters, length) => {
    joined = findTerm(segment.lexicon, letters, length);
  });
  return joined;
}

function splitTerms({ letters }: Spelled, segment: Segment): QueryTerm[] {
  for (let at = 3; at <= letters.length - 3; at++) {
    const first = findTerm(segment.lexicon, letters.subarray(0, at), at);
    const second = first === 0 ? 0 : findTerm(segment.lexicon, letters.subarray(at), letters.length - at);
    if (second !== 0)
      return [
        { term: first, likeness: 0.9 },
        { term: second, likeness: 0.9 },
      ];
  }
  return [];
}

function unknownWeight({ letters }: Spelled, terms: readonly QueryTerm[], segment: Segment, articles: number): number {
  const best = terms[0];
  if (best !== undefined) return segment.idf[best.term]!;
  if (hasDigit(letters)) return UNKNOWN_NUMBER * inverseFrequency("", 0, articles);
  return UNKNOWN_WORD * inverseFrequency(String.fromCharCode(...letters), 0, articles);
}

function hasDigit(letters: Uint16Array): boolean {
  return letters.some(isDigit);
}

function bigramsOf(spelled: readonly Spelled[]): number[] {
  return spelled
    .slice(1)
    .flatMap((word, before) =>
      word.term !== 0 && spelled[before]!.term !== 0 ? [bigramKey(spelled[before]!.term, word.term)] : [],
    );
}

/** The term of an identifier, or 0. */
export function identifierTerm(segment: Segment, spelling: string): number {
  return findTerm(segment.lexicon, lettersOf(spelling), spelling.length);
}

function isDigit(letter: number): boolean {
  return letter >= 0x30 && letter <= 0x39;
}
