import type { LookUp, WeightedWord } from "../../../src/core/excerpt/look-up.ts";
import { type Pair, pairsInOutline } from "../../../src/core/excerpt/pairs.ts";
import { BIGRAM_SCORE } from "../../../src/core/matching/candidates.ts";
import type { Outline } from "../../../src/core/excerpt/outline.ts";

/**
 * An article has a lexeme for each of its words and identifiers, and for a word of its titles, messages or symptoms
 * another one, with this sign: so the index alone tells how much a word says about an article.
 */
const STRONG = "^";

/** The least weight of a word that stands in a title, message or symptom. */
const STRONG_WEIGHT = 1.75;

/** PostgreSQL takes lexemes of at most 2,046 bytes. */
const LONGEST = 500;

export function lexemesOf(outline: Outline): readonly string[] {
  const single = outline.words.flatMap((word, place) => {
    const lexeme = word.slice(0, LONGEST);
    return outline.weights[place]! >= STRONG_WEIGHT ? [lexeme, STRONG + lexeme] : [lexeme];
  });
  return [...single, ...pairsInOutline(outline).map(paired)];
}

function paired([first, second]: Pair): string {
  return `${first}${STRONG}${second}`;
}

/** Lexemes written down for PostgreSQL, as a `tsvector` or, of one, as a `tsquery`. */
export function written(lexemes: readonly string[]): string {
  return lexemes.map((lexeme) => `'${lexeme.replaceAll("\0", "").replace(/[\\']/g, "$&$&")}'`).join(" ");
}

/**
 * What a lexeme adds to the score of an article: `weight`, times what a word of weight `counted` says beyond one of
 * weight `before` (BM25 without its repetitions); an identifier says everything.
 */
export type WeightedQuery = {
  readonly query: string;
  readonly weight: number;
  readonly counted: number;
  readonly before: number;
};

/** Mean weights of a word in the text, and in a title, message or symptom. */
const [PLAIN, OUTSTANDING, EVERYTHING] = [1.3, 3.4, 1e9];

/** Articles that one look-up may touch; the remaining, everyday words are left to the closer look. */
const MOST_TOUCHED = 6_000;

/** A word in more articles than this is looked up only where it stands out. */
const COMMON = 1_500;

/** This many of the most telling words are looked up whatever that costs. */
const LEAST_WORDS = 2;

export function queriesFor({ words, identifiers, pairs }: LookUp): readonly WeightedQuery[] {
  const { afforded, left } = affordable(words);
  return [
    ...identifiers.map(({ spelling, weight }) => query([spelling.slice(0, LONGEST)], weight, EVERYTHING)),
    ...[...new Set(pairs.map(paired))].map((pair) => query([pair], BIGRAM_SCORE, EVERYTHING)),
    ...afforded.flatMap(({ word, weight, articles }) => [
      query([STRONG + word], weight, OUTSTANDING, articles > COMMON ? 0 : PLAIN),
      ...(articles > COMMON ? [] : [query([word], weight, PLAIN)]),
    ]),
    ...together(left),
  ];
}

function query(lexemes: readonly string[], weight: number, counted: number, before = 0): WeightedQuery {
  return { query: lexemes.map((lexeme) => written([lexeme])).join(" & "), weight, counted, before };
}

type Afforded = { readonly afforded: readonly WeightedWord[]; readonly left: readonly WeightedWord[] };

function affordable(words: readonly WeightedWord[]): Afforded {
  let touched = 0;
  const isAfforded = words.map(
    ({ articles }, place) =>
      (touched += articles > COMMON ? articles / 2 : articles * 1.5) <= MOST_TOUCHED || place < LEAST_WORDS,
  );
  return {
    afforded: words.filter((_, place) => isAfforded[place]),
    left: words.filter((_, place) => !isAfforded[place]),
  };
}

/** Words so common that only all of them together tell something. */
function together(words: readonly WeightedWord[]): readonly WeightedQuery[] {
  if (words.length < 2) return [];
  const weight = words.reduce((sum, word) => sum + word.weight, 0);
  return [
    query(
      words.map(({ word }) => STRONG + word),
      weight,
      OUTSTANDING,
    ),
  ];
}
