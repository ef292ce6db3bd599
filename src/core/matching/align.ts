import { bestChain, MOST_MATCHES, setMatch } from "./best-chain.ts";
import { clearPlaces, layPlaces, type Places } from "./places.ts";
import type { Query, QueryWord } from "./query.ts";
import { PARAGRAPH_KINDS, type Segment } from "./segment.ts";
import type { Desk } from "./searcher.ts";
import { fitStory, type StoryFit } from "./story-fit.ts";

/** How the words of a query and those of an article fit together; in which order they stand, `chainOf` says. */
export type Alignment = {
  /** Where the matches of both lie, and how many there are. */
  readonly first: number;
  readonly matches: number;
  /** The most that the chain can weigh, and the most words that the run can have. */
  readonly mostChain: number;
  readonly mostRun: number;
  /** The weight of the query's words that the article's titles, messages and symptoms have. */
  readonly bag: number;
  /** The weight of well-known words of the query that they lack, and of the weightiest of these. */
  readonly missing: number;
  readonly missingMost: number;
  readonly title: Overlap;
  /** The message or paragraph that fits best. */
  readonly paragraph: Overlap;
};

/** What two texts share: as a part of the query's weight and as a part of the paragraph's own, both 0 to 1. */
export type Overlap = {
  readonly query: number;
  readonly self: number;
  /** The share of the query's words, every word counting alike. */
  readonly words: number;
  readonly place: number;
};

/** What articles are aligned with, laid out so that each of their words is looked up at once. */
type Layout = {
  readonly segment: Segment;
  readonly desk: Desk;
  readonly query: Query;
  readonly places: Places;
  readonly state: State;
};

export type Aligner = {
  readonly align: (doc: number) => Alignment;
  readonly fitStory: (doc: number) => StoryFit;
  readonly done: () => void;
};

/** Lays the query out on the desk, to be aligned with its candidates. Their matches lie there until the first story is read. */
export function alignerFor(segment: Segment, desk: Desk, query: Query): Aligner {
  const layout = { segment, desk, query, places: layPlaces(desk, query), state: newState(query) };
  return {
    align: (doc) => alignWith(layout, doc),
    fitStory: (doc) => fitStory(segment, desk, layout.places, query, doc),
    done: () => clearPlaces(desk, query),
  };
}

function alignWith({ segment, desk, query, places, state }: Layout, doc: number): Alignment {
  const { bytes, starts } = segment.streams;
  beginArticle(state);
  const end = starts[doc + 1]!;
  for (let at = starts[doc]!; at < end; ) {
    const kind = bytes[at + 1]!;
    at = readParagraph(state, segment, desk, places, at + 2, end);
    closeParagraph(state, kind);
  }
  const { first, matches, mostChain, mostRun, bag, title, paragraph } = state;
  const { missing, missingMost } = missingWords(state, query);
  return { first, matches, mostChain, mostRun, bag, missing, missingMost, title, paragraph };
}

/** The weight of the best ordered chain of words that both have, less a little for every gap, and the longest unbroken run. */
export function chainOf({ first, matches }: Alignment): { readonly chain: number; readonly run: number } {
  return bestChain(first, matches);
}

/** What is known of an article so far; one state serves all articles of a query. */
type State = {
  /** That of the whole query. */
  readonly weight: number;
  /** In which article each word of the query was met last, and in which paragraph of all that were read. */
  readonly seen: Uint16Array;
  readonly seenHere: Uint32Array;
  /** The most that each word of the query weighs in a chain. */
  readonly most: Float64Array;
  articles: number;
  paragraphs: number;
  at: number;
  first: number;
  matches: number;
  mostChain: number;
  mostRun: number;
  bag: number;
  place: number;
  title: Overlap;
  paragraph: Overlap;
};

const NOTHING: Overlap = { query: 0, self: 0, words: 0, place: -1 };

function newState({ words, weight }: Query): State {
  return {
    weight: Math.max(weight, 1e-6),
    seen: new Uint16Array(words.length),
    seenHere: new Uint32Array(words.length),
    most: mostWeights(words),
    articles: 0,
    paragraphs: 0,
    at: 0,
    first: 0,
    matches: 0,
    mostChain: 0,
    mostRun: 0,
    bag: 0,
    place: -1,
    title: NOTHING,
    paragraph: NOTHING,
  };
}

