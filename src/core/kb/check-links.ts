import type { ArticleFile } from "./article-file.ts";
import type { Problem } from "./problem.ts";

/** Links in the text of articles to article files that are not there. Links out of the folder and to READMEs are left alone. */
export function brokenLinks(files: readonly ArticleFile[]): readonly Problem[] {
  const known = new Set(files.map(({ file }) => normal(file)));
  return files.flatMap((file) => linksIn(file.text).flatMap((link) => broken(file, link, known) ?? []));
}

type Link = { readonly target: string; readonly at: number };

/** `](other.md)` or `](../other.md#steps)`; what has a scheme leads elsewhere. */
const LINK = /\]\((?![a-z][a-z+.-]*:|\/)([^()\s#]{1,300}\.md)(?:#[^()\s]{0,300})?\)/gi;

function linksIn(text: string): readonly Link[] {
  if (!text.includes(".md")) return [];
  return [...text.matchAll(LINK)].map(({ 1: target = "", index }) => ({ target, at: index }));
}

function broken({ file, text }: ArticleFile, { target, at }: Link, known: ReadonlySet<string>): Problem | undefined {
  const path = normal(`${file.split(/[\\/]/).slice(0, -1).join("/")}/${decoded(target)}`);
  if (known.has(path) || /(?:^|\/)readme\.md$/i.test(path)) return undefined;
  const line = text.slice(0, at).split("\n").length;
  const message = `Cannot follow the link to "${target}": there is no such article file. Correct the path, or name the article by its id.`;
  return { file, line, severity: "warning", message, topic: "links that lead nowhere" };
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** The path without `.`, `..` and double separators. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[\\/]/)) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
