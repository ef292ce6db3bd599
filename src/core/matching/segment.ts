import type { Card } from "./document.ts";
import type { Lexicon } from "./lexicon.ts";
import { unpackCard } from "./packed-card.ts";

/**
 * Up to 65,536 articles, indexed for good: nothing in it changes after it was built, and every part of it is one
 * typed array, so that it is written to a file and read back in one piece.
 */
export type Segment = {
  readonly lexicon: Lexicon;
  /** How telling each term is: its inverse document frequency, natural logarithm. */
  readonly idf: Float32Array;
  readonly postings: Postings;
  /** Mean length of an article in weighted words: what BM25 discounts long articles by. */
  readonly averageLength: number;
  readonly bigrams: Bigrams;
  readonly streams: Streams;
  /** Letters of each whole article, in units of `SIZE_UNIT`. */
  readonly sizes: Uint16Array;
  readonly cards: Cards;
  readonly texts: Kept;
  /** What each article says, word by word: see `story.ts`. */
  readonly stories: Kept;
  /** What is known of all articles, where these are only some of them. */
  readonly whole?: Whole;
};

/** How many articles there are, and how many of them have each term. */
export type Whole = { readonly articles: number; readonly frequencies: Uint32Array };

/** Which articles have a term, and how much it says about each: 0 to 255 of the most it could. */
export type Postings = { readonly starts: Uint32Array; readonly docs: Uint16Array; readonly impacts: Uint8Array };

/** Pairs of everyday words that stand side by side in a title or message: sorted keys, and the articles of each. */
export type Bigrams = { readonly keys: Uint32Array; readonly starts: Uint32Array; readonly docs: Uint16Array };

/**
 * The words of each article's titles, messages and symptoms in order: variable-length term numbers, frequent terms
 * first. A 0 begins a paragraph and is followed by its kind.
 */
export type Streams = { readonly starts: Uint32Array; readonly bytes: Uint8Array };

/** One `PackedCard` an article: JSON in Latin-1, everything else escaped. */
export type Cards = { readonly starts: Uint32Array; readonly bytes: Uint8Array };

/** Bytes of each article that are read on demand, so that they need not lie in memory: its paragraphs as JSON, its story. */
export type Kept = { readonly starts: Uint32Array; readonly slice: (from: number, to: number) => Uint8Array };

export const SIZE_UNIT = 16;

export const SEGMENT_CAPACITY = 65_536;

export const PARAGRAPH_KINDS = ["title", "message", "text"] as const;

export function articleCount(segment: Segment): number {
  return segment.cards.starts.length - 1;
}

/** How many articles the statistics speak of: more than are here, where these are only some of them. */
export function articlesCounted(segment: Segment): number {
  return segment.whole?.articles ?? articleCount(segment);
}

export function documentFrequency(segment: Segment, term: number): number {
  if (segment.whole !== undefined) return segment.whole.frequencies[term] ?? 0;
  return segment.postings.starts[term + 1]! - segment.postings.starts[term]!;
}

/** Whether an article has a term. */
export function hasTerm(segment: Segment, term: number, doc: number): boolean {
  return placeOfDoc(segment, term, doc) >= 0;
}

/**
 * Where an article stands in the list of a term, which is in order; -1 where it does not. The list is halved without a
 * branch, which no processor could foretell: `>> 31` gives all bits where the article is not before the middle, else none.
 */
export function placeOfDoc({ postings: { starts, docs } }: Segment, term: number, doc: number): number {
  let at = starts[term]!;
  let left = starts[term + 1]! - at;
  if (left === 0) return -1;
  while (left > 1) {
    const half = left >>> 1;
    at += half & ((docs[at + half]! - doc - 1) >> 31);
    left -= half;
  }
  return docs[at] === doc ? at : -1;
}

/** One number for two neighbouring terms; equal numbers for different pairs are rare and harmless. */
export function bigramKey(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 0x7f4a7c15, 0x85ebca6b);
  return Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35) >>> 0;
}

export function cardOf({ cards: { starts, bytes } }: Segment, doc: number): Card {
  return cardIn(bytes.subarray(starts[doc], starts[doc + 1]));
}

export function cardIn(bytes: Uint8Array): Card {
  return unpackCard(JSON.parse(latin(bytes)));
}

/** The paragraphs of an article in the order of its stream; long ones are clipped. */
export function paragraphsAt({ texts: { starts, slice } }: Segment, doc: number): readonly string[] {
  return JSON.parse(latin(slice(starts[doc]!, starts[doc + 1]!)));
}

/** Eight letters at a time, which is the fastest way that needs no decoder of the platform. */
function latin(bytes: Uint8Array): string {
  let text = "";
  let at = 0;
  for (; at + 8 <= bytes.length; at += 8) {
    text += String.fromCharCode(
      bytes[at]!,
      bytes[at + 1]!,
      bytes[at + 2]!,
      bytes[at + 3]!,
      bytes[at + 4]!,
      bytes[at + 5]!,
      bytes[at + 6]!,
      bytes[at + 7]!,
    );
  }
  for (; at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
