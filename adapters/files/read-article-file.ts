import { lstatSync, readFileSync, realpathSync, type Stats, statSync } from "node:fs";
import { isAbsolute, relative } from "node:path";
import { ARTICLE_LIMITS } from "../../src/core/kb/limits.ts";

/** The text of one file, or why it is refused. */
export type FileReading =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly message: string };

/** Reads one file of the folder `root` (a path without links); refuses what leads out, is too large or is no file. */
export function readArticleFile(path: string, root: string): FileReading {
  const vetted = vetArticleFile(path, root);
  if (vetted.kind === "refused") return vetted;
  return attempt(() => ({ kind: "text", text: readFileSync(vetted.real, "utf8") }));
}

export type Vetted =
  | { readonly kind: "file"; readonly real: string; readonly stats: Stats }
  | Extract<FileReading, { kind: "refused" }>;

/** Whether a file may be read, without reading it. */
export function vetArticleFile(path: string, root: string): Vetted {
  return attempt((): Vetted => {
    const own = lstatSync(path);
    const real = own.isSymbolicLink() ? realpathSync(path) : path;
    if (leadsOut(root, real)) return refused(LEADS_OUT);
    const stats = real === path ? own : statSync(real);
    if (!stats.isFile()) return refused(NO_FILE);
    return stats.size > ARTICLE_LIMITS.file ? refused(tooLarge(stats.size)) : { kind: "file", real, stats };
  });
}

function attempt<T>(work: () => T): T | Extract<FileReading, { kind: "refused" }> {
  try {
    return work();
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

function refused(why: string): Extract<FileReading, { kind: "refused" }> {
  return { kind: "refused", message: `Cannot read the article: ${why}` };
}
