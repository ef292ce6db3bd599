import { closeSync, openSync, readdirSync, readSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { keepGarbageSmall } from "../../../src/compose/small-garbage.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { DEFAULT_MODEL } from "../../../src/core/matching/default-model.ts";
import { type Index, indexArticles } from "../../../src/core/matching/index.ts";
import { type Searcher, searcherOf } from "../../../src/core/matching/searcher.ts";
import { loadedSize, readSnapshot, writeSnapshot } from "../../../src/core/matching/snapshot.ts";
import type { Inquiry, Verdict } from "../../../src/core/matching/verdict.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import type { LabelledQuery } from "../metrics.ts";
import type { Engine, Found } from "./engine.ts";
import { distinctWords } from "./fields.ts";

/** Ours, all the way from the text to a verdict with its evidence, opened from snapshots. */
export const kms: Engine = {
  build: (articles, folder) => void saveIndex(indexArticles(articles), folder),
  open: (folder) => {
    keepGarbageSmall();
    const index = openIndex(snapshotsIn(folder));
    return { search: (query) => search(index, query) };
  },
};

/** Writes one snapshot a segment and returns their paths. */
export function saveIndex({ searchers }: Index, folder: string): readonly string[] {
  return searchers.map((searcher, place) => {
    const path = segmentPath(folder, place);
    saveSegment(searcher, path);
    return path;
  });
}

export function segmentPath(folder: string, place: number): string {
  return join(folder, `${String(place).padStart(3, "0")}.snapshot`);
}

export function saveSegment({ segment, spelling }: Searcher, path: string): void {
  writeFileSync(path, Buffer.concat(writeSnapshot({ segment, spelling })));
}

function snapshotsIn(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".snapshot"));
  return names.toSorted().map((name) => join(folder, name));
}

export function openIndex(paths: readonly string[]): Index {
  return { searchers: paths.map(openSegment), model: DEFAULT_MODEL };
}

function openSegment(path: string): Searcher {
  const file = openSync(path, "r");
  const size = loadedSize(readBytes(file, 0, 16));
  const stored =
    size === undefined
      ? undefined
      : readSnapshot(readBytes(file, 0, size), (from, to) => readBytes(file, size + from, size + to));
  if (stored !== undefined) return searcherOf(stored.segment, stored.spelling);
  closeSync(file);
  throw new Error(`Cannot open ${path}: it is no snapshot of this format. Build it again.`);
}

function readBytes(file: number, from: number, to: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(to - from);
  readSync(file, bytes, 0, bytes.length, from);
  return bytes;
}

function search(index: Index, query: LabelledQuery): Found {
  return foundBy(decide(index, inquiryOf(query)), query);
}

export function inquiryOf({ texts, via }: LabelledQuery): Inquiry {
  return { readings: texts.map((text) => readSignals(text, via)), answers: [] };
}

export function foundBy({ kind, matches }: Verdict, query: LabelledQuery): Found {
  return {
    articles: matches.map(({ article }) => article),
    score: matches[0]?.confidence ?? 0,
    words: distinctWords(query).length,
    verdict: kind,
  };
}
