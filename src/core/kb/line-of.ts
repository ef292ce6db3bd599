import { splitDocument } from "./document.ts";
import { problemLog } from "./problem.ts";
import { type Path, readFrontMatter } from "./read-front-matter.ts";

/** The line on which an article's front matter says something; 1 when it does not. Parses, so ask only for problems. */
export function lineOf(text: string, path: Path): number {
  const document = splitDocument(text, problemLog(""));
  if (document === undefined) return 1;
  const reading = readFrontMatter(document.frontMatter, 2);
  return reading.kind === "data" ? reading.locate(path).line : 1;
}

/** The line on which a value stands under a key. Found by searching: cheap, and right unless the value is folded over lines. */
export function lineOfValue(text: string, key: "id" | "title" | "related", value: string): number {
  const start = new RegExp(`^[ \\t]*"?${key}"?[ \\t]*:`, "m").exec(text)?.index ?? 0;
  const at = Math.max(text.indexOf(value, start), start);
  return text.slice(0, at).split(/\r\n?|\n/).length;
}
