import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { FileFacts } from "../../src/app/article-folder.ts";
import type { Article } from "../../src/core/kb/article.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import { addArticle } from "../../src/core/matching/add-article.ts";
import { freezeSegment } from "../../src/core/matching/build.ts";
import { draftSegment, type SegmentDraft } from "../../src/core/matching/draft.ts";
import { SEGMENT_CAPACITY } from "../../src/core/matching/segment.ts";
import type { Stored } from "../../src/core/matching/snapshot.ts";
import { buildSpelling } from "../../src/core/matching/spelling.ts";
import { hashOf } from "./hash-of.ts";
import { headBytes, writeHeads } from "./heads.ts";
import { type Entry, writeManifest } from "./manifest.ts";
import type { BuildOrder } from "./protocol.ts";
import { sameId } from "./same-id.ts";
import { composeSnapshot, type Pieces } from "./snapshot-file.ts";
import { understand } from "./understand.ts";

/** What is wrong with the articles, as far as anybody reads: `kms check` tells all. */
const MOST_PROBLEMS = 50;

/** Reads and indexes files; `onProgress` hears how many are done. One article is in memory at a time. */
export function buildFolder(
  { root, files }: BuildOrder,
  onProgress: (done: number) => void,
): { readonly pieces: Pieces; readonly problems: readonly Problem[] } {
  const work: Work = {
    entries: [],
    heads: [],
    problems: [],
    seen: new Map(),
    segments: [],
    draft: draftSegment(),
    docs: 0,
  };
  files.forEach((facts, place) => {
    take(work, facts, textOf(root, facts.name));
    if (place % PROGRESS_EVERY === 0) onProgress(place);
  });
  finishSegment(work);
  return {
    pieces: composeSnapshot(work.segments, writeHeads(work.heads), writeManifest(work.entries)),
    problems: work.problems,
  };
}

const PROGRESS_EVERY = 500;

type Work = {
  readonly entries: Entry[];
  /** Of each article, see `Heads`. */
  readonly heads: Uint8Array[];
  readonly problems: Problem[];
  /** Ids in lower case, and the file that has each. */
  readonly seen: Map<string, string>;
  readonly segments: Stored[];
  draft: SegmentDraft;
  docs: number;
};

/** A file that went since it was listed is as good as empty. */
function textOf(root: string, name: string): string {
  try {
    return readFileSync(join(root, name), "utf8");
  } catch {
    return "";
  }
}

function take(work: Work, facts: FileFacts, text: string): void {
  const article = articleIn(work, facts.name, text);
  work.entries.push({ ...facts, hash: hashOf(text), doc: article === undefined ? undefined : work.docs });
  if (article === undefined) return;
  addArticle(work.draft, article);
  work.heads.push(headBytes(article));
  work.docs++;
  if (work.docs % SEGMENT_CAPACITY === 0) finishSegment(work);
}

function articleIn({ seen, problems }: Work, name: string, text: string): Article | undefined {
  const understood = understand(name, text);
  if (understood.kind !== "article") {
    if (understood.kind === "rejected") note(problems, understood.problems);
    return undefined;
  }
  const { article } = understood;
  const key = article.id.toLowerCase();
  const other = seen.get(key);
  if (other === undefined) {
    seen.set(key, name);
    return article;
  }
  note(problems, [sameId(article, name, other)]);
  return undefined;
}

function note(problems: Problem[], found: readonly Problem[]): void {
  problems.push(...found.slice(0, MOST_PROBLEMS - problems.length));
}

/** An empty folder has one segment too, so that edits have a language to speak. */
function finishSegment(work: Work): void {
  if (work.draft.docStarts.length === 0 && work.segments.length > 0) return;
  const segment = freezeSegment(work.draft);
  work.segments.push({ segment, spelling: buildSpelling(segment.lexicon) });
  work.draft = draftSegment();
}
