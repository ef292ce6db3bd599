import { wordsIn } from "./fold.ts";
import { layLines, type Lines } from "./lines.ts";

/** Every word of all titles once, and the lines that have it: words are some twenty times fewer than their places. */
export type TitleWords = {
  readonly spelled: Lines;
  /** `places[starts[w]]` up to `places[starts[w + 1]]` are the lines with word w, in their order. */
  readonly starts: Uint32Array;
  readonly places: Uint32Array;
  /** One bit a letter, to leave most words out when one is guessed. */
  readonly letterSets: Uint32Array;
};

export function collectWords(lines: readonly string[]): TitleWords {
  const numbers = new Map<string, number>();
  const inLines = lines.map((line) => [...new Set(wordsIn(line))].map((word) => numberOf(numbers, word)));
  const words = [...numbers.keys()];
  const starts = new Uint32Array(words.length + 1);
  for (const line of inLines) for (const word of line) starts[word + 1]!++;
  for (let word = 0; word < words.length; word++) starts[word + 1]! += starts[word]!;
  const next = starts.slice();
  const places = new Uint32Array(starts[words.length]!);
  inLines.forEach((line, place) => {
    for (const word of line) places[next[word]!++] = place;
  });
  return { spelled: layLines(words), starts, places, letterSets: Uint32Array.from(words, letterSet) };
}

function numberOf(numbers: Map<string, number>, word: string): number {
  const number = numbers.get(word) ?? numbers.size;
  if (number === numbers.size) numbers.set(word, number);
  return number;
}

export function letterSet(word: string): number {
  let set = 0;
  for (let at = 0; at < word.length; at++) set |= 1 << (word.charCodeAt(at) & 31);
  return set >>> 0;
}
