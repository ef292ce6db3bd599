import type { Searcher } from "../matching/searcher.ts";
import { cardOf } from "../matching/segment.ts";
import { fold, wordsIn } from "./fold.ts";
import { linesAlike, linesWithAll } from "./find-lines.ts";
import { linesWith } from "./lines.ts";
import { type Titles, titlesOf } from "./titles.ts";

/** What one may mean with a few letters: the title, and the id of the article. */
export type Completion = { readonly name: string; readonly value: string };

export type CompletionOptions = {
  /** How often each article was of use, by id. */
  readonly popularity?: ReadonlyMap<string, number>;
  readonly most?: number;
};

/** Nobody types more by hand; what is longer was pasted, and is no title. */
const LONGEST_TYPED = 120;

/** As many as Discord shows: {@link https://discord.com/developers/docs/interactions/receiving-and-responding} */
const MOST = 25;

/**
 * Articles whose id, title or alias begins with, contains or resembles what was typed. What was of use before comes
 * first, then what begins with it, then what contains it; only where nothing does, what resembles it.
 */
export function complete(
  searchers: readonly Searcher[],
  typed: string,
  { popularity = new Map(), most = MOST }: CompletionOptions = {},
): readonly Completion[] {
  const text = fold(typed.slice(0, LONGEST_TYPED));
  const exact = searchers.flatMap((searcher) => foundIn(searcher, findPieces(titlesOf(searcher.segment), text)));
  const close = exact.length > 0 ? [] : searchers.flatMap((one) => foundIn(one, findAlike(one, text)));
  const listed = new Map<string, Completion>();
  for (const { id, title } of [...ordered(exact, popularity), ...ordered(close, popularity)])
    if (listed.size < most && !listed.has(id)) listed.set(id, { name: title, value: id });
  return [...listed.values()];
}

/** How a line was found, the closest first; what resembles is further off the less it has in common. */
const CLOSENESS = { begins: 0, beginsWord: 1, contains: 2, hasWords: 3 } as const;

type Hit = { readonly line: number; readonly closeness: number };

/** Lines that are looked at for one piece; those further on are as good, and there are enough. */
const MOST_LINES = 400;

/** Where no title has one of the words, none has all of it: the words are few, the titles many. */
function findPieces(titles: Titles, text: string): readonly Hit[] {
  const words = wordsIn(text);
  if (!words.every((word) => titles.words.spelled.text.includes(word))) return [];
  const begins = [...linesWith(titles.lines, `\n${text}`, MOST_LINES)].map(({ line }) => ({
    line,
    closeness: CLOSENESS.begins,
  }));
  if (text === "") return begins;
  const inside = [...linesWith(titles.lines, text, MOST_LINES)].map(({ line, at }) => ({
    line,
    closeness: isLetter(titles.lines.text.charAt(at - 1)) ? CLOSENESS.contains : CLOSENESS.beginsWord,
  }));
  if (inside.length > 0 || words.length === 0) return [...begins, ...inside];
  const lines = linesWithAll(titles, words).slice(0, MOST_LINES);
  return lines.map((line) => ({ line, closeness: CLOSENESS.hasWords }));
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}

function findAlike({ segment }: Searcher, text: string): readonly Hit[] {
  const found = linesAlike(titlesOf(segment), wordsIn(text)).slice(0, MOST_LINES);
  return found.map(({ line, share }) => ({ line, closeness: CLOSENESS.hasWords + 1 - share }));
}

type Found = { readonly id: string; readonly title: string; readonly closeness: number };

function foundIn({ segment, hidden }: Searcher, hits: readonly Hit[]): readonly Found[] {
  const titles = titlesOf(segment);
  const closest = new Map<number, number>();
  for (const { line, closeness } of hits) {
    const doc = titles.docs[line]!;
    closest.set(doc, Math.min(closeness, closest.get(doc) ?? closeness));
  }
  for (const doc of hidden) closest.delete(doc);
  return [...closest].map(([doc, closeness]) => {
    const { id, title } = cardOf(segment, doc);
    return { id, title, closeness };
  });
}

function ordered(list: readonly Found[], popularity: ReadonlyMap<string, number>): readonly Found[] {
  const uses = ({ id }: Found): number => popularity.get(id) ?? 0;
  return list.toSorted(
    (a, b) =>
      uses(b) - uses(a) || a.closeness - b.closeness || a.title.length - b.title.length || (a.title < b.title ? -1 : 1),
  );
}
