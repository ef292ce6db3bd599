import type { Articles } from "../../src/app/ports.ts";
import type { Article, ArticleId } from "../../src/core/kb/article.ts";
import { withBody } from "../../src/core/kb/head.ts";
import type { KnowledgeFolder } from "./folders.ts";
import { ownerOf, type Stock } from "./overlay.ts";
import { docWithId } from "./shelf.ts";

/** Articles kept after they were read, so that the steps of one are not parsed at every click. */
const MOST_KEPT = 64;

export type Source = Pick<KnowledgeFolder, "folder"> & { readonly stock: Stock };

/** Looks articles up in these folders, the first that has one; each is read from disk when it is asked for. */
export function articlesIn(sources: () => readonly Source[], ids: () => Iterable<ArticleId>): Articles {
  const kept = new Map<string, { readonly stock: Stock; readonly article: Article | undefined }>();
  return {
    keys: ids,
    get: (id) => {
      const key = id.toLowerCase();
      for (const { folder, stock } of sources()) {
        const before = kept.get(key);
        const article = before?.stock === stock ? before.article : readArticle({ folder, stock }, id);
        if (article === undefined) continue;
        remember(kept, key, { stock, article });
        return article;
      }
      return undefined;
    },
  };
}

function readArticle({ folder, stock }: Source, id: ArticleId): Article | undefined {
  const name = ownerOf(id, stock.edits, stock.shelf);
  const edit = name === undefined ? undefined : stock.edits.get(name);
  if (name === undefined || edit?.kind === "written") return edit?.kind === "written" ? edit.article : undefined;
  const head = stock.shelf.heads(docWithId(stock.shelf, id) ?? Number.POSITIVE_INFINITY);
  return head && withBody(head, folder.read(name) ?? "");
}

function remember<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.delete(key);
  kept.set(key, value);
  for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
}
