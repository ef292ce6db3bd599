import { readStream } from "./build-streams.ts";
import type { Query } from "./query.ts";
import { PARAGRAPH_KINDS, type Segment } from "./segment.ts";
import type { Desk } from "./searcher.ts";

/** How the words of a query and those of an article fit together, in order and as a set. */
export type Alignment = {
  /** The weight of the best ordered chain of words that both have, less a little for every gap. */
  readonly chain: number;
  /** The longest unbroken run of words. */
  readonly run: number;
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

/** Matches before this one that a chain may continue from. */
const LOOK_BACK = 24;
const MOST_MATCHES = 400;
const GAP_COST = 0.12;

/** Where the query's terms stand: entries of one term follow each other through `next`. */
type Places = { readonly word: Uint16Array; readonly likeness: Float32Array; readonly next: Uint16Array };

/** Runs `work` with the query laid out on the desk, so that each word of an article is looked up at once. */
export function alignerFor(
  segment: Segment,
  desk: Desk,
  query: Query,
): { align(doc: number): Alignment; done(): void } {
  const places = layOut(desk, query);
  return {
    align: (doc) => alignWith(segment, desk, query, places, doc),
    done: () => {
      for (const word of query.words) for (const { term } of word.terms) desk.places[term] = 0;
    },
  };
}

function layOut(desk: Desk, query: Query): Places {
  const entries = query.words.reduce((sum, word) => sum + word.terms.length, 0);
  const places = {
    word: new Uint16Array(entries + 1),
    likeness: new Float32Array(entries + 1),
    next: new Uint16Array(entries + 1),
  };
  let entry = entries;
  for (let at = query.words.length - 1; at >= 0; at--) {
    for (const { term, likeness } of query.words[at]!.terms) {
      places.word[entry] = at;
      places.likeness[entry] = likeness;
      places.next[entry] = desk.places[term]!;
      desk.places[term] = entry--;
    }
  }
  return places;
}

/** The table of the chain so far: for each match its place in the article and the query, and the best chain ending there. */
const matchAt = new Uint16Array(MOST_MATCHES);
const matchWord = new Uint16Array(MOST_MATCHES);
const matchChain = new Float32Array(MOST_MATCHES);
const matchRun = new Uint16Array(MOST_MATCHES);

function alignWith(segment: Segment, desk: Desk, query: Query, places: Places, doc: number): Alignment {
  const state = newState(query);
  readStream(
    segment.streams,
    doc,
    (term) => {
      const entry = desk.places[term]!;
      const weight = segment.idf[term]!;
      state.at++;
      state.paragraphWeight += weight;
      if (entry === 0) return;
      state.paragraphMatched += weight * places.likeness[entry]!;
      for (let next = entry; next !== 0; next = places.next[next]!)
        addMatch(state, query, places.word[next]!, places.likeness[next]!);
    },
    (kind) => beginParagraph(state, kind),
  );
  beginParagraph(state, 0);
  return {
    chain: state.chain,
    run: state.run,
    bag: state.bag,
    ...missingWords(state, query),
    title: state.title,
    paragraph: state.paragraph,
  };
}

/** A misspelled word that is missing says nothing; a word that we know and the article lacks says that they differ. */
function missingWords({ seen }: State, { words }: Query): { readonly missing: number; readonly missingMost: number } {
  let missing = 0;
  let missingMost = 0;
  for (let at = 0; at < words.length; at++) {
    const { weight, terms } = words[at]!;
    if (seen[at] !== 0 || terms[0]?.likeness !== 1) continue;
    missing += weight;
    if (weight > missingMost) missingMost = weight;
  }
  return { missing, missingMost };
}

type State = {
  readonly weight: number;
  readonly seen: Uint8Array;
  readonly seenHere: Uint16Array;
  at: number;
  matches: number;
  chain: number;
  run: number;
  bag: number;
  place: number;
  kind: number;
  paragraphWeight: number;
  paragraphMatched: number;
  paragraphBag: number;
  paragraphWords: number;
  title: Overlap;
  paragraph: Overlap;
};

const NOTHING: Overlap = { query: 0, self: 0, words: 0, place: -1 };

function newState(query: Query): State {
  const words = query.words.length;
  return {
    weight: Math.max(query.weight, 1e-6),
    seen: new Uint8Array(words),
    seenHere: new Uint16Array(words),
    at: 0,
    matches: 0,
    chain: 0,
    run: 0,
    bag: 0,
    place: -1,
    kind: 0,
    paragraphWeight: 0,
    paragraphMatched: 0,
    paragraphBag: 0,
    paragraphWords: 0,
    title: NOTHING,
    paragraph: NOTHING,
  };
}

const TITLE = PARAGRAPH_KINDS.indexOf("title");

function beginParagraph(state: State, kind: number): void {
  if (state.paragraphWeight > 0) {
    const overlap = {
      query: Math.min(1, state.paragraphBag / state.weight),
      self: state.paragraphMatched / state.paragraphWeight,
      words: state.paragraphWords / state.seen.length,
      place: state.place,
    };
    if (state.kind === TITLE) state.title = better(state.title, overlap);
    else state.paragraph = better(state.paragraph, overlap);
  }
  state.place++;
  state.kind = kind;
  state.at += 2;
  state.paragraphWeight = 0;
  state.paragraphMatched = 0;
  state.paragraphBag = 0;
  state.paragraphWords = 0;
}

function better(a: Overlap, b: Overlap): Overlap {
  return b.query * b.query * b.self > a.query * a.query * a.self ? b : a;
}

function addMatch(state: State, query: Query, word: number, likeness: number): void {
  const weight = query.words[word]!.weight * likeness;
  if (state.seen[word] === 0) {
    state.seen[word] = 1;
    state.bag += weight;
  }
  if (state.seenHere[word] !== state.place + 1) {
    state.seenHere[word] = state.place + 1;
    state.paragraphBag += weight;
    state.paragraphWords++;
  }
  if (state.matches < MOST_MATCHES) extendChain(state, word, weight);
}

function extendChain(state: State, word: number, weight: number): void {
  const match = state.matches++;
  let best = 0;
  let run = 1;
  for (let before = match - 1; before >= 0 && before >= match - LOOK_BACK; before--) {
    const gap = state.at - matchAt[before]!;
    const skipped = word - matchWord[before]!;
    if (gap <= 0 || skipped <= 0) continue;
    const chained = matchChain[before]! - GAP_COST * Math.min(12, gap + skipped - 2);
    if (chained > best) best = chained;
    if (gap === 1 && skipped === 1) run = Math.max(run, matchRun[before]! + 1);
  }
  matchAt[match] = state.at;
  matchWord[match] = word;
  matchChain[match] = best + weight;
  matchRun[match] = run;
  if (best + weight > state.chain) state.chain = best + weight;
  if (run > state.run) state.run = run;
}
