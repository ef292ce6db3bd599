import { onTestFinished } from "vitest";
import type { KnowledgeFolder } from "../../../adapters/index-store/folders.ts";
import type { Knowledge } from "../../../src/app/knowledge.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import type { Model } from "../../../src/core/matching/model.ts";
import type { Verdict } from "../../../src/core/matching/verdict.ts";
import { complete } from "../../../src/core/search/complete.ts";
import type { Via } from "../../../src/core/signals/signal.ts";
import { anInquiry } from "../../support/knowledge.ts";

/** One place where an index may lie. */
export type IndexPlace = {
  readonly place: string;
  /** Somewhere empty; opened twice, it is the same index for two replicas. */
  readonly shelf: () => Promise<IndexShelf>;
};

export type IndexShelf = {
  /** With the model that comes with kms, unless another one is given. */
  readonly open: (folders: readonly KnowledgeFolder[], model?: Model) => Promise<Knowledge>;
};

/** Opened, brought up to date, and closed after the test. */
export async function opened({ shelf }: IndexPlace, folders: readonly KnowledgeFolder[]): Promise<Knowledge> {
  return openedOn(await shelf(), folders);
}

export async function openedOn(
  shelf: IndexShelf,
  folders: readonly KnowledgeFolder[],
  model?: Model,
): Promise<Knowledge> {
  const knowledge = await shelf.open(folders, model);
  onTestFinished(() => knowledge.close());
  await knowledge.refresh();
  return knowledge;
}

/** What the bot makes of texts that were said in one thread. */
export async function verdictOf(
  knowledge: Knowledge,
  texts: readonly string[],
  via: Via = "command",
): Promise<Verdict> {
  const inquiry = anInquiry(texts, via);
  return decide(await knowledge.indexFor(inquiry), inquiry);
}

/** The article that is thought the likeliest. */
export async function best(knowledge: Knowledge, text: string): Promise<string | undefined> {
  return (await verdictOf(knowledge, [text])).matches[0]?.article;
}

/** The ids that somebody is offered while typing. */
export async function offered(knowledge: Knowledge, typed: string): Promise<readonly string[]> {
  return complete((await knowledge.titlesFor(typed)).searchers, typed).map(({ value }) => value);
}
