import { distinctTerms, HIT_SCORES, identifiersIn } from "../matching/candidates.ts";
import { spellingOf } from "../matching/lexicon.ts";
import { LONGEST_QUERY, queryOf } from "../matching/query.ts";
import type { Unit } from "../matching/unit.ts";
import { excerptOf } from "./excerpt.ts";
import { type Pair, pairsInText } from "./pairs.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What the articles that may answer a unit have: the more of it, by weight, the likelier. */
export type LookUp = {
  /** The most telling first. */
  readonly words: readonly WeightedWord[];
  readonly identifiers: readonly { readonly spelling: string; readonly weight: number }[];
  readonly pairs: readonly Pair[];
};

export type WeightedWord = {
  readonly word: string;
  readonly weight: number;
  /** In how many articles it stands. */
  readonly articles: number;
};

export function lookUpOf(unit: Unit, vocabulary: Vocabulary): LookUp {
  const { lexicon, frequencies } = vocabulary;
  const { segment, spelling } = excerptOf(vocabulary, [], new Map());
  const words = distinctTerms(queryOf(unit, segment, spelling), segment.idf).map(({ term, weight }) => ({
    word: spellingOf(lexicon, term),
    weight,
    articles: frequencies[term]!,
  }));
  return { words, identifiers: identifiersFor(unit), pairs: pairsInText(unit.text).slice(0, LONGEST_QUERY) };
}

function identifiersFor({ signals, via }: Unit): LookUp["identifiers"] {
  return identifiersIn(signals, via === "command").map(([kind, spelling]) => ({ spelling, weight: HIT_SCORES[kind] }));
}
