import { bestChain, MOST_MATCHES, setMatch } from "./best-chain.ts";
import type { Places } from "./places.ts";
import type { Query } from "./query.ts";
import type { Desk } from "./searcher.ts";
import type { Segment } from "./segment.ts";

/** How near each other an article says what a query says, as shares of the query's weight: 0 to 1. */
export type StoryFit = {
  /** Within some two sentences. */
  readonly near: number;
  /** Within a paragraph or two. */
  readonly around: number;
  /** The best ordered chain of words that both have. */
  readonly chain: number;
};

export const NO_STORY: StoryFit = { near: 0, around: 0, chain: 0 };

/** Words. */
const NEAR = 20;
const AROUND = 60;

/** The matches in the order of the story: their place there, the word of the query, and its weight. */
const places = new Uint16Array(MOST_MATCHES);
const words = new Uint16Array(MOST_MATCHES);
const weights = new Float64Array(MOST_MATCHES);

/** Reads the story of an article for a query that is laid out on the desk. */
export function fitStory({ stories }: Segment, desk: Desk, laid: Places, query: Query, doc: number): StoryFit {
  const bytes = stories.slice(stories.starts[doc]!, stories.starts[doc + 1]!);
  const matches = matchesIn(bytes, desk, laid);
  const weight = Math.max(query.weight, 1e-6);
  const { chain } = bestChain(0, matches);
  return {
    near: Math.min(1, within(NEAR, matches, query.words.length) / weight),
    around: Math.min(1, within(AROUND, matches, query.words.length) / weight),
    chain: Math.min(1, chain / weight),
  };
}

function matchesIn(bytes: Uint8Array, desk: Desk, laid: Places): number {
  let matches = 0;
  let place = 0;
  for (let at = 0; at < bytes.length && matches < MOST_MATCHES; place++) {
    let byte = bytes[at++]!;
    let term = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      term |= (byte & 0x7f) << shift;
    }
    for (let entry = desk.places[term] ?? 0; entry !== 0 && matches < MOST_MATCHES; entry = laid.next[entry]!)
      note(matches++, place, laid.word[entry]!, laid.weight[entry]!);
  }
  return matches;
}

function note(match: number, place: number, word: number, weight: number): void {
  places[match] = place;
  words[match] = word;
  weights[match] = weight;
  setMatch(match, place, word, weight);
}

/** The weight of the words that a stretch of so many words has at most. */
function within(span: number, matches: number, count: number): number {
  const had = new Uint16Array(count);
  const counted = new Float64Array(count);
  let weight = 0;
  let most = 0;
  for (let last = 0, first = 0; last < matches; last++) {
    const word = words[last]!;
    if (had[word]!++ === 0) weight += counted[word] = weights[last]!;
    for (; places[last]! - places[first]! > span; first++)
      if (--had[words[first]!]! === 0) weight -= counted[words[first]!]!;
    if (weight > most) most = weight;
  }
  return most;
}
