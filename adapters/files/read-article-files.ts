import { realpathSync, statSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { ArticleFile, ArticleFiles } from "../../src/core/kb/article-file.ts";
import { hasFrontMatter } from "../../src/core/kb/document.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import { findMarkdown } from "./find-markdown.ts";
import { readArticleFile } from "./read-article-file.ts";

/**
 * All Markdown files below `dir`, by name. Stays inside it: a link that leads out is refused. A README without front matter is
 * no article. Reads one after the other: for tens of thousands of small files that is faster than reading them side by side.
 */
export function readArticleFiles(dir: string): ArticleFiles {
  const root = realRoot(dir);
  if (root === undefined) return unreadable(dir);
  const { paths, problems } = findMarkdown(root);
  const files: ArticleFile[] = [];
  for (const path of paths) {
    const name = join(dir, relative(root, path));
    const read = readArticleFile(path, root);
    if (read.kind === "refused") problems.push({ path, message: read.message });
    else if (!isReadme(path, read.text)) files.push({ file: name, text: read.text });
  }
  return {
    kind: "files",
    files,
    problems: problems.map(({ path, message }) => problemWith(join(dir, relative(root, path)), message)),
  };
}

/** The folder without links; undefined where there is none. */
export function realRoot(dir: string): string | undefined {
  try {
    const root = realpathSync(dir);
    return statSync(root).isDirectory() ? root : undefined;
  } catch {
    return undefined;
  }
}

export function unreadable(dir: string): Extract<ArticleFiles, { kind: "unreadable" }> {
  const message = `Cannot read the knowledge base: there is no directory "${dir}". Create it, or name the right one.`;
  return { kind: "unreadable", message };
}

function isReadme(path: string, text: string): boolean {
  return basename(path).toLowerCase() === "readme.md" && !hasFrontMatter(text);
}

function problemWith(file: string, message: string): Problem {
  return { file, line: 1, severity: "error", message };
}
