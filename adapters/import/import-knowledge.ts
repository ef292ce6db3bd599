import type { Item } from "./item.ts";
import { SourceError } from "./item.ts";
import { type Ledger, openLedger, type Selection } from "./ledger.ts";
import { openPool, type Pool } from "./pool.ts";
import { locate, readSource } from "./read-sources.ts";
import type { ImportReport } from "./report.ts";
import { compareArticle, writeArticle } from "./write-article.ts";

/** An import: where from, where to, what of it. */
export type ImportPlan = {
  readonly sources: readonly string[];
  readonly folder: string;
  readonly selection: Selection;
  readonly dryRun: boolean;
  /** When it is aborted, what has begun is finished, and the folder is as good as ever. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
};

export type Progress = { readonly items: number; readonly bytes: number; readonly ofBytes: number };

/** Imports foreign documents into a folder of articles. Rejects with a `SourceError` when a source does not exist. */
export async function importKnowledge(plan: ImportPlan): Promise<ImportReport> {
  const { files, left } = await locate(plan.sources);
  const ledger = openLedger(plan.selection);
  ledger.decide(left);
  const pool = openPool({ folder: plan.folder, dryRun: plan.dryRun }, ledger);
  const ofBytes = files.reduce((sum, file) => sum + file.size, 0);
  let bytes = 0;
  const onRead = (more: number) => {
    bytes += more;
    plan.onProgress({ items: ledger.counted(), bytes, ofBytes });
  };
  const batcher = openBatcher(pool);
  for (const file of files) {
    if (plan.signal.aborted) break;
    await feed(readSource(file, onRead), { batcher, ledger, signal: plan.signal });
  }
  await batcher.flush();
  await pool.close();
  settle(ledger, plan);
  return ledger.report({ stopped: plan.signal.aborted, dryRun: plan.dryRun });
}

type Feeding = { readonly batcher: Batcher; readonly ledger: Ledger; readonly signal: AbortSignal };

async function feed(items: AsyncGenerator<Item>, { batcher, ledger, signal }: Feeding): Promise<void> {
  try {
    for await (const item of items) {
      if (signal.aborted) return;
      await batcher.add(item);
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    ledger.problem(error.message);
  }
}

type Batcher = { readonly add: (item: Item) => Promise<void>; readonly flush: () => Promise<void> };

function openBatcher(pool: Pool): Batcher {
  let items: Item[] = [];
  let weight = 0;
  const flush = async () => {
    const batch = items;
    items = [];
    weight = 0;
    if (batch.length > 0) await pool.submit(batch);
  };
  return {
    add: async (item) => {
      items.push(item);
      weight += weightOf(item);
      if (weight >= BATCH_BYTES) await flush();
    },
    flush,
  };
}

/** About a hundred articles: enough to make messages cheap, few enough to keep both cores busy to the end. */
const BATCH_BYTES = 393_216;

function weightOf(item: Item): number {
  if (item.kind === "bytes") return item.bytes.length;
  if (item.kind === "file") return item.size;
  return item.kind === "document" ? 4_096 : 64;
}

/** Newer documents take the place of older ones with the same id, when nobody writes any more. */
function settle(ledger: Ledger, plan: ImportPlan): void {
  for (const held of ledger.held()) {
    const finish = plan.dryRun ? compareArticle : writeArticle;
    ledger.settle(held, finish(plan.folder, held.id, held.text));
  }
}
