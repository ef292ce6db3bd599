import type { Article } from "../../src/core/kb/article.ts";
import { type Head, withoutBody } from "../../src/core/kb/head.ts";

/**
 * What the front matter says of every article, read and checked when the index was built, so that showing an article
 * needs no YAML parser and no schema. It stays on disk; one article costs two short reads.
 */
export type Heads = (doc: number) => Head | undefined;

/** Where each head begins and where the last one ends (u32), counted from the first; then the heads as JSON, end to end. */
export function writeHeads(heads: readonly Uint8Array[]): Uint8Array {
  const starts = new Uint32Array(heads.length + 1);
  heads.forEach((head, place) => (starts[place + 1] = starts[place]! + head.length));
  return Buffer.concat([new Uint8Array(starts.buffer), ...heads]);
}

export function headBytes(article: Article): Uint8Array {
  return Buffer.from(JSON.stringify(withoutBody(article)));
}

/** `read` gives bytes of what `writeHeads` wrote for so many articles. */
export function openHeads(read: (from: number, to: number) => Uint8Array<ArrayBuffer>, articles: number): Heads {
  const first = 4 * (articles + 1);
  return (doc) => {
    if (doc >= articles) return undefined;
    const [from = 0, to = 0] = new Uint32Array(read(4 * doc, 4 * doc + 8).buffer);
    return parsed(Buffer.from(read(first + from, first + to)).toString());
  };
}

/** Undefined where the disk has damaged it, which is noticed and mended a little later. */
function parsed(json: string): Head | undefined {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
