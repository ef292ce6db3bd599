import type { Kept, Segment } from "./segment.ts";
import type { Spelling } from "./spelling.ts";

/**
 * A segment as one file: a header of `u32`s (magic, format, number of arrays, then offset and length in bytes of each
 * array), the arrays in a fixed order, each on an 8-byte boundary, and last the texts and the stories, which need not be
 * loaded.
 * Numbers stand in the byte order of the machine; the magic number tells a foreign one.
 */
const MAGIC = 0x4b4d5331;

/** Grows with every change of what the arrays mean; a snapshot of another format is refused and built anew. */
export const SNAPSHOT_FORMAT = 7;

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float32Array;

/** What a snapshot holds: the segment and what is derived from it. */
export type Stored = { readonly segment: Segment; readonly spelling: Spelling };

/** The arrays in the order of the file; `assemble` reads them in the same order. */
function arraysOf({ segment, spelling }: Stored): readonly Numbers[] {
  const { lexicon, idf, postings, averageLength, bigrams, streams, sizes, cards, texts, stories } = segment;
  const words = [lexicon.letters, lexicon.starts, lexicon.slots, idf, Float32Array.of(averageLength)];
  const lists = [postings.starts, postings.docs, postings.impacts, bigrams.keys, bigrams.starts, bigrams.docs];
  const articles = [streams.starts, streams.bytes, sizes, cards.starts, cards.bytes, texts.starts, stories.starts];
  const shelves = [spelling.byFirst, spelling.byLast].flatMap((shelf) => [shelf.starts, shelf.terms, shelf.letterSets]);
  return [...words, ...lists, ...articles, ...shelves];
}

const ARRAYS = 24;

const HEADER_WORDS = 4 + 2 * ARRAYS;

/** The bytes of a snapshot, in pieces to be written one after the other. */
export function writeSnapshot(stored: Stored): readonly Uint8Array[] {
  const arrays = arraysOf(stored);
  const header = new Uint32Array(HEADER_WORDS);
  header.set([MAGIC, SNAPSHOT_FORMAT, arrays.length]);
  const pieces: Uint8Array[] = [new Uint8Array(header.buffer)];
  let at = header.byteLength;
  arrays.forEach((array, place) => {
    const padding = (8 - (at % 8)) % 8;
    header.set([at + padding, array.byteLength], 4 + 2 * place);
    pieces.push(new Uint8Array(padding), new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
    at += padding + array.byteLength;
  });
  header[3] = at;
  const { texts, stories } = stored.segment;
  return [...pieces, endToEnd(all(texts), all(stories))];
}

function endToEnd(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}

function all({ starts, slice }: Kept): Uint8Array {
  return slice(0, starts.at(-1) ?? 0);
}

/** How many bytes of a snapshot must be in memory, from its first 16 bytes; undefined when it is foreign or of another format. */
export function loadedSize(head: Uint8Array): number | undefined {
  if (head.byteLength < 16) return undefined;
  const words = new Uint32Array(head.slice(0, 16).buffer);
  return words[0] === MAGIC && words[1] === SNAPSHOT_FORMAT && words[2] === ARRAYS ? words[3] : undefined;
}

/**
 * Opens a snapshot without copying it: `bytes` are its first `loadedSize` bytes, 8-byte aligned in their buffer, and
 * `readRest(from, to)` reads bytes behind them. Undefined when it is damaged.
 */
export function readSnapshot(bytes: Uint8Array<ArrayBuffer>, readRest: Kept["slice"]): Stored | undefined {
  const read = arrayReader(bytes);
  const stored = assemble(read, readRest);
  return read.isDamaged() ? undefined : stored;
}

type ArrayReader = {
  readonly u8: () => Uint8Array;
  readonly u16: () => Uint16Array;
  readonly u32: () => Uint32Array;
  readonly f32: () => Float32Array;
  readonly isDamaged: () => boolean;
};

function arrayReader(bytes: Uint8Array<ArrayBuffer>): ArrayReader {
  const header = new Uint32Array(bytes.buffer, bytes.byteOffset, HEADER_WORDS);
  let place = 0;
  let damaged = false;
  const next = (width: number): readonly [ArrayBuffer, number, number] => {
    const from = header[4 + 2 * place]!;
    const length = header[5 + 2 * place++]!;
    const fits = from + length <= bytes.byteLength && from % width === 0 && length % width === 0;
    if (!fits) damaged = true;
    return [bytes.buffer, bytes.byteOffset + (fits ? from : 0), fits ? length / width : 0];
  };
  return {
    u8: () => new Uint8Array(...next(1)),
    u16: () => new Uint16Array(...next(2)),
    u32: () => new Uint32Array(...next(4)),
    f32: () => new Float32Array(...next(4)),
    isDamaged: () => damaged,
  };
}

/** Fields are read in the order in which they are written here. */
function assemble({ u8, u16, u32, f32 }: ArrayReader, readRest: Kept["slice"]): Stored {
  const lexicon = { letters: u16(), starts: u32(), slots: u32() };
  const idf = f32();
  const averageLength = f32()[0] ?? 1;
  const postings = { starts: u32(), docs: u16(), impacts: u8() };
  const bigrams = { keys: u32(), starts: u32(), docs: u16() };
  const streams = { starts: u32(), bytes: u8() };
  const sizes = u16();
  const cards = { starts: u32(), bytes: u8() };
  const texts = { starts: u32(), slice: readRest };
  const after = texts.starts.at(-1) ?? 0;
  const stories = { starts: u32(), slice: (from: number, to: number) => readRest(after + from, after + to) };
  const spelling = {
    byFirst: { starts: u32(), terms: u32(), letterSets: u32() },
    byLast: { starts: u32(), terms: u32(), letterSets: u32() },
  };
  return {
    segment: { lexicon, idf, postings, averageLength, bigrams, streams, sizes, cards, texts, stories },
    spelling,
  };
}
