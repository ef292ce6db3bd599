import { LONGEST_QUERY } from "./query.ts";
import type { Unit } from "./unit.ts";
import { eachWord } from "./words.ts";

/** Words that all units of an inquiry together are looked up by; the longest record ever seen had ninety. */
const MOST_WORDS = 320;

/** Cuts the longest units of an inquiry, all to the same length, so that together they are short enough. */
export function shareWords(units: readonly Unit[]): readonly Unit[] {
  if (units.length * LONGEST_QUERY <= MOST_WORDS) return units;
  const ends = units.map(({ text }) => wordEnds(text));
  const most = mostEach(ends.map(({ length }) => Math.min(length, LONGEST_QUERY)));
  if (most === LONGEST_QUERY) return units;
  return units.map((unit, place) =>
    ends[place]!.length > most ? { ...unit, text: unit.text.slice(0, ends[place]![most - 1]) } : unit,
  );
}

/** Where each word ends. */
function wordEnds(text: string): readonly number[] {
  const ends: number[] = [];
  eachWord(text, (_letters, _length, _start, end) => void ends.push(end));
  return ends;
}

/** What is left when the short ones have all their words, divided among the long ones; never less than an equal share. */
function mostEach(lengths: readonly number[]): number {
  let left = MOST_WORDS;
  const ascending = lengths.toSorted((a, b) => a - b);
  for (const [place, length] of ascending.entries()) {
    const share = Math.floor(left / (ascending.length - place));
    if (length > share) return share;
    left -= length;
  }
  return LONGEST_QUERY;
}
