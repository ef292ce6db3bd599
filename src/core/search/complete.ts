import type { Searcher } from "../matching/searcher.ts";
import { cardOf } from "../matching/segment.ts";
import { fold, wordsIn } from "./fold.ts";
import { guessWords } from "./guess.ts";
import { linesWith, lineOf, type Titles, titlesOf } from "./titles.ts";

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
  const exact = searchers.flatMap((searcher) => found(searcher, findPieces(titlesOf(searcher.segment), text)));
  const close = exact.length > 0 ? [] : searchers.flatMap((one) => found(one, findAlike(one, text)));
  const listed = new Map<string, Completion>();
  for (const { id, title } of [...ordered(exact, popularity), ...ordered(close, popularity)])
    if (listed.size < most && !listed.has(id)) listed.set(id, { name: title, value: id });
  return [...listed.values()];
}

/** How a line was found, the closest first. */
const CLOSENESS = { begins: 0, beginsWord: 1, contains: 2, hasWords: 3 } as const;

type Hit = { readonly line: number; readonly closeness: number };

/** Lines that are looked at for one piece; those further on are as good, and there are enough. */
const MOST_LINES = 400;
const MOST_PLACES = 2_000;

function findPieces(titles: Titles, text: string): readonly Hit[] {
  const begins = [...linesWith(titles, `\n${text}`, MOST_LINES)].map(({ line }) => ({
    line,
    closeness: CLOSENESS.begins,
  }));
  if (text === "") return begins;
  const inside = [...linesWith(titles, text, MOST_LINES)].map(({ line, at }) => ({
    line,
    closeness: isLetter(titles.lines.charAt(at - 1)) ? CLOSENESS.contains : CLOSENESS.beginsWord,
  }));
  return [...begins, ...inside, ...(inside.length === 0 ? findWords(titles, wordsIn(text)) : [])];
}

function isLetter(letter: string): boolean {
  return /[\p{L}\p{N}]/u.test(letter);
}

/** Lines with all of these words or beginnings of words, in any order. */
function findWords(titles: Titles, words: readonly string[]): readonly Hit[] {
  const [longest, ...others] = words.toSorted((a, b) => b.length - a.length);
  if (longest === undefined) return [];
  const hits: Hit[] = [];
  for (const { line } of linesWith(titles, longest, MOST_PLACES)) {
    const text = lineOf(titles, line);
    if (others.every((word) => text.includes(word))) hits.push({ line, closeness: CLOSENESS.hasWords });
    if (hits.length === MOST_LINES) break;
  }
  return hits;
}

/** Each word is taken for itself, where a title has it, or for one that resembles it. */
function findAlike({ segment }: Searcher, text: string): readonly Hit[] {
  const titles = titlesOf(segment);
  const meant = wordsIn(text).map((word) => [
    ...(titles.lines.includes(word) ? [word] : []),
    ...guessWords(titles, word),
  ]);
  const hits: Hit[] = [];
  for (const words of combinations(meant)) {
    hits.push(...findWords(titles, words));
    if (hits.length >= MOST) break;
  }
  return hits;
}

const MOST_COMBINED = 6;

/** One word from each list, the likeliest choices first. */
function combinations(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const none: readonly (readonly string[])[] = [[]];
  return lists.reduce(
    (begun, words) => words.flatMap((word) => begun.map((before) => [...before, word])).slice(0, MOST_COMBINED),
    none,
  );
}

type Found = { readonly id: string; readonly title: string; readonly closeness: number };

function found({ segment, hidden }: Searcher, hits: readonly Hit[]): readonly Found[] {
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
