import type { ArticlePattern } from "./pattern.ts";
import { foldForLiterals, requiredLiteral, SHORTEST } from "./required-literal.ts";

/** One pattern, and all articles that have it. */
export type Shelved = { readonly pattern: string; readonly literal: string; readonly articles: string[] };

/** Patterns by three letters that a text must have before it is worth trying them. */
export type PatternShelf = {
  readonly byLetters: ReadonlyMap<string, readonly Shelved[]>;
  /** Those that any text may match. */
  readonly loose: readonly Shelved[];
};

export function shelve(patterns: Iterable<ArticlePattern>): PatternShelf {
  const byLetters = new Map<string, Shelved[]>();
  const loose: Shelved[] = [];
  for (const one of distinct(patterns)) {
    if (one.literal === "") loose.push(one);
    else put(byLetters, one);
  }
  return { byLetters, loose };
}

/** The patterns that may match a text, the most telling first: those with a long required literal before those with none. */
export function worthTrying({ byLetters, loose }: PatternShelf, text: string): readonly Shelved[] {
  const folded = foldForLiterals(text);
  const seen = new Set<string>();
  const found: Shelved[] = [];
  for (let at = 0; at + SHORTEST <= folded.length; at++) {
    const letters = folded.slice(at, at + SHORTEST);
    const shelved = byLetters.get(letters);
    if (shelved === undefined || seen.has(letters)) continue;
    seen.add(letters);
    found.push(...shelved.filter(({ literal }) => folded.includes(literal)));
  }
  return [...found.toSorted(byLength), ...loose];
}

function distinct(patterns: Iterable<ArticlePattern>): Iterable<Shelved> {
  const found = new Map<string, Shelved>();
  for (const { article, pattern } of patterns) {
    const known = found.get(pattern);
    if (known === undefined)
      found.set(pattern, { pattern, literal: requiredLiteral(pattern) ?? "", articles: [article] });
    else if (!known.articles.includes(article)) known.articles.push(article);
  }
  return found.values();
}

/** Where the fewest are so far: many patterns begin alike. */
function put(byLetters: Map<string, Shelved[]>, one: Shelved): void {
  const places = Array.from({ length: one.literal.length - SHORTEST + 1 }, (_, at) =>
    one.literal.slice(at, at + SHORTEST),
  );
  const sizeOf = (letters: string): number => byLetters.get(letters)?.length ?? 0;
  const letters = places.reduce((best, other) => (sizeOf(other) < sizeOf(best) ? other : best));
  const shelved = byLetters.get(letters);
  if (shelved === undefined) byLetters.set(letters, [one]);
  else shelved.push(one);
}

function byLength(a: Shelved, b: Shelved): number {
  return b.literal.length - a.literal.length || (a.pattern < b.pattern ? -1 : 1);
}
