import type { Article } from "../kb/article.ts";
import { codeOf } from "../signals/code.ts";
import { codeOfWord } from "./code-word.ts";
import { codePlace, isCalledError, isSigned } from "./code-place.ts";
import { type Document, documentOf } from "./document.ts";
import { PARAGRAPH_MARK, type SegmentDraft } from "./draft.ts";
import { type Growing, lengthen, push } from "./growing.ts";
import { identifier } from "./identifier.ts";
import { addTerm, lettersOf } from "./lexicon.ts";
import { packCard } from "./packed-card.ts";
import { PARAGRAPH_KINDS, SEGMENT_CAPACITY, SIZE_UNIT } from "./segment.ts";
import { eachWord } from "./words.ts";

/** How much a word says by where it stands; measured on the archive, see docs/matching.md. */
const FIELD_WEIGHTS = { title: 4, message: 1.8, text: 1.8, body: 1 } as const;

/** Words of an article that are kept in order; what stands further down tells little. */
const LONGEST_STREAM = 600;

/** Letters of a paragraph that evidence may show. */
const LONGEST_TEXT = 400;

/** @throws RangeError when the segment is full. */
export function addArticle(draft: SegmentDraft, article: Article): void {
  if (draft.docStarts.length >= SEGMENT_CAPACITY)
    throw new RangeError(
      `Cannot index ${article.id}: the segment holds ${SEGMENT_CAPACITY} articles. Begin another segment.`,
    );
  addDocument(draft, documentOf(article));
}

function addDocument(draft: SegmentDraft, document: Document): void {
  push(draft.docStarts, draft.terms.length);
  push(draft.streamStarts, draft.stream.length);
  push(draft.storyStarts, draft.story.length);
  push(draft.sizes, Math.min(0xffff, Math.round(document.size / SIZE_UNIT)));
  addParagraphs(draft, document);
  for (const text of document.body) countWords(draft, text, FIELD_WEIGHTS.body);
  addCounts(draft);
  for (const spelling of document.identifiers) addIdentifier(draft, spelling);
  addMentions(draft, document);
  addJson(draft.cardStarts, draft.cards, packCard(document.card));
  addJson(
    draft.textStarts,
    draft.texts,
    document.paragraphs.map(({ text }) => text.slice(0, LONGEST_TEXT)),
  );
}

function addParagraphs(draft: SegmentDraft, { paragraphs }: Document): void {
  const longest = draft.stream.length + LONGEST_STREAM;
  const storyEnd = endOfStory(draft);
  for (const { kind, text } of paragraphs) {
    push(draft.stream, PARAGRAPH_MARK + PARAGRAPH_KINDS.indexOf(kind));
    eachWord(text, (letters, length, start) => {
      const term = addTerm(draft.lexicon, letters, length);
      count(draft, term, FIELD_WEIGHTS[kind]);
      noteCode(draft, letters, length, text, start);
      if (draft.stream.length < longest) push(draft.stream, term);
      if (kind === "text" && draft.story.length < storyEnd) push(draft.story, term);
    });
  }
}

/** Words of an article's story that are kept; what stands further down is a listing. */
const LONGEST_STORY = 3_000;

function endOfStory({ storyStarts }: SegmentDraft): number {
  return storyStarts.values[storyStarts.length - 1]! + LONGEST_STORY;
}

function countWords(draft: SegmentDraft, text: string, weight: number): void {
  const storyEnd = endOfStory(draft);
  eachWord(text, (letters, length, start) => {
    const term = addTerm(draft.lexicon, letters, length);
    count(draft, term, weight);
    if (draft.story.length < storyEnd) push(draft.story, term);
    noteCode(draft, letters, length, text, start);
  });
}

function noteCode({ scratch }: SegmentDraft, letters: Uint16Array, length: number, text: string, start: number): void {
  if (length <= LONGEST_CALLED && isCalledError(letters, length, text, start)) {
    scratch.called.add(codeOf(Number(text.slice(start, start + length))));
    return;
  }
  const code = codeOfWord(letters, length, isSigned(text, start));
  if (code === undefined) return;
  const place = codePlace(code, length, text, start);
  if (place !== "dumped") scratch[place].add(code);
}

/** Digits. */
const LONGEST_CALLED = 5;

function count({ scratch }: SegmentDraft, term: number, weight: number): void {
  if (term >= scratch.weights.length) {
    const larger = new Float32Array(term * 2);
    larger.set(scratch.weights);
    scratch.weights = larger;
  }
  if (scratch.weights[term] === 0) scratch.touched.push(term);
  scratch.weights[term]! += weight;
}

function addCounts({ scratch, terms, weights, lengths }: SegmentDraft): void {
  let length = 0;
  for (const term of scratch.touched) {
    const weight = scratch.weights[term]!;
    push(terms, term);
    push(weights, weight);
    length += weight;
    scratch.weights[term] = 0;
  }
  push(lengths, length);
  scratch.touched.length = 0;
}

function addMentions(draft: SegmentDraft, { codes }: Document): void {
  const { scratch } = draft;
  const mentioned = new Set([...scratch.mentioned, ...codes]);
  for (const code of mentioned) addIdentifier(draft, identifier.mention(code));
  for (const code of scratch.faint) if (!mentioned.has(code)) addIdentifier(draft, identifier.faint(code));
  for (const code of scratch.called) addIdentifier(draft, identifier.called(code));
  scratch.called.clear();
  scratch.mentioned.clear();
  scratch.faint.clear();
}

function addIdentifier(draft: SegmentDraft, spelling: string): void {
  push(draft.terms, addTerm(draft.lexicon, lettersOf(spelling), spelling.length));
  push(draft.weights, 0);
}

/** Latin-1, everything else escaped as JSON allows. */
function addJson(starts: Growing<Uint32Array>, bytes: Growing<Uint8Array>, value: unknown): void {
  push(starts, bytes.length);
  const latin = JSON.stringify(value).replace(
    /[\u0100-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  const from = lengthen(bytes, latin.length);
  for (let at = 0; at < latin.length; at++) bytes.values[from + at] = latin.charCodeAt(at);
}
