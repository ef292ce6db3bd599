import type { Articles } from "../../../src/app/ports.ts";
import type { Article, ArticleId } from "../../../src/core/kb/article.ts";
import { understand } from "../understand.ts";
import type { Held } from "./held.ts";

/** Articles kept after they were read, so that the steps of one are not parsed at every click. */
const MOST_KEPT = 64;

type Place = Pick<Held, "folder" | "directory" | "generation">;

/** Looks articles up in these folders, the first that has one; each is read from disk when it is asked for. */
export function articlesFrom(places: () => readonly Place[]): Articles {
  const kept = new Map<string, { readonly generation: number; readonly article: Article | undefined }>();
  return {
    keys: () => idsIn(places()),
    get: (id) => {
      for (const place of places()) {
        const key = `${place.folder.root}\n${id.toLowerCase()}`;
        const generation = place.generation();
        const before = kept.get(key);
        const article = before?.generation === generation ? before.article : readArticle(place, id);
        if (article === undefined) continue;
        kept.delete(key);
        kept.set(key, { generation, article });
        for (const oldest of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(oldest);
        return article;
      }
      return undefined;
    },
  };
}

function* idsIn(places: readonly Place[]): Generator<ArticleId> {
  const seen = new Set<string>();
  for (const { directory } of places) {
    for (const id of directory().ids()) {
      if (!seen.has(id)) yield id;
      if (places.length > 1) seen.add(id);
    }
  }
}

function readArticle({ folder, directory }: Place, id: ArticleId): Article | undefined {
  const name = directory().fileOf(id);
  const understood = name === undefined ? undefined : understand(name, folder.read(name) ?? "");
  return understood?.kind === "article" ? understood.article : undefined;
}
