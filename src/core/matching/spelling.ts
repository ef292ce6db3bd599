import { bitCount } from "./bit-count.ts";
import { type Lexicon, lettersOf, termCount } from "./lexicon.ts";

/**
 * Finds known words that resemble a misread or mistyped one. Words are kept by first and by last letter and length, so
 * that one wrong letter at either end still leaves a way in; a set of the letters they have spares most comparisons.
 */
export type Spelling = {
  readonly byFirst: Shelf;
  readonly byLast: Shelf;
};

/** Terms in the order of (letter, length); `starts` has a place for each such pair. */
type Shelf = {
  readonly starts: Uint32Array;
  readonly terms: Uint32Array;
  /** One bit a letter that the skeleton of the term has; they stand beside the terms, because all of a stretch are read. */
  readonly letterSets: Uint32Array;
};

/** A known word that may have been meant, and how sure that is: 1 for the same word, less for each difference. */
export type Guess = { readonly term: number; readonly likeness: number };

const SHORTEST = 3;
const LONGEST = 24;
const LETTERS = 37;
const LENGTHS = LONGEST + 1;

/** Comparisons one unknown word may cost. */
const MOST_COMPARED = 160;
const MOST_GUESSES = 4;

export function buildSpelling(lexicon: Lexicon): Spelling {
  const count = termCount(lexicon);
  const letterSets = new Uint32Array(count);
  const first = new Uint16Array(count);
  const last = new Uint16Array(count);
  const skeleton = new Uint16Array(LONGEST + 1);
  for (let term = 1; term < count; term++) {
    const length = skeletonOfTerm(lexicon, term, skeleton);
    if (length === 0) continue;
    letterSets[term] = letterSet(skeleton, length);
    first[term] = shelfOf(skeleton[0]!, length);
    last[term] = shelfOf(skeleton[length - 1]!, length);
  }
  return { byFirst: shelve(first, letterSets), byLast: shelve(last, letterSets) };
}

/** Known words that resemble these letters, best first, at most four; none for very short or long ones. */
export function guessTerms(
  spelling: Spelling,
  lexicon: Lexicon,
  letters: Uint16Array,
  length: number,
): readonly Guess[] {
  if (length < SHORTEST || length > LONGEST || isIdentifier(letters, 0, length)) return [];
  const wanted = new Uint16Array(LONGEST + 1);
  const wantedLength = skeletonOf(letters, 0, length, wanted);
  const guesses: Guess[] = [];
  const search: Search = {
    spelling,
    lexicon,
    wanted,
    wantedLength,
    set: letterSet(wanted, wantedLength),
    most: mostDifferences(wantedLength),
    left: MOST_COMPARED,
    guesses,
  };
  searchShelf(search, spelling.byFirst, wanted[0]!);
  if (guesses.every((guess) => guess.likeness < 0.9)) searchShelf(search, spelling.byLast, wanted[wantedLength - 1]!);
  return guesses.toSorted((a, b) => b.likeness - a.likeness || a.term - b.term).slice(0, MOST_GUESSES);
}

/** A word with the letters that scanners take for one another written the same way; undefined where it is never guessed. */
export function skeletonOfWord(word: string): string | undefined {
  const letters = lettersOf(word);
  if (word.length < SHORTEST || word.length > LONGEST || !isWordLetter(letters[0]!)) return undefined;
  if (isIdentifier(letters, 0, word.length)) return undefined;
  const skeleton = new Uint16Array(LONGEST + 1);
  const length = skeletonOf(letters, 0, word.length, skeleton);
  return String.fromCharCode(...skeleton.subarray(0, length));
}

/** Short words have too many neighbours to be guessed from afar. */
function mostDifferences(length: number): number {
  return length <= 3 ? 0 : length <= 5 ? 1 : length <= 9 ? 2 : 3;
}

type Search = {
  readonly spelling: Spelling;
  readonly lexicon: Lexicon;
  readonly wanted: Uint16Array;
  readonly wantedLength: number;
  readonly set: number;
  readonly most: number;
  left: number;
  readonly guesses: Guess[];
};

function searchShelf(search: Search, shelf: Shelf, letter: number): void {
  for (let difference = 0; difference <= search.most; difference++) {
    searchLength(search, shelf, letter, search.wantedLength - difference);
    if (difference > 0) searchLength(search, shelf, letter, search.wantedLength + difference);
  }
}

function searchLength(search: Search, shelf: Shelf, letter: number, length: number): void {
  if (length < 1 || length > LONGEST) return;
  const place = shelfOf(letter, length);
  const { terms, letterSets } = shelf;
  const end = shelf.starts[place + 1]!;
  for (let at = shelf.starts[place]!; at < end && search.left > 0; at++) {
    if (bitCount(search.set ^ letterSets[at]!) <= 2 * search.most) compare(search, terms[at]!);
  }
}

const candidate = new Uint16Array(LONGEST + 1);

