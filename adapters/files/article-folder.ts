import { join, relative, sep } from "node:path";
import type { ArticleFolder, FileFacts } from "../../src/app/article-folder.ts";
import { type LeftOut, walkMarkdown } from "./find-markdown.ts";
import { readArticleFile, vetArticleFile } from "./read-article-file.ts";
import { realRoot, unreadable } from "./read-article-files.ts";
import { watchFolder } from "./watch-folder.ts";

export type FolderFound =
  | { readonly kind: "folder"; readonly folder: ArticleFolder }
  | { readonly kind: "unreadable"; readonly message: string };

/** The articles below `dir`, looked at only when somebody asks. */
export function articleFolder(dir: string): FolderFound {
  const root = realRoot(dir);
  if (root === undefined) return unreadable(dir);
  const facts = (name: string): FileFacts | undefined => factsOf(root, name);
  return {
    kind: "folder",
    folder: {
      root,
      facts,
      list: () => listFiles(root),
      read: (name) => {
        const read = readArticleFile(join(root, name), root);
        return read.kind === "text" ? read.text : undefined;
      },
      watch: (changed) => watchFolder(root, changed),
    },
  };
}

function* listFiles(root: string): Generator<FileFacts> {
  const ignored: LeftOut[] = [];
  for (const path of walkMarkdown(root, ignored)) {
    const facts = factsOf(root, relative(root, path).replaceAll(sep, "/"));
    if (facts !== undefined) yield facts;
  }
}

function factsOf(root: string, name: string): FileFacts | undefined {
  const vetted = vetArticleFile(join(root, name), root);
  return vetted.kind === "refused"
    ? undefined
    : { name, size: vetted.stats.size, modified: Math.round(vetted.stats.mtimeMs) };
}
