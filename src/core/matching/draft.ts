import { newBytes, newWords, newFloats, newShorts, type Growing, growing } from "./growing.ts";
import { draftLexicon, type LexiconDraft } from "./lexicon.ts";

/** Everything known of the articles so far, under provisional term numbers. */
export type SegmentDraft = {
  readonly lexicon: LexiconDraft;
  /** Article by article: each of its terms with its weight; identifiers have weight 0. */
  readonly docStarts: Growing<Uint32Array>;
  readonly terms: Growing<Uint32Array>;
  readonly weights: Growing<Float32Array>;
  readonly lengths: Growing<Float32Array>;
  readonly sizes: Growing<Uint16Array>;
  readonly streamStarts: Growing<Uint32Array>;
  /** Terms, and `PARAGRAPH_MARK + kind` where a paragraph begins. */
  readonly stream: Growing<Uint32Array>;
  readonly cardStarts: Growing<Uint32Array>;
  readonly cards: Growing<Uint8Array>;
  readonly textStarts: Growing<Uint32Array>;
  readonly texts: Growing<Uint8Array>;
  readonly storyStarts: Growing<Uint32Array>;
  /** The words of symptoms, cause, steps and the rest in their order. */
  readonly story: Growing<Uint32Array>;
  readonly scratch: {
    weights: Float32Array;
    touched: number[];
    readonly mentioned: Set<string>;
    readonly faint: Set<string>;
    readonly called: Set<string>;
  };
};

export const PARAGRAPH_MARK = 0xffff_0000;

export function draftSegment(): SegmentDraft {
  return {
    lexicon: draftLexicon(),
    docStarts: growing(newWords),
    terms: growing(newWords),
    weights: growing(newFloats),
    lengths: growing(newFloats),
    sizes: growing(newShorts),
    streamStarts: growing(newWords),
    stream: growing(newWords),
    cardStarts: growing(newWords),
    cards: growing(newBytes),
    textStarts: growing(newWords),
    texts: growing(newBytes),
    storyStarts: growing(newWords),
    story: growing(newWords),
    scratch: {
      weights: new Float32Array(1024),
      touched: [],
      mentioned: new Set(),
      faint: new Set(),
      called: new Set(),
    },
  };
}
