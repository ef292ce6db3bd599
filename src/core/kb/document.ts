import { ARTICLE_LIMITS } from "./limits.ts";
import type { ProblemLog } from "./problem.ts";
import type { Lines } from "./section.ts";

/** An article cut into its two halves; the front matter begins on line 2. */
export type Document = { readonly frontMatter: string; readonly body: Lines };

/** Whether a text begins as an article does: with a line of three dashes. */
export function hasFrontMatter(text: string): boolean {
  return /^\uFEFF?---[ \t]*(?:\r|\n|$)/.test(text);
}

/** Finds the front matter between its two `---` lines. Undefined, with the reason in the log, when it cannot. */
export function splitDocument(text: string, log: ProblemLog): Document | undefined {
  if (text.length > ARTICLE_LIMITS.file)
    return refuse(
      log,
      `the file is too large. The most is ${ARTICLE_LIMITS.file} characters; split it, or leave logs out`,
    );
  if (text.includes("\0")) return refuse(log, "the file has NUL characters, so it is no text. Save it as UTF-8");
  if (!hasFrontMatter(text))
    return refuse(log, "it does not begin with front matter. Put its id and title between two lines of --- at the top");
  const plain = withPlainLineEnds(text);
  warnOfReplacedCharacters(plain, log);
  const start = plain.indexOf("\n") + 1;
  const end = closingLine(plain, start);
  if (end === undefined) return refuse(log, "the front matter does not end. Close it with a line of ---");
  if (end - start > ARTICLE_LIMITS.frontMatter)
    return refuse(log, `the front matter is too large. The most is ${ARTICLE_LIMITS.frontMatter} characters`);
  return cut(plain, start, end);
}

function refuse(log: ProblemLog, why: string): undefined {
  log.error(1, `Cannot read the article: ${why}.`);
}

/** Without a byte order mark; CRLF and CR become LF, so line numbers stay. */
function withPlainLineEnds(text: string): string {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return plain.includes("\r") ? plain.replaceAll(/\r\n?/g, "\n") : plain;
}

function warnOfReplacedCharacters(text: string, log: ProblemLog): void {
  const at = text.indexOf("\uFFFD");
  if (at === -1) return;
  const line = text.slice(0, at).split("\n").length;
  log.warning(
    line,
    "Cannot show a character here: the file is not UTF-8, or lost it earlier. Type it again and save as UTF-8.",
  );
}

/** The offset of the `---` line that ends the front matter. */
function closingLine(text: string, start: number): number | undefined {
  if (start === 0) return undefined;
  const closing = /^---[ \t]*$/gm;
  closing.lastIndex = start;
  return closing.exec(text)?.index;
}

function cut(text: string, start: number, end: number): Document {
  const frontMatter = text.slice(start, end);
  const lineEnd = text.indexOf("\n", end);
  const lines = lineEnd === -1 ? [] : text.slice(lineEnd + 1).split("\n");
  return { frontMatter, body: { lines, first: frontMatter.split("\n").length + 2 } };
}
