import { inverseFrequency } from "../matching/background.ts";
import { collectBigrams } from "../matching/build-bigrams.ts";
import { frequenciesOf, packBytes, packTexts } from "../matching/build.ts";
import { packStreams } from "../matching/build-streams.ts";
import { draftSegment, PARAGRAPH_MARK, type SegmentDraft } from "../matching/draft.ts";
import { finished, type Growing, push } from "../matching/growing.ts";
import { packPostings } from "../matching/pack-postings.ts";
import { scoreboard } from "../matching/scoreboard.ts";
import type { Searcher } from "../matching/searcher.ts";
import type { Segment } from "../matching/segment.ts";
import { NOBODYS_QUESTION, packStories } from "../matching/story.ts";
import { type Outline, PARAGRAPH_PLACE } from "./outline.ts";
import { spelledOut } from "./spelled-out.ts";
import type { Vocabulary, WordCounts } from "./vocabulary.ts";

/**
 * A few articles of an index that lies elsewhere, ready to be searched as if all of it were here: words weigh what they
 * weigh in the whole. `counts` has the words of the articles' streams; only the vocabulary can be looked up.
 */
export function excerptOf(vocabulary: Vocabulary, outlines: readonly Outline[], counts: WordCounts): Searcher {
  const draft = draftSegment();
  const terms = new Map(vocabulary.numbers);
  for (const outline of outlines) addOutline(draft, outline, vocabulary, terms);
  return searcherOver(freeze(draft, vocabulary, [...terms.keys()], counts), vocabulary, terms.size + 1);
}

/** Words that are nobody's question cannot be looked up; they have a number for the sake of their weight and letters. */
function addOutline(draft: SegmentDraft, outline: Outline, { numbers }: Vocabulary, terms: Map<string, number>): void {
  push(draft.docStarts, draft.terms.length);
  push(draft.streamStarts, draft.stream.length);
  push(draft.storyStarts, draft.story.length);
  push(draft.sizes, outline.size);
  push(draft.lengths, outline.length);
  outline.words.forEach((word, place) => {
    const term = numbers.get(word);
    if (term === undefined) return;
    push(draft.terms, term);
    push(draft.weights, outline.weights[place]!);
  });
  addStream(draft, outline, terms);
  for (const place of outline.story) push(draft.story, numbers.get(outline.words[place]!) ?? NOBODYS_QUESTION);
  addBytes(draft.cardStarts, draft.cards, outline.card);
  addBytes(draft.textStarts, draft.texts, outline.texts);
}

function addStream(draft: SegmentDraft, { words, stream }: Outline, terms: Map<string, number>): void {
  for (const place of stream) {
    if (place >= PARAGRAPH_PLACE) push(draft.stream, PARAGRAPH_MARK + place - PARAGRAPH_PLACE);
    else push(draft.stream, numberOf(words[place]!, terms));
  }
}

function numberOf(word: string, terms: Map<string, number>): number {
  const known = terms.get(word);
  if (known !== undefined) return known;
  terms.set(word, terms.size + 1);
  return terms.size;
}

function addBytes(starts: Growing<Uint32Array>, bytes: Growing<Uint8Array>, added: Uint8Array): void {
  push(starts, bytes.length);
  for (const byte of added) push(bytes, byte);
}

function freeze(
  draft: SegmentDraft,
  vocabulary: Vocabulary,
  spellings: readonly string[],
  counts: WordCounts,
): Segment {
  const { statistics, lexicon, everyday } = vocabulary;
  const numbers = Uint32Array.from({ length: spellings.length + 1 }, (_, term) => term);
  const order = numbers.subarray(1, vocabulary.numbers.size + 1);
  const streams = packStreams(draft, numbers);
  const local = frequenciesOf({ ...draft, lexicon: { ...draft.lexicon, terms: numbers.length } });
  return {
    lexicon: spelledOut(lexicon, spellings.slice(vocabulary.numbers.size)),
    idf: weigh(vocabulary, spellings, counts),
    postings: packPostings(draft, numbers, order, local, statistics.averageLength),
    averageLength: statistics.averageLength,
    bigrams: collectBigrams(streams, everyday),
    streams,
    sizes: finished(draft.sizes),
    cards: packBytes(draft.cardStarts, draft.cards),
    texts: packTexts(draft),
    stories: packStories(draft, numbers),
    whole: { articles: statistics.articles, frequencies: vocabulary.frequencies },
  };
}

function weigh({ idf, statistics }: Vocabulary, spellings: readonly string[], counts: WordCounts): Float32Array {
  const weights = new Float32Array(spellings.length + 1);
  weights.set(idf);
  for (let term = idf.length; term < weights.length; term++) {
    const word = spellings[term - 1]!;
    weights[term] = inverseFrequency(word, counts.get(word) ?? 1, statistics.articles);
  }
  return weights;
}

function searcherOver(segment: Segment, { spelling }: Vocabulary, terms: number): Searcher {
  const desk = { board: scoreboard(segment.sizes.length), places: new Uint16Array(terms) };
  return { segment, spelling, hidden: [], desk };
}