function mostWeights(words: readonly QueryWord[]): Float64Array {
  const most = new Float64Array(words.length);
  words.forEach(({ weight, terms, alike }, at) => {
    let likest = 0;
    for (const { likeness } of terms) if (likeness > likest) likest = likeness;
    for (const { likeness } of alike) if (likeness > likest) likest = likeness;
    most[at] = weight * likest;
  });
  return most;
}

function beginArticle(state: State): void {
  state.articles++;
  state.at = 0;
  state.first += state.matches;
  state.matches = 0;
  state.mostChain = 0;
  state.mostRun = 0;
  state.bag = 0;
  state.place = -1;
  state.title = NOTHING;
  state.paragraph = NOTHING;
}

/** Of the paragraph that was read last: its weight, what the query has of it, what it has of the query, in how many words. */
const here = { weight: 0, matched: 0, bag: 0, words: 0 };

/** Notes the matches of the paragraph that begins at `from`, and gives where it ends. The hottest loop of all. */
function readParagraph(
  state: State,
  { streams: { bytes }, idf }: Segment,
  { places: entries }: Desk,
  places: Places,
  from: number,
  end: number,
): number {
  state.at += 2;
  state.place++;
  state.paragraphs++;
  here.matched = 0;
  here.bag = 0;
  here.words = 0;
  let weight = 0;
  let { at: wordAt } = state;
  let at = from;
  while (at < end) {
    let byte = bytes[at]!;
    if (byte === 0) break;
    at++;
    let term = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      term |= (byte & 0x7f) << shift;
    }
    wordAt++;
    const worth = idf[term]!;
    weight += worth;
    const entry = entries[term]!;
    if (entry !== 0) noteMatches(state, places, entry, wordAt, worth);
  }
  state.at = wordAt;
  here.weight = weight;
  return at;
}

/** A word of the article, and every word of the query that it may be. */
function noteMatches(state: State, places: Places, first: number, at: number, worth: number): void {
  here.matched += worth * places.likeness[first]!;
  for (let entry = first; entry !== 0; entry = places.next[entry]!) {
    const word = places.word[entry]!;
    const weight = places.weight[entry]!;
    if (state.seenHere[word] !== state.paragraphs) meet(state, word, weight);
    if (state.matches < MOST_MATCHES) setMatch(state.first + state.matches++, at, word, weight);
  }
}

/** A word that this paragraph has not had yet counts here, and in all if it is the first time. */
function meet(state: State, word: number, weight: number): void {
  if (state.seen[word] !== state.articles) {
    state.seen[word] = state.articles;
    state.bag += weight;
    state.mostChain += state.most[word]!;
  }
  state.seenHere[word] = state.paragraphs;
  here.bag += weight;
  here.words++;
}

const TITLE = PARAGRAPH_KINDS.indexOf("title");

function closeParagraph(state: State, kind: number): void {
  const { weight, matched, bag, words } = here;
  if (words > state.mostRun) state.mostRun = words;
  if (bag === 0) return;
  const best = kind === TITLE ? state.title : state.paragraph;
  const query = Math.min(1, bag / state.weight);
  const self = matched / weight;
  if (!(query * query * self > best.query * best.query * best.self)) return;
  const better = { query, self, words: words / state.seen.length, place: state.place };
  if (kind === TITLE) state.title = better;
  else state.paragraph = better;
}

/** A misspelled word that is missing says nothing; a word that we know and the article lacks says that they differ. */
function missingWords(
  { seen, articles }: State,
  { words }: Query,
): { readonly missing: number; readonly missingMost: number } {
  let missing = 0;
  let missingMost = 0;
  for (let at = 0; at < words.length; at++) {
    const { weight, terms } = words[at]!;
    if (seen[at] === articles || terms[0]?.likeness !== 1) continue;
    missing += weight;
    if (weight > missingMost) missingMost = weight;
  }
  return { missing, missingMost };
}
