import { articleCount, cardOf, type Segment } from "../matching/segment.ts";
import { fold, wordsIn } from "./fold.ts";

/**
 * What the articles of one segment are called: a line for each id, title and alias, folded, between line breaks in one
 * string. A search for a piece of it takes a millisecond or two, however many there are, and needs no other index.
 */
export type Titles = {
  readonly lines: string;
  /** Where each line begins, and the article that it belongs to. */
  readonly starts: Uint32Array;
  readonly docs: Uint32Array;
  /** Every word of a title, once, by its first letter. */
  readonly words: ReadonlyMap<string, readonly string[]>;
};

const known = new WeakMap<Segment, Titles>();

/** A segment never changes, so its titles are read once: some three microseconds a title. */
export function titlesOf(segment: Segment): Titles {
  const titles = known.get(segment) ?? readTitles(segment);
  known.set(segment, titles);
  return titles;
}

function readTitles(segment: Segment): Titles {
  const lines: string[] = [];
  const docs: number[] = [];
  for (let doc = 0; doc < articleCount(segment); doc++) {
    const { id, title, aliases = [] } = cardOf(segment, doc);
    for (const name of [id, title, ...aliases]) {
      lines.push(fold(name));
      docs.push(doc);
    }
  }
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, place) => (starts[place + 1] = starts[place]! + line.length + 1));
  return { lines: `\n${lines.join("\n")}\n`, starts, docs: Uint32Array.from(docs), words: shelved(lines) };
}

function shelved(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const shelves = new Map<string, string[]>();
  for (const word of new Set(lines.flatMap(wordsIn))) {
    if (word.length < SHORTEST) continue;
    const shelf = shelves.get(word.charAt(0));
    if (shelf === undefined) shelves.set(word.charAt(0), [word]);
    else shelf.push(word);
  }
  return shelves;
}

/** Shorter words have too many neighbours to be guessed. */
export const SHORTEST = 3;

/** The number of the line that the letter at `at` of `lines` belongs to. */
function lineAt({ starts }: Titles, at: number): number {
  let low = 0;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! + 1 <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

export function lineOf({ lines, starts }: Titles, line: number): string {
  return lines.slice(starts[line]! + 1, starts[line + 1]);
}

/** Lines that have this piece, at most so many; a line is counted once for each time it stands there. */
export function* linesWith(titles: Titles, piece: string, most: number): Generator<{ line: number; at: number }> {
  let at = titles.lines.indexOf(piece);
  for (let found = 0; at >= 0 && found < most; found++) {
    yield { line: lineAt(titles, piece.startsWith("\n") ? at + 1 : at), at };
    at = titles.lines.indexOf(piece, at + piece.length);
  }
}
