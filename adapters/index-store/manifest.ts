import type { FileFacts } from "../../src/app/article-folder.ts";

/** A file as it was when the index was built; no `doc` where it could not be used. */
export type Entry = FileFacts & { readonly hash: number; readonly doc: number | undefined };

/** What the index was built from. It stays on disk; one entry costs a few short reads. */
export type Manifest = {
  readonly files: number;
  readonly articles: number;
  readonly find: (name: string) => Entry | undefined;
  readonly nameOf: (doc: number) => string;
  /** In the order of the folder. */
  readonly entries: () => Iterable<Entry>;
};

/**
 * Numbers of files, articles and letters; then by file: time of change (f64), size, hash, article, start of the name
 * (u32 each); the file of each article; the names. Files stand in the order of their names, see `byName`.
 */
export function writeManifest(entries: readonly Entry[]): Uint8Array {
  const names = entries.map(({ name }) => Buffer.from(name));
  const docs = entries.flatMap(({ doc }, place) => (doc === undefined ? [] : [place]));
  const lengths = names.map((name) => name.length);
  const size = lengths.reduce((sum, length) => sum + length, 0);
  const columns = [
    Uint32Array.of(entries.length, docs.length, size, 0),
    Float64Array.from(entries, ({ modified }) => modified),
    Uint32Array.from(entries, (entry) => entry.size),
    Uint32Array.from(entries, ({ hash }) => hash),
    Uint32Array.from(entries, ({ doc }) => doc ?? NO_DOC),
    Uint32Array.from([0, ...runningSums(lengths)]),
    Uint32Array.from(docs),
  ];
  const bytes = columns.map((column) => new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  return Buffer.concat([...bytes, ...names]);
}

const NO_DOC = 0xffff_ffff;

function runningSums(lengths: readonly number[]): number[] {
  let sum = 0;
  return lengths.map((length) => (sum += length));
}

/** `read` gives bytes of the manifest. */
export function openManifest(read: (from: number, to: number) => Uint8Array<ArrayBuffer>): Manifest {
  const [files = 0, articles = 0, letters = 0] = new Uint32Array(read(0, 16).buffer);
  const places = placesFor(files, articles);
  const at = (place: number): Entry => entryAt(read, places, place);
  return {
    files,
    articles,
    find: (name) => search(name, files, at),
    nameOf: (doc) => at(u32(read, places.ofDoc + 4 * doc)).name,
    entries: () => allEntries(read(0, places.names + letters), places, files),
  };
}

type Places = ReturnType<typeof placesFor>;

function placesFor(files: number, articles: number) {
  const sizes = 16 + 8 * files;
  const starts = sizes + 12 * files;
  const ofDoc = starts + 4 * (files + 1);
  return {
    modified: 16,
    sizes,
    hashes: sizes + 4 * files,
    docs: sizes + 8 * files,
    starts,
    ofDoc,
    names: ofDoc + 4 * articles,
  };
}

type Read = (from: number, to: number) => Uint8Array<ArrayBuffer>;

function u32(read: Read, at: number): number {
  return view(read(at, at + 4)).getUint32(0, true);
}

function view(bytes: Uint8Array<ArrayBuffer>): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function entryAt(read: Read, places: Places, place: number): Entry {
  const doc = u32(read, places.docs + 4 * place);
  const bounds = view(read(places.starts + 4 * place, places.starts + 4 * place + 8));
  const name = read(places.names + bounds.getUint32(0, true), places.names + bounds.getUint32(4, true));
  return {
    name: Buffer.from(name).toString(),
    size: u32(read, places.sizes + 4 * place),
    modified: view(read(places.modified + 8 * place, places.modified + 8 * place + 8)).getFloat64(0, true),
    hash: u32(read, places.hashes + 4 * place),
    doc: doc === NO_DOC ? undefined : doc,
  };
}

function* allEntries(whole: Uint8Array<ArrayBuffer>, places: Places, files: number): Generator<Entry> {
  const read: Read = (from, to) => whole.subarray(from, to);
  for (let place = 0; place < files; place++) yield entryAt(read, places, place);
}

function search(name: string, files: number, at: (place: number) => Entry): Entry | undefined {
  let low = 0;
  let high = files - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const entry = at(middle);
    const order = byName(entry.name, name);
    if (order === 0) return entry;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return undefined;
}

/** The order in which a folder is walked: a directory's files stand together, where its own name stands. */
export function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a.replaceAll("/", "\0") < b.replaceAll("/", "\0") ? -1 : 1;
}
