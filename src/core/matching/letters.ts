/** Letters of a text that are compared; what comes later changes little. */
export const MOST_LETTERS = 160;

const BLOCK = 32;
const BLOCKS = MOST_LETTERS / BLOCK;

/** Letters share a row of the table when they share the last seven bits and are not plain. */
const ROWS = 256;

const rows = new Int32Array(ROWS * BLOCKS);
const rising = new Int32Array(BLOCKS);
const falling = new Int32Array(BLOCKS);

/**
 * The fewest letters to change, add or drop so that `pattern` stands somewhere in `text`: Myers' bit-parallel table of
 * edit distances, 32 lines of it at a time.
 */
export function differencesWithin(pattern: Uint16Array, length: number, text: Uint16Array, textLength: number): number {
  const blocks = Math.ceil(length / BLOCK);
  layRows(pattern, length);
  rising.fill(-1);
  falling.fill(0);
  let differences = length;
  let least = length;
  for (let at = 0; at < textLength; at++) {
    differences += advance(rowOf(text[at]!) * BLOCKS, blocks, (length - 1) & 31);
    if (differences < least) least = differences;
  }
  wipeRows(pattern, length);
  return least;
}

function layRows(pattern: Uint16Array, length: number): void {
  for (let at = 0; at < length; at++) rows[rowOf(pattern[at]!) * BLOCKS + (at >>> 5)]! |= 1 << (at & 31);
}

/** Bit by bit as they were set: filling every row anew takes as long as comparing a short text. */
function wipeRows(pattern: Uint16Array, length: number): void {
  for (let at = 0; at < length; at++) rows[rowOf(pattern[at]!) * BLOCKS + (at >>> 5)] = 0;
}

function rowOf(letter: number): number {
  return letter < 128 ? letter : 128 + (letter & 127);
}

/** Takes one letter of the text; returns by how much the distance of the whole pattern changes. */
function advance(row: number, blocks: number, last: number): number {
  let carry = 0;
  for (let block = 0; block < blocks; block++) {
    const up = rising[block]!;
    const down = falling[block]!;
    const same = rows[row + block]! | (carry < 0 ? 1 : 0);
    const vertical = rows[row + block]! | down;
    const diagonal = (((same & up) + up) ^ up) | same;
    let higher = down | ~(diagonal | up);
    let lower = up & diagonal;
    const top = block === blocks - 1 ? last : 31;
    const out = ((higher >>> top) & 1) - ((lower >>> top) & 1);
    higher = (higher << 1) | (carry > 0 ? 1 : 0);
    lower = (lower << 1) | (carry < 0 ? 1 : 0);
    rising[block] = lower | ~(vertical | higher);
    falling[block] = higher & vertical;
    carry = out;
  }
  return carry;
}
