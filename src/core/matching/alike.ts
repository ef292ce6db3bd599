import { findTerm, lettersOf } from "./lexicon.ts";
import type { QueryTerm } from "./query.ts";
import { sameMeaning } from "./same-meaning.ts";
import { sameRoot } from "./same-root.ts";
import type { Segment } from "./segment.ts";

/** What a word counts that another of the same root, or of the same meaning, stands for. */
const SAME_ROOT_LIKENESS = 0.8;
const SAME_MEANING_LIKENESS = 0.6;

/** Words of the index that say about the same as this one, and how nearly. */
export function alikeTerms(letters: Uint16Array, { lexicon }: Segment): readonly QueryTerm[] {
  const found = new Map<number, QueryTerm>();
  for (const [word, likeness] of alikeWords(String.fromCharCode(...letters))) {
    const term = findTerm(lexicon, lettersOf(word), word.length);
    if (term !== 0 && !found.has(term)) found.set(term, { term, likeness });
  }
  return [...found.values()];
}

/** Other words of the same root, and other words for the same thing, with how nearly each says the same. */
export function alikeWords(word: string): readonly (readonly [string, number])[] {
  if (/\d/.test(word)) return [];
  return [
    ...sameRoot(word).map((other) => [other, SAME_ROOT_LIKENESS] as const),
    ...sameMeaning(word).map((other) => [other, SAME_MEANING_LIKENESS] as const),
  ];
}
