import { spell } from "./words.ts";

/**
 * Every term of an index in one block of memory: the letters end to end, where each term begins, and a hash table with
 * open addressing. Term numbers begin at 1; 0 means "no such term".
 */
export type Lexicon = {
  readonly letters: Uint16Array;
  /** `starts[t]` to `starts[t + 1]` are the letters of term t; term 0 is empty. */
  readonly starts: Uint32Array;
  /** Term numbers by hash; the length is a power of two. */
  readonly slots: Uint32Array;
  /** Terms that were added later, numbered on from the last one here. */
  readonly later?: Lexicon;
};

/** One more than the highest term number. */
export function termCount({ starts, later }: Lexicon): number {
  return starts.length - 1 + (later === undefined ? 0 : later.starts.length - 2);
}

/** The number of the term with these letters, or 0. */
export function findTerm(lexicon: Lexicon, letters: Uint16Array, length: number): number {
  const mask = lexicon.slots.length - 1;
  for (let slot = hash(letters, length) & mask; ; slot = (slot + 1) & mask) {
    const term = lexicon.slots[slot]!;
    if (term === 0) return lexicon.later === undefined ? 0 : findLater(lexicon, lexicon.later, letters, length);
    if (sameLetters(lexicon, term, letters, length)) return term;
  }
}

function findLater({ starts }: Lexicon, later: Lexicon, letters: Uint16Array, length: number): number {
  const term = findTerm(later, letters, length);
  return term === 0 ? 0 : starts.length - 2 + term;
}

/** The number of the term spelled like this, or 0. */
export function findSpelling(lexicon: Lexicon, spelling: string): number {
  return findTerm(lexicon, lettersOf(spelling), spelling.length);
}

export function spellingOf(lexicon: Lexicon, term: number): string {
  if (term > lexicon.starts.length - 2 && lexicon.later !== undefined)
    return spellingOf(lexicon.later, term - (lexicon.starts.length - 2));
  const start = lexicon.starts[term]!;
  const end = lexicon.starts[term + 1]!;
  return spell(lexicon.letters.subarray(start, end), end - start);
}

/** Lays the letters of a term into `into` from `at` on, as far as there is room; returns where they end. */
export function copyLetters({ letters, starts, later }: Lexicon, term: number, into: Uint16Array, at: number): number {
  if (term > starts.length - 2 && later !== undefined) return copyLetters(later, term - (starts.length - 2), into, at);
  const room = Math.min(starts[term + 1]! - starts[term]!, into.length - at);
  for (let place = 0; place < room; place++) into[at + place] = letters[starts[term]! + place]!;
  return at + room;
}

export function lettersOf(spelling: string): Uint16Array {
  const letters = new Uint16Array(spelling.length);
  for (let at = 0; at < spelling.length; at++) letters[at] = spelling.charCodeAt(at);
  return letters;
}

/** A lexicon that still grows. */
export type LexiconDraft = {
  lexicon: { letters: Uint16Array; starts: Uint32Array; slots: Uint32Array };
  terms: number;
};

export function draftLexicon(): LexiconDraft {
  return {
    lexicon: { letters: new Uint16Array(1 << 12), starts: new Uint32Array(1 << 9), slots: new Uint32Array(1 << 10) },
    terms: 1,
  };
}

/** The number of the term with these letters, which is added if it is new. */
export function addTerm(draft: LexiconDraft, letters: Uint16Array, length: number): number {
  const found = findTerm(draft.lexicon, letters, length);
  if (found !== 0) return found;
  makeRoom(draft, length);
  const { lexicon } = draft;
  const term = draft.terms++;
  const start = lexicon.starts[term]!;
  for (let at = 0; at < length; at++) lexicon.letters[start + at] = letters[at]!;
  lexicon.starts[term + 1] = start + length;
  occupy(lexicon, term);
  return term;
}

/** The finished lexicon, its terms renumbered: the term in place i of `order` gets the number i + 1. */
export function freezeLexicon(draft: LexiconDraft, order: Uint32Array): Lexicon {
  const size = tableSize(order.length);
  const lexicon = {
    letters: new Uint16Array(draft.lexicon.starts[draft.terms]!),
    starts: new Uint32Array(order.length + 2),
    slots: new Uint32Array(size),
  };
  let end = 0;
  for (let place = 0; place < order.length; place++) {
    const from = draft.lexicon.starts[order[place]!]!;
    const to = draft.lexicon.starts[order[place]! + 1]!;
    lexicon.letters.set(draft.lexicon.letters.subarray(from, to), end);
    end += to - from;
    lexicon.starts[place + 2] = end;
    occupy(lexicon, place + 1);
  }
  return lexicon;
}

function makeRoom(draft: LexiconDraft, length: number): void {
  const { lexicon } = draft;
  const end = lexicon.starts[draft.terms]! + length;
  if (end > lexicon.letters.length) lexicon.letters = grown(lexicon.letters, new Uint16Array(end * 2));
  if (draft.terms + 2 > lexicon.starts.length) lexicon.starts = grown(lexicon.starts, new Uint32Array(draft.terms * 2));
  if (draft.terms * 2 <= lexicon.slots.length) return;
  lexicon.slots = new Uint32Array(lexicon.slots.length * 4);
  for (let term = 1; term < draft.terms; term++) occupy(lexicon, term);
}

function grown<A extends Uint16Array | Uint32Array>(old: A, larger: A): A {
  larger.set(old);
  return larger;
}

function occupy(lexicon: Lexicon, term: number): void {
  const start = lexicon.starts[term]!;
  const letters = lexicon.letters.subarray(start, lexicon.starts[term + 1]);
  const mask = lexicon.slots.length - 1;
  let slot = hash(letters, letters.length) & mask;
  while (lexicon.slots[slot] !== 0) slot = (slot + 1) & mask;
  lexicon.slots[slot] = term;
}

function tableSize(terms: number): number {
  let size = 16;
  while (size < terms * 1.6) size *= 2;
  return size;
}

/** FNV-1a over the letters, then mixed so that the low bits depend on all of them. */
function hash(letters: Uint16Array, length: number): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < length; at++) value = Math.imul(value ^ letters[at]!, 0x01000193);
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}

function sameLetters(lexicon: Lexicon, term: number, letters: Uint16Array, length: number): boolean {
  const start = lexicon.starts[term]!;
  if (lexicon.starts[term + 1]! - start !== length) return false;
  for (let at = 0; at < length; at++) if (lexicon.letters[start + at] !== letters[at]) return false;
  return true;
}
