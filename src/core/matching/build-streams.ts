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

function writeNumber(bytes: Growing<Uint8Array>, value: number): void {
  let rest = value;
  for (; rest > 0x7f; rest >>>= 7) push(bytes, (rest & 0x7f) | 0x80);
  push(bytes, rest);
}

/** Reads an article's words: `word(term)` for each, `paragraph(kind)` where one begins. */
export function readStream(
  streams: Streams,
  doc: number,
  word: (term: number) => void,
  paragraph: (kind: number) => void,
): void {
  const { bytes, starts } = streams;
  const end = starts[doc + 1]!;
  for (let at = starts[doc]!; at < end; ) {
    let byte = bytes[at++]!;
    if (byte === 0) {
      paragraph(bytes[at++]!);
      continue;
    }
    let term = byte & 0x7f;
    for (let shift = 7; byte > 0x7f; shift += 7) {
      byte = bytes[at++]!;
      term |= (byte & 0x7f) << shift;
    }
    word(term);
  }
}
