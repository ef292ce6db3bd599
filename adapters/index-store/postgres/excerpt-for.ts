import type { Pool } from "pg";
import { excerptOf } from "../../../src/core/excerpt/excerpt.ts";
import { wordsInStream } from "../../../src/core/excerpt/outline.ts";
import { lookUpOf } from "../../../src/core/excerpt/look-up.ts";
import { type Vocabulary, vocabularyOf } from "../../../src/core/excerpt/vocabulary.ts";
import { type Stranger, strangersIn, wordsWanted } from "../../../src/core/excerpt/words-wanted.ts";
import { identifiersIn } from "../../../src/core/matching/candidates.ts";
import type { Searcher } from "../../../src/core/matching/searcher.ts";
import type { Unit } from "../../../src/core/matching/unit.ts";
import { fetchCandidates, type Seen } from "./candidates.ts";
import { type BaseFacts, fetchAlike, fetchFacts, type WordBook } from "./words.ts";

/** A knowledge base in the database, and what is remembered of its words. */
export type Source = Seen & { readonly pool: Pool; readonly book: WordBook };

/** The articles that may answer these units, with the statistics of the whole knowledge base. */
export async function excerptFor(source: Source, units: readonly Unit[]): Promise<Searcher> {
  const { pool, base, book } = source;
  const facts = await fetchFacts(pool, base);
  const vocabulary = await learn(source, units, facts);
  const lookUps = units.map((unit) => lookUpOf(unit, vocabulary));
  const outlines = await fetchCandidates(pool, source, lookUps, facts.averageLength);
  return excerptOf(vocabulary, outlines, await book(outlines.flatMap(wordsInStream), facts.revision));
}

async function learn({ pool, base, book }: Source, units: readonly Unit[], facts: BaseFacts): Promise<Vocabulary> {
  const known = await book(units.flatMap(wordsWanted), facts.revision);
  const strangers = units.flatMap((unit) => strangersIn(unit, (word) => known.has(word)));
  const [pieces, alike] = await Promise.all([
    book(
      strangers.flatMap((stranger) => stranger.pieces),
      facts.revision,
    ),
    fetchAlike(pool, base, skeletonsOf(strangers)),
  ]);
  const identifiers = units.flatMap(({ signals }) => identifiersIn(signals).map(([, spelling]) => spelling));
  return vocabularyOf(new Map([...known, ...pieces, ...alike]), [...new Set(identifiers)], facts);
}

function skeletonsOf(strangers: readonly Stranger[]): readonly string[] {
  return [...new Set(strangers.flatMap(({ skeleton }) => skeleton ?? []))];
}
