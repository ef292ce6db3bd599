import { join } from "node:path";
import { loadKnowledgeBase } from "../../adapters/files/load-knowledge-base.ts";
import { readNamesakes } from "../../adapters/files/read-namesakes.ts";
import type { Article, ArticleId } from "../../src/core/kb/article.ts";
import type { Namesake } from "../../src/core/kb/namesakes.ts";
import { decide } from "../../src/core/matching/decide.ts";
import { type Index, indexArticles } from "../../src/core/matching/index.ts";
import type { Inquiry, Verdict } from "../../src/core/matching/verdict.ts";
import { readSignals } from "../../src/core/signals/read.ts";
import type { Via } from "../../src/core/signals/signal.ts";

/** The knowledge base that comes with the program, as it is. */
export const ownArticles: readonly Article[] = loadOwn();

export const ownIndex: Index = { ...indexArticles(ownArticles), namesakes: loadNamesakes() };

export const ownArticleMap: ReadonlyMap<ArticleId, Article> = new Map(ownArticles.map((one) => [one.id, one]));

/** The verdict on texts said in this order in one thread. */
export function verdictOn(texts: readonly string[], via: Via = "channel", index = ownIndex): Verdict {
  return decide(index, anInquiry(texts, via));
}

export function anInquiry(texts: readonly string[], via: Via = "channel"): Inquiry {
  return { readings: texts.map((text) => readSignals(text, via)), answers: [] };
}

function loadOwn(): readonly Article[] {
  const loaded = loadKnowledgeBase(join(import.meta.dirname, "../../kb"));
  if (loaded.kind === "unreadable") throw new Error(loaded.message);
  return loaded.articles;
}

function loadNamesakes(): readonly Namesake[] {
  const parsed = readNamesakes(join(import.meta.dirname, "../../kb"));
  if (parsed?.kind !== "namesakes") throw new Error(`Expected namesakes, but ${parsed?.why ?? "there are none"}.`);
  return parsed.namesakes;
}
