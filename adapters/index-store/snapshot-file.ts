import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { crc32 } from "node:zlib";
import { type Stored, loadedSize, readSnapshot, writeSnapshot } from "../../src/core/matching/snapshot.ts";
import type { BytesSource } from "./bytes-source.ts";
import { type Heads, openHeads } from "./heads.ts";
import { type Manifest, openManifest } from "./manifest.ts";

/**
 * The index of one folder as one file: a header of `u32`s (magic, format, number of parts, checksum of the header; then
 * for each part its offset, its length, how much of it is loaded, the checksum of that and the checksum of the rest),
 * the segments, the heads of all articles, and the manifest of what they were built from. Each part begins on a 4,096-byte boundary.
 */
const MAGIC = 0x4b4d5346;

/** Grows with every change of what is described above. */
export const FILE_FORMAT = 2;

const HEADER_BYTES = 4_096;
const FIELDS = 5;

/** A snapshot as pieces to be written one after the other. */
export type Pieces = readonly Uint8Array[];

export function composeSnapshot(segments: readonly Stored[], heads: Uint8Array, manifest: Uint8Array): Pieces {
  const parts = [...segments.map(writeSnapshot), [heads], [manifest]];
  const header = new Uint32Array(HEADER_BYTES / 4);
  header.set([MAGIC, FILE_FORMAT, parts.length]);
  const pieces: Uint8Array[] = [new Uint8Array(header.buffer)];
  let at = HEADER_BYTES;
  parts.forEach((part, place) => {
    const loaded = part.slice(0, -1);
    const rest = part.slice(-1);
    header.set([at, lengthOf(part), lengthOf(loaded), sumOf(loaded), sumOf(rest)], 4 + FIELDS * place);
    const padding = (HEADER_BYTES - (lengthOf(part) % HEADER_BYTES)) % HEADER_BYTES;
    pieces.push(...part, new Uint8Array(padding));
    at += lengthOf(part) + padding;
  });
  header[3] = sumOf([new Uint8Array(header.buffer)]);
  return pieces;
}

/** Writes beside the file and then takes its place, so that nobody ever opens half of one. */
export function writePieces(path: string, pieces: Pieces): void {
  const beside = `${path}.${process.pid}.tmp`;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    const file = openSync(beside, "w", 0o600);
    try {
      for (const piece of pieces) writeAll(file, piece);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The same in one piece, for where there is no disk to write to. */
export function joined(pieces: Pieces): ArrayBuffer {
  const whole = new Uint8Array(lengthOf(pieces));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole.buffer;
}

export type Opened = { readonly segments: readonly Stored[]; readonly heads: Heads; readonly manifest: Manifest };

/** Opens what `composeSnapshot` made; undefined when it is damaged, cut off, foreign or of another format. */
export function openSnapshot(source: BytesSource): Opened | undefined {
  const parts = readHeader(source);
  const [heads, manifestPart] = parts?.slice(-2) ?? [];
  if (parts === undefined || heads === undefined || manifestPart === undefined) return undefined;
  if (!isSound(source, manifestPart)) return undefined;
  const segments = parts.slice(0, -2).map((part) => openSegment(source, part));
  if (segments.some((segment) => segment === undefined)) return undefined;
  const manifest = openManifest(within(source, manifestPart));
  return {
    segments: segments.filter((segment) => segment !== undefined),
    heads: openHeads(within(source, heads), manifest.articles),
    manifest,
  };
}

/** Reads bytes of one part. */
function within(source: BytesSource, { offset }: Part): BytesSource["read"] {
  return (from, to) => source.read(offset + from, offset + to);
}

type Part = {
  readonly offset: number;
  readonly length: number;
  readonly loaded: number;
  readonly loadedSum: number;
  readonly restSum: number;
};

function readHeader(source: BytesSource): readonly Part[] | undefined {
  const bytes = source.read(0, HEADER_BYTES);
  if (bytes.length < HEADER_BYTES) return undefined;
  const words = new Uint32Array(bytes.buffer);
  const [magic, format, count = 0, sum] = words;
  words[3] = 0;
  if (magic !== MAGIC || format !== FILE_FORMAT || sumOf([bytes]) !== sum) return undefined;
  const parts = Array.from({ length: count }, (_, place) => partAt(words, 4 + FIELDS * place));
  return parts.every(({ offset, length }) => offset + length <= source.size) ? parts : undefined;
}

function partAt(words: Uint32Array, at: number): Part {
  const [offset = 0, length = 0, loaded = 0, loadedSum = 0, restSum = 0] = words.subarray(at, at + FIELDS);
  return { offset, length, loaded, loadedSum, restSum };
}

function openSegment(source: BytesSource, { offset, loaded, loadedSum }: Part): Stored | undefined {
  const bytes = source.read(offset, offset + loaded);
  if (bytes.length !== loaded || sumOf([bytes]) !== loadedSum || loadedSize(bytes) !== loaded) return undefined;
  return readSnapshot(bytes, (from, to) => source.read(offset + loaded + from, offset + loaded + to));
}

const SLICE = 1 << 20;

/** Whether what is not loaded is whole. Reads it in slices, so that it may be done bit by bit. */
export function* soundness(source: BytesSource): Generator<boolean> {
  for (const { offset, length, loaded, restSum } of readHeader(source) ?? []) {
    let sum = 0;
    for (let at = offset + loaded; at < offset + length; at += SLICE) {
      sum = crc32(source.read(at, Math.min(at + SLICE, offset + length)), sum);
      yield true;
    }
    yield sum === restSum;
  }
}

function isSound(source: BytesSource, { offset, length, restSum }: Part): boolean {
  return crc32(source.read(offset, offset + length)) === restSum;
}

function lengthOf(pieces: Pieces): number {
  return pieces.reduce((sum, piece) => sum + piece.byteLength, 0);
}

function sumOf(pieces: Pieces): number {
  return pieces.reduce((sum, piece) => crc32(piece, sum), 0);
}

function writeAll(file: number, piece: Uint8Array): void {
  for (let at = 0; at < piece.length; ) at += writeSync(file, piece, at);
}