function compare(search: Search, term: number): void {
  search.left--;
  if (search.guesses.some((guess) => guess.term === term)) return;
  const length = skeletonOfTerm(search.lexicon, term, candidate);
  const differences = distance(search.wanted, search.wantedLength, candidate, length, search.most);
  if (differences > search.most) return;
  search.guesses.push({ term, likeness: 0.95 - (0.8 * differences) / Math.max(6, search.wantedLength + 1) });
}

function shelve(places: Uint16Array, sets: Uint32Array): Shelf {
  const starts = new Uint32Array(LETTERS * LENGTHS + 2);
  for (const place of places) if (place !== 0) starts[place + 1]!++;
  for (let place = 1; place < starts.length; place++) starts[place]! += starts[place - 1]!;
  const next = starts.slice();
  const terms = new Uint32Array(starts[starts.length - 1]!);
  for (let term = 1; term < places.length; term++) if (places[term] !== 0) terms[next[places[term]!]!++] = term;
  return { starts, terms, letterSets: terms.map((term) => sets[term]!) };
}

/** Never 0: that stands for "on no shelf". */
function shelfOf(letter: number, length: number): number {
  return letterIndex(letter) * LENGTHS + length + 1;
}

function letterIndex(letter: number): number {
  return letter >= 0x61 && letter <= 0x7a ? letter - 0x61 : letter >= 0x30 && letter <= 0x39 ? 26 + letter - 0x30 : 36;
}

function letterSet(letters: Uint16Array, length: number): number {
  let set = 0;
  for (let at = 0; at < length; at++) set |= 1 << (letterIndex(letters[at]!) & 31);
  return set >>> 0;
}

function skeletonOfTerm({ letters, starts }: Lexicon, term: number, into: Uint16Array): number {
  const start = starts[term]!;
  const length = starts[term + 1]! - start;
  if (length < SHORTEST || length > LONGEST || !isWordLetter(letters[start]!)) return 0;
  if (isIdentifier(letters, start, length)) return 0;
  return skeletonOf(letters, start, length, into);
}

/** A scanner turns a letter or two of a word into digits; what has more is a number, a code, a version. */
const MOST_DIGITS = 2;

/** Identifiers are never guessed: one digit away is another one. */
function isIdentifier(letters: Uint16Array, start: number, length: number): boolean {
  let digits = 0;
  for (let at = start; at < start + length; at++) if (letters[at]! >= 0x30 && letters[at]! <= 0x39) digits++;
  return digits > MOST_DIGITS;
}

function isWordLetter(letter: number): boolean {
  return letterIndex(letter) < 36 || letter > 0xbf;
}

/** Letters that scanners take for one another are written the same way. */
const LOOKALIKES = new Map(
  ["0o", "1l", "il", "jl", "5s", "8b", "ec", "qg", "vu", "6b", "9g"].map((pair) => [
    pair.charCodeAt(0),
    pair.charCodeAt(1),
  ]),
);
const LOOKALIKE = Uint16Array.from({ length: 128 }, (_, code) => LOOKALIKES.get(code) ?? code);
const [R, N, M, C, L, D, U, W] = [0x72, 0x6e, 0x6d, 0x63, 0x6c, 0x64, 0x75, 0x77] as const;

function skeletonOf(letters: Uint16Array, start: number, length: number, into: Uint16Array): number {
  let end = 0;
  for (let at = start; at < start + length; at++) {
    const letter = letters[at]! < 128 ? LOOKALIKE[letters[at]!]! : letters[at]!;
    const before = end > 0 ? into[end - 1]! : 0;
    const joined = joinLetters(before, letter);
    if (joined === 0) into[end++] = letter;
    else into[end - 1] = joined;
  }
  return end;
}

/** Two letters that a scanner reads as one: "rn" as "m", "cl" as "d", "vv" as "w". */
function joinLetters(before: number, letter: number): number {
  if (before === R && letter === N) return M;
  if (before === C && letter === L) return D;
  return before === U && letter === U ? W : 0;
}

let rowBefore = new Uint8Array(LONGEST + 2);
let row = new Uint8Array(LONGEST + 2);
let rowNext = new Uint8Array(LONGEST + 2);

/** Damerau's distance (optimal string alignment); stops early beyond `most`. */
function distance(a: Uint16Array, aLength: number, b: Uint16Array, bLength: number, most: number): number {
  for (let column = 0; column <= bLength; column++) row[column] = column;
  for (let line = 1; line <= aLength; line++) {
    rowNext[0] = line;
    let least = line;
    for (let column = 1; column <= bLength; column++) {
      const same = a[line - 1] === b[column - 1];
      let cost = Math.min(row[column]! + 1, rowNext[column - 1]! + 1, row[column - 1]! + (same ? 0 : 1));
      const swapped = line > 1 && column > 1 && a[line - 1] === b[column - 2] && a[line - 2] === b[column - 1];
      if (swapped) cost = Math.min(cost, rowBefore[column - 2]! + 1);
      rowNext[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [rowBefore, row, rowNext] = [row, rowNext, rowBefore];
  }
  return row[bLength]!;
}
