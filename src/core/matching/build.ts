import type { Article } from "../kb/article.ts";
import { addArticle } from "./add-article.ts";
import { inverseFrequency } from "./background.ts";
import { collectBigrams, everydayTerms } from "./build-bigrams.ts";
import { packStreams } from "./build-streams.ts";
import { draftSegment, type SegmentDraft } from "./draft.ts";
import { finished, type Growing, push } from "./growing.ts";
import { freezeLexicon, type Lexicon, spellingOf } from "./lexicon.ts";
import { averageLength, packPostings } from "./pack-postings.ts";
import type { Kept, Postings, Segment } from "./segment.ts";
import { packStories } from "./story.ts";

/** Indexes articles, at most `SEGMENT_CAPACITY` of them. */
export function buildSegment(articles: Iterable<Article>): Segment {
  const draft = draftSegment();
  for (const article of articles) addArticle(draft, article);
  return freezeSegment(draft);
}

/** Ends the draft: terms are renumbered by how many articles have them, so that streams are short. */
export function freezeSegment(draft: SegmentDraft): Segment {
  const frequencies = frequenciesOf(draft);
  const order = byFrequency(frequencies);
  const renumbered = new Uint32Array(frequencies.length);
  for (let place = 0; place < order.length; place++) renumbered[order[place]!] = place + 1;
  const lexicon = freezeLexicon(draft.lexicon, order);
  const average = averageLength(draft);
  const postings = packPostings(draft, renumbered, order, frequencies, average);
  const streams = packStreams(draft, renumbered);
  return {
    lexicon,
    idf: weigh(lexicon, postings, draft.docStarts.length),
    postings,
    averageLength: average,
    bigrams: collectBigrams(streams, everydayTerms(postings, draft.docStarts.length)),
    streams,
    sizes: finished(draft.sizes),
    cards: packBytes(draft.cardStarts, draft.cards),
    texts: packTexts(draft),
    stories: packStories(draft, renumbered),
  };
}

/** In how many articles each provisional term stands. */
export function frequenciesOf({ lexicon, terms }: SegmentDraft): Uint32Array {
  const frequencies = new Uint32Array(lexicon.terms);
  for (let at = 0; at < terms.length; at++) frequencies[terms.values[at]!]!++;
  return frequencies;
}

function byFrequency(frequencies: Uint32Array): Uint32Array {
  const order = new Uint32Array(frequencies.length - 1);
  for (let term = 1; term < frequencies.length; term++) order[term - 1] = term;
  return order.toSorted((a, b) => frequencies[b]! - frequencies[a]! || a - b);
}

function weigh(lexicon: Lexicon, { starts }: Postings, articles: number): Float32Array {
  const idf = new Float32Array(starts.length - 1);
  for (let term = 1; term < idf.length; term++)
    idf[term] = inverseFrequency(spellingOf(lexicon, term), starts[term + 1]! - starts[term]!, articles);
  return idf;
}

/** The bytes of every article end to end, and where each begins. */
export function packBytes(
  starts: Growing<Uint32Array>,
  bytes: Growing<Uint8Array>,
): { readonly starts: Uint32Array; readonly bytes: Uint8Array } {
  push(starts, bytes.length);
  return { starts: finished(starts), bytes: finished(bytes) };
}

export function packTexts({ textStarts, texts }: SegmentDraft): Kept {
  const { starts, bytes } = packBytes(textStarts, texts);
  return { starts, slice: (from, to) => bytes.subarray(from, to) };
}
