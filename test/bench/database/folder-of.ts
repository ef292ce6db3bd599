import type { ArticleFolder, FileFacts } from "../../../src/app/article-folder.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import { formatArticle } from "../../../src/core/kb/format-article.ts";

/** A folder whose files are written when they are read, each once and in order: a million need no disk. */
export function folderOf(articles: Iterable<Article>, count: number): ArticleFolder {
  const rest = articles[Symbol.iterator]();
  return {
    root: "/",
    list: function* () {
      for (let place = 0; place < count; place++) yield factsOf(String(place));
    },
    facts: factsOf,
    read: () => {
      const next = rest.next();
      return next.done === true ? undefined : formatArticle(next.value);
    },
    watch: () => ({ close: () => undefined }),
  };
}

function factsOf(name: string): FileFacts {
  return { name, size: 0, modified: 0 };
}
