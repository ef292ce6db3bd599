import type { Article } from "../kb/article.ts";
import { addArticle } from "./add-article.ts";
import { inverseFrequency } from "./background.ts";
import { collectBigrams, everydayTerms } from "./build-bigrams.ts";
import { frequenciesOf, packBytes, packTexts } from "./build.ts";
import { packStreams } from "./build-streams.ts";
import { draftSegment, type SegmentDraft } from "./draft.ts";
import { finished } from "./growing.ts";
import { findTerm, freezeLexicon, type Lexicon, spellingOf, termCount } from "./lexicon.ts";
import { packPostings } from "./pack-postings.ts";
import { type Searcher, searcherOf } from "./searcher.ts";
import { articleCount, type Segment } from "./segment.ts";
import { packStories } from "./story.ts";

/**
 * Indexes a few articles that were written after `main` was built, in the language of `main`: the same term numbers,
 * the same weight of every word and the same mean length, so that both rank alike. A millisecond or two an article.
 */
export function supplement(articles: Iterable<Article>, main: Searcher): Searcher {
  const draft = draftSegment();
  for (const article of articles) addArticle(draft, article);
  const renumbered = renumber(draft, main.segment.lexicon);
  const lexicon = withNewTerms(draft, renumbered, main.segment.lexicon);
  return searcherOf(freeze(draft, renumbered, lexicon, main.segment), main.spelling);
}

/** The number of every term in `known`; new ones are numbered after those. */
function renumber(draft: SegmentDraft, known: Lexicon): Uint32Array {
  const { lexicon, terms } = draft.lexicon;
  const renumbered = new Uint32Array(terms);
  let next = termCount(known);
  for (let term = 1; term < terms; term++) {
    const start = lexicon.starts[term]!;
    const end = lexicon.starts[term + 1]!;
    renumbered[term] = findTerm(known, lexicon.letters.subarray(start, end), end - start) || next++;
  }
  return renumbered;
}

/** What `main` knows, and the new terms after it. */
function withNewTerms({ lexicon }: SegmentDraft, renumbered: Uint32Array, known: Lexicon): Lexicon {
  const added = [...renumbered.keys()].filter((term) => renumbered[term]! >= termCount(known));
  const order = Uint32Array.from(added);
  return order.length === 0 ? known : { ...known, later: freezeLexicon(lexicon, order) };
}

function freeze(draft: SegmentDraft, renumbered: Uint32Array, lexicon: Lexicon, main: Segment): Segment {
  const order = new Uint32Array(termCount(lexicon) - 1);
  for (let term = 1; term < renumbered.length; term++) order[renumbered[term]! - 1] = term;
  const streams = packStreams(draft, renumbered);
  const everyday = everydayTerms(main.postings, articleCount(main));
  return {
    lexicon,
    idf: weigh(lexicon, main, draft.docStarts.length),
    postings: packPostings(draft, renumbered, order, frequenciesOf(draft), main.averageLength),
    averageLength: main.averageLength,
    bigrams: collectBigrams(streams, everyday),
    streams,
    sizes: finished(draft.sizes),
    cards: packBytes(draft.cardStarts, draft.cards),
    texts: packTexts(draft),
    stories: packStories(draft, renumbered),
  };
}

function weigh(lexicon: Lexicon, main: Segment, added: number): Float32Array {
  if (lexicon === main.lexicon) return main.idf;
  const idf = new Float32Array(termCount(lexicon));
  idf.set(main.idf);
  for (let term = main.idf.length; term < idf.length; term++)
    idf[term] = inverseFrequency(spellingOf(lexicon, term), 1, articleCount(main) + added);
  return idf;
}
