import type { Article } from "../kb/article.ts";
import { addArticle } from "../matching/add-article.ts";
import { draftSegment, PARAGRAPH_MARK, type SegmentDraft } from "../matching/draft.ts";
import { spellingOf } from "../matching/lexicon.ts";

/** What an index outside the process keeps of one article: enough to rank it and to show why, in words of its own. */
export type Outline = {
  /** Its words and identifiers, each once; those that stand in the stream come first. */
  readonly words: readonly string[];
  /** How much each says by where it stands and how often; 0 for an identifier. */
  readonly weights: Float32Array;
  /** Titles, messages and symptoms word by word: places in `words`, and `PARAGRAPH_PLACE + kind` where a paragraph begins. */
  readonly stream: Uint16Array;
  /** The words of its story in their order: places in `words`. */
  readonly story: Uint16Array;
  /** The sum of all weights. */
  readonly length: number;
  /** Letters of the whole article, in units of `SIZE_UNIT`. */
  readonly size: number;
  /** Its `PackedCard` and its paragraphs as a segment keeps them: JSON in Latin-1. */
  readonly card: Uint8Array;
  readonly texts: Uint8Array;
};

/** No article has so many words in its stream. */
export const PARAGRAPH_PLACE = 0xff00;

export function outlineOf(article: Article): Outline {
  const draft = draftSegment();
  addArticle(draft, article);
  return {
    words: wordsOf(draft),
    weights: weightsOf(draft),
    stream: streamOf(draft),
    story: Uint16Array.from(draft.story.values.subarray(0, draft.story.length), (term) => term - 1),
    length: draft.lengths.values[0]!,
    size: draft.sizes.values[0]!,
    card: draft.cards.values.slice(0, draft.cards.length),
    texts: draft.texts.values.slice(0, draft.texts.length),
  };
}

/** The words that stand in the stream of an article, each once. */
export function wordsInStream({ words, stream }: Outline): readonly string[] {
  let end = 0;
  for (const place of stream) if (place < PARAGRAPH_PLACE && place >= end) end = place + 1;
  return words.slice(0, end);
}

function wordsOf({ lexicon: { lexicon, terms } }: SegmentDraft): string[] {
  return Array.from({ length: terms - 1 }, (_, place) => spellingOf(lexicon, place + 1));
}

function weightsOf({ lexicon, terms, weights }: SegmentDraft): Float32Array {
  const found = new Float32Array(lexicon.terms - 1);
  for (let at = 0; at < terms.length; at++) found[terms.values[at]! - 1] = weights.values[at]!;
  return found;
}

function streamOf({ stream }: SegmentDraft): Uint16Array {
  return Uint16Array.from(stream.values.subarray(0, stream.length), (entry) =>
    entry < PARAGRAPH_MARK ? entry - 1 : PARAGRAPH_PLACE + entry - PARAGRAPH_MARK,
  );
}
