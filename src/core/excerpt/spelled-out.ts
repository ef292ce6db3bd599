import type { Lexicon } from "../matching/lexicon.ts";

/** A lexicon with more terms behind its own: their letters can be read, and nobody can look them up. */
export function spelledOut(known: Lexicon, spellings: readonly string[]): Lexicon {
  const starts = new Uint32Array(spellings.length + 2);
  spellings.forEach((spelling, place) => (starts[place + 2] = starts[place + 1]! + spelling.length));
  const letters = new Uint16Array(starts.at(-1)!);
  spellings.forEach((spelling, place) => {
    for (let at = 0; at < spelling.length; at++) letters[starts[place + 1]! + at] = spelling.charCodeAt(at);
  });
  return { ...known, later: { letters, starts, slots: NOTHING_TO_FIND } };
}

const NOTHING_TO_FIND = new Uint32Array(1);
