import { PARAGRAPH_MARK, type SegmentDraft } from "./draft.ts";
import { newBytes, finished, type Growing, growing, push } from "./growing.ts";
import type { Streams } from "./segment.ts";

/** Writes the words of every article in order, seven bits a byte, the highest bit set where the number goes on. */
export function packStreams({ stream, streamStarts }: SegmentDraft, renumbered: Uint32Array): Streams {
  const bytes = growing(newBytes, stream.length * 2);
  const starts = new Uint32Array(streamStarts.length + 1);
  let doc = 0;
  for (let at = 0; at < stream.length; at++) {
    while (doc < streamStarts.length && streamStarts.values[doc] === at) starts[doc++] = bytes.length;
    writeEntry(bytes, stream.values[at]!, renumbered);
  }
  starts.fill(bytes.length, doc);
  return { starts, bytes: finished(bytes) };
}

function writeEntry(bytes: Growing<Uint8Array>, entry: number, renumbered: Uint32Array): void {
  if (entry < PARAGRAPH_MARK) return writeNumber(bytes, renumbered[entry]!);
  push(bytes, 0);
  push(bytes, entry - PARAGRAPH_MARK);
}

export function writeNumber(bytes: Growing<Uint8Array>, value: number): void {
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) push(bytes, (rest & 0x7f) | 0x80);
  push(bytes, rest);
}

/** Reads an article's words: `word(term)` for each, `paragraph(kind)` where one begins. */
export function readStream(
  { bytes, starts }: Streams,
  doc: number,
  word: (term: number) => void,
  paragraph: (kind: number) => void,
): void {
  const end = starts[doc + 1]!;
  for (let at = starts[doc]!; at < end; ) {
    paragraph(bytes[at + 1]!);
    at = readWords(bytes, at + 2, end, word);
  }
}

/** Reads the words of one paragraph of an article, without a look at those before it. */
export function readParagraph(
  { bytes, starts }: Streams,
  doc: number,
  paragraph: number,
  word: (term: number) => void,
): void {
  const end = starts[doc + 1]!;
  let at = starts[doc]!;
  for (let place = 0; place < paragraph && at < end; place++) at = nextMark(bytes, at + 2, end);
  if (at < end) readWords(bytes, at + 2, end, word);
}

/** Where the next paragraph begins: no number has a byte 0. */
function nextMark(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== 0) at++;
  return at;
}

function readWords(bytes: Uint8Array, from: number, end: number, word: (term: number) => void): number {
  let at = from;
  while (at < end && bytes[at] !== 0) {
    let byte = bytes[at++]!;
    let term = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      term |= (byte & 0x7f) << shift;
    }
    word(term);
  }
  return at;
}
