/** Letters of a text that are compared; what comes later changes little. */
export const MOST_LETTERS = 160;

const BLOCK = 32;
const BLOCKS = MOST_LETTERS / BLOCK;

/** Letters share a row of the table when they share the last seven bits and are not plain. */
const ROWS = 256;

/** The rows of one block after those of the other. */
const rows = new Int32Array(ROWS * BLOCKS);

/** By how much the last line of the block above changes at each letter of the text. */
let carries = new Int8Array(1024);

/**
 * The fewest letters to change, add or drop so that `pattern` stands somewhere in `text`: Myers' bit-parallel table of
 * edit distances. It is filled in by blocks of 32 lines, each from one end of the text to the other, so that a block is
 * held in two numbers.
 */
export function differencesWithin(pattern: Uint16Array, length: number, text: Uint16Array, textLength: number): number {
  if (textLength > carries.length) carries = new Int8Array(textLength * 2);
  layRows(pattern, length);
  carries.fill(0, 0, textLength);
  const last = Math.ceil(length / BLOCK) - 1;
  for (let block = 0; block < last; block++) fillBlock(block, BLOCK - 1, text, textLength);
  if (last >= 0) fillBlock(last, (length - 1) & (BLOCK - 1), text, textLength);
  wipeRows(pattern, length);
  return leastFrom(length, textLength);
}

/** The last line begins at the length of the pattern, and is followed by what it changes. */
function leastFrom(length: number, textLength: number): number {
  let differences = length;
  let least = length;
  for (let at = 0; at < textLength; at++) {
    differences += carries[at]!;
    if (differences < least) least = differences;
  }
  return least;
}

function layRows(pattern: Uint16Array, length: number): void {
  for (let at = 0; at < length; at++) rows[(at >>> 5) * ROWS + rowOf(pattern[at]!)]! |= 1 << (at & 31);
}

/** Bit by bit as they were set: filling every row anew takes as long as comparing a short text. */
function wipeRows(pattern: Uint16Array, length: number): void {
  for (let at = 0; at < length; at++) rows[(at >>> 5) * ROWS + rowOf(pattern[at]!)] = 0;
}

function rowOf(letter: number): number {
  return letter < 128 ? letter : 128 + (letter & 127);
}

/** Takes what the block above changed from `carries`, and leaves there what line `top` of this one changes. */
function fillBlock(block: number, top: number, text: Uint16Array, textLength: number): void {
  let rising = -1;
  let falling = 0;
  for (let at = 0; at < textLength; at++) {
    const row = rows[block * ROWS + rowOf(text[at]!)]!;
    const carry = carries[at]!;
    const lowered = carry >>> 31;
    const same = row | lowered;
    const vertical = row | falling;
    const diagonal = (((same & rising) + rising) ^ rising) | same;
    let higher = falling | ~(diagonal | rising);
    let lower = rising & diagonal;
    carries[at] = ((higher >>> top) & 1) - ((lower >>> top) & 1);
    higher = (higher << 1) | (carry & ~(carry >> 31) & 1);
    lower = (lower << 1) | lowered;
    rising = lower | ~(vertical | higher);
    falling = higher & vertical;
  }
}
