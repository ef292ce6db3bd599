import { EVERYDAY_SHARE } from "./background.ts";
import { readStream } from "./build-streams.ts";
import { newShorts, newWords, finished, type Growing, growing, push } from "./growing.ts";
import { type Bigrams, bigramKey, PARAGRAPH_KINDS, type Postings, type Streams } from "./segment.ts";

/** A pair in more articles than this tells nothing. */
const COMMON_PAIR = 2_000;

const LAST_MESSAGE_KIND = PARAGRAPH_KINDS.indexOf("message");

/**
 * Collects pairs of everyday words from titles and messages: messages are often made of nothing else. The everyday words
 * are the terms below the number `everyday`.
 */
export function collectBigrams(streams: Streams, everyday: number): Bigrams {
  const articles = streams.starts.length - 1;
  const pairs = { keys: growing(newWords), docs: growing(newWords) };
  for (let doc = 0; doc < articles; doc++) collectPairs(streams, doc, everyday, pairs);
  return packPairs(pairs);
}

/** Terms are numbered by frequency, so the everyday ones are those below the number that this gives. */
export function everydayTerms({ starts }: Postings, articles: number): number {
  const least = Math.max(2, articles * EVERYDAY_SHARE);
  let term = 1;
  while (term + 1 < starts.length && starts[term + 1]! - starts[term]! >= least) term++;
  return term;
}

type Pairs = { readonly keys: Growing<Uint32Array>; readonly docs: Growing<Uint32Array> };

function collectPairs(streams: Streams, doc: number, everyday: number, pairs: Pairs): void {
  let before = 0;
  let wanted = true;
  const take = (term: number): void => {
    if (wanted && before > 0 && before < everyday && term < everyday) {
      push(pairs.keys, bigramKey(before, term));
      push(pairs.docs, doc);
    }
    before = term;
  };
  readStream(streams, doc, take, (kind) => {
    wanted = kind <= LAST_MESSAGE_KIND;
    before = 0;
  });
}

/** Sorts the pairs by key and drops repetitions within an article and pairs that stand everywhere. */
function packPairs({ keys, docs }: Pairs): Bigrams {
  const sorted = new Float64Array(keys.length);
  for (let at = 0; at < keys.length; at++) sorted[at] = keys.values[at]! * 0x1_0000 + docs.values[at]!;
  sorted.sort();
  const packed = {
    keys: growing(newWords),
    starts: growing(newWords),
    docs: growing(newShorts),
  };
  for (let from = 0; from < sorted.length; ) from = packRun(sorted, from, packed);
  push(packed.starts, packed.docs.length);
  return { keys: finished(packed.keys), starts: finished(packed.starts), docs: finished(packed.docs) };
}

type Packed = {
  readonly keys: Growing<Uint32Array>;
  readonly starts: Growing<Uint32Array>;
  readonly docs: Growing<Uint16Array>;
};

function packRun(sorted: Float64Array, from: number, { keys, starts, docs }: Packed): number {
  const key = Math.floor(sorted[from]! / 0x1_0000);
  const start = docs.length;
  let at = from;
  for (; at < sorted.length && Math.floor(sorted[at]! / 0x1_0000) === key; at++) {
    if (at === from || sorted[at] !== sorted[at - 1]) push(docs, sorted[at]! % 0x1_0000);
  }
  if (docs.length - start > COMMON_PAIR) docs.length = start;
  else {
    push(keys, key);
    push(starts, start);
  }
  return at;
}
