import { guessWords } from "./guess.ts";
import { lineCount, lineOf, linesWith } from "./lines.ts";
import type { Titles } from "./titles.ts";

/** A line, and the share of what was typed that it has, weighed by how rare the words are. */
export type FoundLine = { readonly line: number; readonly share: number };

/** Words of one line that are looked up in the list of all words, the longest first. */
const MOST_LOOKED_UP = 8;

/** Lines with all of these words or pieces of words, in any order. */
export function linesWithAll(titles: Titles, words: readonly string[]): readonly number[] {
  const distinct = longestFirst(words);
  const [first, rest] = [distinct.slice(0, MOST_LOOKED_UP), distinct.slice(MOST_LOOKED_UP)];
  const { had } = markLines(
    titles,
    first.map((word) => ({ word, choices: [wordsWith(titles, word)] })),
  );
  const lines: number[] = [];
  for (let line = 0; line < had.length; line++) if (had[line] === first.length) lines.push(line);
  return lines.filter((line) => rest.every((word) => lineOf(titles.lines, line).includes(word)));
}

/** With less in common, two titles speak of different things. */
const LEAST_SHARE = 0.5;

/** One word of several says too little. */
const LEAST_WORDS = 2;

/** Lines with the most telling of these words, each taken for itself or for one that resembles it; best first. */
export function linesAlike(titles: Titles, words: readonly string[]): readonly FoundLine[] {
  const first = longestFirst(words).slice(0, MOST_LOOKED_UP);
  const meant = first.map((word) => ({ word, choices: choicesFor(titles, word) }));
  const { had, worth, weight } = markLines(titles, meant);
  const least = Math.min(LEAST_WORDS, first.length);
  const found: FoundLine[] = [];
  for (let line = 0; line < worth.length; line++)
    if (had[line]! >= least && worth[line]! > LEAST_SHARE * weight) found.push({ line, share: worth[line]! / weight });
  return found.toSorted((a, b) => b.share - a.share);
}

function longestFirst(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted((a, b) => b.length - a.length);
}

/** The numbers of all words that have this piece. */
function wordsWith({ words }: Titles, piece: string): readonly number[] {
  return Array.from(linesWith(words.spelled, piece), ({ line }) => line);
}

function choicesFor(titles: Titles, word: string): Typed["choices"] {
  return [wordsWith(titles, word), ...guessWords(titles.words, word).map((guess) => [guess])];
}

/** A typed word and what may have been meant with it: lists of word numbers, the likeliest first. */
type Typed = { readonly word: string; readonly choices: readonly (readonly number[])[] };

type Marks = {
  /** Of how many typed words each line has one of the choices. */
  readonly had: Uint8Array;
  /** The weight of these, and that of all typed words. */
  readonly worth: Float64Array;
  readonly weight: number;
};

function markLines(titles: Titles, typed: readonly Typed[]): Marks {
  const lines = lineCount(titles.lines);
  const weights = weigh(titles, typed);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const marks = { had: new Uint8Array(lines), worth: new Float64Array(lines), weight };
  const last = new Uint8Array(lines);
  typed.forEach(({ choices }, place) =>
    choices.forEach((words, guesses) => {
      const each = weights[place]! * (1 - LESS_PER_GUESS * guesses);
      for (const word of words) markWord(titles, word, { ...marks, last, number: place + 1, each });
    }),
  );
  return marks;
}

/** The second guess is less likely than the first. */
const LESS_PER_GUESS = 0.05;

/** Shorter words are less telling, and sooner another word by mistake. */
const LONG_WORD = 6;

/** How rare the lines with each of the words are; what no line has is as telling as the most telling of the others. */
function weigh({ lines, words: { starts } }: Titles, typed: readonly Typed[]): readonly number[] {
  const having = typed.map(({ choices }) =>
    choices.flat().reduce((sum, word) => sum + starts[word + 1]! - starts[word]!, 0),
  );
  const weights = having.map((count) => (count === 0 ? 0 : Math.log(1 + lineCount(lines) / count)));
  const most = Math.max(0, ...weights);
  return weights.map((weight, place) => (weight || most) * Math.min(1, typed[place]!.word.length / LONG_WORD));
}

type Marking = Marks & { readonly last: Uint8Array; readonly number: number; readonly each: number };

function markWord(titles: Titles, word: number, { had, worth, last, number, each }: Marking): void {
  const { starts, places } = titles.words;
  for (let at = starts[word]!, end = starts[word + 1]!; at < end; at++) {
    const line = places[at]!;
    if (last[line] === number) continue;
    last[line] = number;
    had[line]!++;
    worth[line]! += each;
  }
}
