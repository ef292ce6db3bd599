import type { SegmentDraft } from "./draft.ts";
import type { Postings } from "./segment.ts";

/** BM25's two constants: how soon repeating a word stops to matter, and how much long articles are discounted. */
const SATURATION = 1.2;
const LENGTH_DISCOUNT = 0.5;

/**
 * Lists the articles of every term; `order` are the provisional terms in their final order, 0 for a term that none of
 * these articles has.
 */
export function packPostings(
  draft: SegmentDraft,
  renumbered: Uint32Array,
  order: Uint32Array,
  frequencies: Uint32Array,
  average: number,
): Postings {
  const starts = new Uint32Array(order.length + 2);
  for (let place = 0; place < order.length; place++)
    starts[place + 2] = starts[place + 1]! + frequencies[order[place]!]!;
  const next = starts.slice();
  const docs = new Uint16Array(draft.terms.length);
  const impacts = new Uint8Array(draft.terms.length);
  eachDocument(draft, (doc, from, to) => {
    const discount = 1 - LENGTH_DISCOUNT + (LENGTH_DISCOUNT * draft.lengths.values[doc]!) / average;
    for (let at = from; at < to; at++) {
      const place = next[renumbered[draft.terms.values[at]!]!]!++;
      docs[place] = doc;
      impacts[place] = impactOf(draft.weights.values[at]! / discount);
    }
  });
  return { starts, docs, impacts };
}

/** BM25's share of the most a term could say; an identifier always says everything, however long the article is. */
function impactOf(weight: number): number {
  return weight === 0 ? 255 : Math.max(1, Math.round((255 * weight) / (SATURATION + weight)));
}

function eachDocument(
  { docStarts, terms }: SegmentDraft,
  visit: (doc: number, from: number, to: number) => void,
): void {
  for (let doc = 0; doc < docStarts.length; doc++) {
    visit(doc, docStarts.values[doc]!, doc + 1 < docStarts.length ? docStarts.values[doc + 1]! : terms.length);
  }
}

/** Mean length of the articles in weighted words, at least 1. */
export function averageLength({ lengths }: SegmentDraft): number {
  let sum = 0;
  for (let doc = 0; doc < lengths.length; doc++) sum += lengths.values[doc]!;
  return Math.max(1, sum / Math.max(1, lengths.length));
}
