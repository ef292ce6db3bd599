import { lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { basename, isAbsolute, join, relative } from "node:path";
import type { ArticleFile, ArticleFiles } from "../../src/core/kb/article-file.ts";
import { hasFrontMatter } from "../../src/core/kb/document.ts";
import { ARTICLE_LIMITS } from "../../src/core/kb/limits.ts";
import type { Problem } from "../../src/core/kb/problem.ts";
import { findMarkdown } from "./find-markdown.ts";

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

function realRoot(dir: string): string | undefined {
  try {
    const root = realpathSync(dir);
    return statSync(root).isDirectory() ? root : undefined;
  } catch {
    return undefined;
  }
}

function unreadable(dir: string): ArticleFiles {
  const message = `Cannot read the knowledge base: there is no directory "${dir}". Create it, or name the right one.`;
  return { kind: "unreadable", message };
}

type FileReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly message: string };

function readArticleFile(path: string, root: string): FileReading {
  try {
    const real = lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
    if (leadsOut(root, real)) return refused(LEADS_OUT);
    const facts = statSync(real);
    if (!facts.isFile()) return refused(NO_FILE);
    if (facts.size > ARTICLE_LIMITS.file) return refused(tooLarge(facts.size));
    return { kind: "text", text: readFileSync(real, "utf8") };
  } catch (error) {
    return refused(
      `${error instanceof Error ? error.message : "it failed"}. Check that the file exists and may be read.`,
    );
  }
}

/** Seen from the root, everything outside begins with `..`, or on Windows with another drive. */
function leadsOut(root: string, real: string): boolean {
  const way = relative(root, real);
  return way.startsWith("..") || isAbsolute(way);
}

const LEADS_OUT = "it is a link that leads out of the knowledge base. Copy the file instead.";

/** Such as a pipe, which would be waited for without end. */
const NO_FILE = "it is no regular file. Replace it by one.";

function tooLarge(size: number): string {
  return `it has ${size} bytes. The most is ${ARTICLE_LIMITS.file}; split it, or leave logs out.`;
}

function refused(why: string): FileReading {
  return { kind: "refused", message: `Cannot read the article: ${why}` };
}

function isReadme(path: string, text: string): boolean {
  return basename(path).toLowerCase() === "readme.md" && !hasFrontMatter(text);
}

function problemWith(file: string, message: string): Problem {
  return { file, line: 1, severity: "error", message };
}
