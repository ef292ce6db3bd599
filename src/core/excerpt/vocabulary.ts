import { EVERYDAY_SHARE, inverseFrequency } from "../matching/background.ts";
import { addTerm, draftLexicon, freezeLexicon, type Lexicon, lettersOf } from "../matching/lexicon.ts";
import { buildSpelling, type Spelling } from "../matching/spelling.ts";

/** The words that an inquiry is about, with the statistics of the whole index; terms are numbered from 1, frequent ones first. */
export type Vocabulary = {
  readonly statistics: Statistics;
  readonly lexicon: Lexicon;
  readonly spelling: Spelling;
  readonly idf: Float32Array;
  /** In how many articles each term stands. */
  readonly frequencies: Uint32Array;
  /** Terms below this number are everyday words. */
  readonly everyday: number;
  readonly numbers: ReadonlyMap<string, number>;
};

/** What is known of all articles together. */
export type Statistics = {
  readonly articles: number;
  /** Mean length of an article in weighted words. */
  readonly averageLength: number;
};

/** In how many articles each word stands; words that stand in none are not among them. */
export type WordCounts = ReadonlyMap<string, number>;

/** `identifiers` are looked up as they are spelled, and counted nowhere. */
export function vocabularyOf(counts: WordCounts, identifiers: readonly string[], statistics: Statistics): Vocabulary {
  const known = [...counts].toSorted(([a, often], [b, oftener]) => oftener - often || (a < b ? -1 : 1));
  const spellings = [...known.map(([word]) => word), ...identifiers];
  const frequencies = Uint32Array.from([0, ...known.map(([, count]) => count), ...identifiers.map(() => 0)]);
  const lexicon = lexiconOf(spellings);
  return {
    statistics,
    lexicon,
    spelling: buildSpelling(lexicon),
    idf: Float32Array.from(frequencies, (count, term) =>
      term === 0 ? 0 : inverseFrequency(spellings[term - 1]!, count, statistics.articles),
    ),
    frequencies,
    everyday: everydayIn(frequencies, statistics),
    numbers: new Map(spellings.map((spelling, place) => [spelling, place + 1])),
  };
}

function lexiconOf(spellings: readonly string[]): Lexicon {
  const draft = draftLexicon();
  const order = spellings.map((spelling) => addTerm(draft, lettersOf(spelling), spelling.length));
  return freezeLexicon(draft, Uint32Array.from(order));
}

function everydayIn(frequencies: Uint32Array, { articles }: Statistics): number {
  const least = Math.max(2, articles * EVERYDAY_SHARE);
  const rare = frequencies.findIndex((count, term) => term > 0 && count < least);
  return rare < 0 ? frequencies.length : rare;
}
