import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { importDocument, type ImportOutcome, importText } from "../../src/core/import/import-text.ts";
import type { Article } from "../../src/core/kb/article.ts";
import { formatArticle } from "../../src/core/kb/format-article.ts";
import { articleId } from "../../src/core/kb/ids.ts";
import { decodeText } from "./decode-text.ts";
import type { Item } from "./item.ts";
import type { Fate, FromWorker, Order, ReadResult, ToWorker, WorkerSetup } from "./protocol.ts";
import { compareArticle, writeArticle } from "./write-article.ts";

/** An article on its way to the disk. */
type Draft = { readonly article: Article; readonly text: string } | undefined;

const setup: WorkerSetup = workerData;
const drafts = new Map<number, readonly Draft[]>();

parentPort?.on("message", (message: ToWorker) => {
  if (message.kind === "read")
    post({ kind: "read", batch: message.batch, results: readBatch(message.batch, message.items) });
  else post({ kind: "carried-out", batch: message.batch, fates: carryOut(message.batch, message.orders) });
});

function post(message: FromWorker): void {
  parentPort?.postMessage(message, []);
}

function readBatch(batch: number, items: readonly Item[]): readonly ReadResult[] {
  const read = items.map(readItem);
  drafts.set(
    batch,
    read.map(([, draft]) => draft),
  );
  return read.map(([result]) => result);
}

function readItem(item: Item): readonly [ReadResult, Draft] {
  try {
    const outcome = outcomeOf(item);
    if (typeof outcome === "string") return [{ kind: "left", name: item.name, why: outcome }, undefined];
    const { article, form, modified, isNamedByTitle, remarks } = outcome;
    const text = formatArticle(article);
    return [
      {
        kind: "article",
        name: item.name,
        id: article.id,
        print: isNamedByTitle ? printOf(text) : undefined,
        form,
        modified,
        remarks,
      },
      { article, text },
    ];
  } catch (error) {
    return [
      {
        kind: "left",
        name: item.name,
        why: `cannot be read (${error instanceof Error ? error.message : String(error)})`,
      },
      undefined,
    ];
  }
}

function printOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}

type Read = Extract<ImportOutcome, { kind: "imported" }>["imported"];

function outcomeOf(item: Item): Read | string {
  if (item.kind === "left") return item.why;
  if (item.kind === "document") return told(importDocument(item.document, item.name));
  const text = decodeText(item.kind === "bytes" ? item.bytes : readFileSync(item.path));
  return text === undefined ? "binary, not text" : told(importText(text, item.name));
}

function told(outcome: ImportOutcome): Read | string {
  return outcome.kind === "imported" ? outcome.imported : WHY[outcome.why];
}

const WHY = {
  empty: "empty",
  "no-title": "no title",
  "no-text": "a title and no text",
  contents: "a list of other pages",
  "not-text": "PDF or RTF under the name of a text: save it as HTML or text",
} as const;

function carryOut(batch: number, orders: readonly Order[]): readonly Fate[] {
  const waiting = drafts.get(batch) ?? [];
  drafts.delete(batch);
  return orders.map((order, at) => fateOf(waiting[at], order));
}

function fateOf(draft: Draft, order: Order): Fate {
  if (draft === undefined || order === "drop") return { kind: "dropped" };
  if (order === "hold") return { kind: "held", text: draft.text };
  const finish = setup.dryRun ? compareArticle : writeArticle;
  if (order === "write") return finish(setup.folder, draft.article.id, draft.text);
  return finish(setup.folder, order.as, formatArticle({ ...draft.article, id: articleId(order.as) }));
}
