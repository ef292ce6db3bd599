import type { Pool } from "pg";
import { excerptOf } from "../../../src/core/excerpt/excerpt.ts";
import { wordsInStream } from "../../../src/core/excerpt/outline.ts";
import { lookUpOf } from "../../../src/core/excerpt/look-up.ts";
import { type Vocabulary, vocabularyOf } from "../../../src/core/excerpt/vocabulary.ts";
import { type Stranger, strangersIn, wordsWanted } from "../../../src/core/excerpt/words-wanted.ts";
import { identifiersIn } from "../../../src/core/matching/candidates.ts";
import type { Searcher } from "../../../src/core/matching/searcher.ts";
import type { Index } from "../../../src/core/matching/index.ts";
import { type Unit, unitsOf } from "../../../src/core/matching/unit.ts";
import type { Inquiry } from "../../../src/core/matching/verdict.ts";
import type { PatternSet } from "../../../src/core/patterns/pattern.ts";
import { fetchCandidates, type Seen } from "./candidates.ts";
import type { Directory } from "./directory.ts";
import type { PatternBook, SeenPatterns } from "./patterns.ts";
import { type BaseFacts, fetchAlike, fetchFacts, type WordBook } from "./words.ts";

/** A knowledge base in the database, and what is remembered of it. */
export type Source = Seen & {
  readonly pool: Pool;
  readonly book: WordBook;
  readonly patterns: PatternBook;
  readonly directory: Directory;
};

/** The articles that may answer an inquiry, with the statistics of each whole knowledge base, and all patterns. */
export async function excerptsFor(
  sources: readonly Source[],
  inquiry: Inquiry,
  setOf: (seen: readonly SeenPatterns[]) => Promise<PatternSet | undefined>,
): Promise<Pick<Index, "searchers" | "patterns">> {
  const facts = await Promise.all(sources.map(({ pool, base }) => fetchFacts(pool, base)));
  const seen = sources.map(async ({ patterns, directory }, place) => ({
    patterns: await patterns(facts[place]!.revision),
    directory,
  }));
  const patterns = await setOf(await Promise.all(seen));
  const units = unitsOf(inquiry, patterns);
  const searchers = await Promise.all(sources.map((source, place) => excerptFor(source, units, facts[place]!)));
  return { searchers, patterns };
}

async function excerptFor(source: Source, units: readonly Unit[], facts: BaseFacts): Promise<Searcher> {
  const vocabulary = await learn(source, units, facts);
  const lookUps = units.map((unit) => lookUpOf(unit, vocabulary));
  const outlines = await fetchCandidates(source.pool, source, lookUps, facts.averageLength);
  return excerptOf(vocabulary, outlines, await source.book(outlines.flatMap(wordsInStream), facts.revision));
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
