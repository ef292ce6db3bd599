/**
 * Receives one word: its folded and stemmed letters stand in `letters[0..length)`, which is reused for the next word;
 * `start` and `end` are where the word as written stands in the text.
 */
export type WordVisitor = (letters: Uint16Array, length: number, start: number, end: number) => void;

/** Longer words are cut: nobody types them, and hostile text is made of them. */
const LONGEST_WORD = 40;

const buffer = new Uint16Array(LONGEST_WORD);

/**
 * Visits the words of a text in order: case and accents folded, apostrophes dropped ("can't" is "cant"), lightly
 * stemmed ("installing" and "installed" are "install"). Letters of scripts without spaces are words of their own.
 */
export function eachWord(text: string, visit: WordVisitor): void {
  let length = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    const letter = code < FOLDED.length ? FOLDED[code]! : foldRare(code);
    if (letter === APOSTROPHE && length > 0) continue;
    if (letter > APOSTROPHE && !isIdeograph(letter)) {
      if (length === 0) start = at;
      if (length < LONGEST_WORD) buffer[length++] = letter;
      continue;
    }
    if (length > 0) visit(buffer, stem(buffer, length), start, at);
    length = 0;
    if (letter > APOSTROPHE) visitIdeograph(letter, at, visit);
  }
}

/** The words of a short text as strings; for tests, titles and evidence. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  eachWord(text, (letters, length) => words.push(spell(letters, length)));
  return words;
}

export function spell(letters: Uint16Array, length: number): string {
  let word = "";
  for (let at = 0; at < length; at++) word += String.fromCharCode(letters[at]!);
  return word;
}

function visitIdeograph(letter: number, at: number, visit: WordVisitor): void {
  buffer[0] = letter;
  visit(buffer, 1, at, at + 1);
}

const SEPARATOR = 0;
const APOSTROPHE = 1;

/** Folded letter of each code below U+0250: 0 separates words, 1 is dropped within one. */
const FOLDED = foldTable();

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x250);
  for (let code = 0x30; code < table.length; code++) table[code] = foldLatin(code);
  table[0x27] = APOSTROPHE;
  return table;
}

function foldLatin(code: number): number {
  const letter = String.fromCharCode(code).normalize("NFD").toLowerCase().charCodeAt(0);
  const isWord =
    (letter >= 0x30 && letter <= 0x39) ||
    (letter >= 0x61 && letter <= 0x7a) ||
    (letter > 0xbf && letter !== 0xd7 && letter !== 0xf7);
  return isWord ? letter : SEPARATOR;
}

const WORD_LETTER = /[\p{L}\p{N}]/u;

function foldRare(code: number): number {
  if (code === 0x2019 || (code >= 0x300 && code <= 0x36f)) return APOSTROPHE;
  if (code >= 0x2000 && code <= 0x2fff) return SEPARATOR;
  const letter = String.fromCharCode(code);
  return WORD_LETTER.test(letter) ? letter.toLowerCase().charCodeAt(0) : SEPARATOR;
}

/** Chinese, Japanese kana and compatibility forms: written without spaces. */
function isIdeograph(letter: number): boolean {
  return (
    (letter >= 0x3040 && letter <= 0x30ff) ||
    (letter >= 0x3400 && letter <= 0x9fff) ||
    (letter >= 0xf900 && letter <= 0xfaff)
  );
}

const E = 0x65;
const S = 0x73;
const VOWELS = new Set([0x61, E, 0x69, 0x6f, 0x75, 0x79]);
const INVARIANT_BEFORE_S = new Set([S, 0x75, 0x69]);

/** Shortens the word in place and returns its new length. Words with digits or beyond ASCII stay as they are. */
function stem(word: Uint16Array, length: number): number {
  if (length < 4 || !isPlain(word, length)) return length;
  const singular = dropPlural(word, length);
  const bare = dropEnding(word, singular);
  return bare > 3 && word[bare - 1] === E ? bare - 1 : bare;
}

function isPlain(word: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (word[at]! < 0x61 || word[at]! > 0x7a) return false;
  return true;
}

function dropPlural(word: Uint16Array, length: number): number {
  if (word[length - 1] !== S || INVARIANT_BEFORE_S.has(word[length - 2]!)) return length;
  if (length > 4 && endsWith(word, length, "ies")) {
    word[length - 3] = 0x79;
    return length - 2;
  }
  return endsWith(word, length, "sses") || endsWith(word, length, "xes") ? length - 2 : length - 1;
}

function dropEnding(word: Uint16Array, length: number): number {
  const cut = endsWith(word, length, "ing") ? 3 : endsWith(word, length, "ed") ? 2 : 0;
  const rest = length - cut;
  if (cut === 0 || rest < 3 || !hasVowel(word, rest)) return length;
  const doubled = word[rest - 1] === word[rest - 2] && word[rest - 1] !== 0x6c && word[rest - 1] !== S;
  return doubled ? rest - 1 : rest;
}

function hasVowel(word: Uint16Array, length: number): boolean {
  for (let at = 0; at < length; at++) if (VOWELS.has(word[at]!)) return true;
  return false;
}

function endsWith(word: Uint16Array, length: number, ending: string): boolean {
  if (length <= ending.length) return false;
  for (let at = 0; at < ending.length; at++)
    if (word[length - ending.length + at] !== ending.charCodeAt(at)) return false;
  return true;
}
