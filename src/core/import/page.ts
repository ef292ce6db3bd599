import { aboutConfluencePage, isConfluencePage, withoutSpace } from "./confluence-page.ts";
import type { ForeignDocument } from "./document.ts";
import { readHtml } from "./html-lines.ts";
import { isoDay } from "./iso-day.ts";
import { readBlocks } from "./read-blocks.ts";
import { readSections } from "./read-sections.ts";
import { setOffRecords } from "./set-off-records.ts";
import { statedDay, statedId } from "./web-page.ts";

/** Whether a text is HTML: by its beginning, or by how many elements it has. */
export function isHtml(text: string): boolean {
  if (/^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|article|div|h1|p)\b/i.test(text)) return true;
  return (text.slice(0, 20_000).match(/<\/(?:p|div|td|li|h[1-6]|span|body)>/gi) ?? []).length >= MANY_ELEMENTS;
}

const MANY_ELEMENTS = 3;

/** Reads a saved web page or a fragment of one; undefined where it shows no text. */
export function readPage(html: string, name: string): ForeignDocument | undefined {
  const { title, lines, meta } = readHtml(html);
  if (lines.length === 0) return undefined;
  const text = lines.join("\n");
  const modified = meta.get("article:modified_time") ?? meta.get("last-modified") ?? meta.get("date") ?? "";
  const isConfluence = isConfluencePage(html);
  return {
    form: "html",
    id: statedId(text),
    title: title === "" ? nameWithoutEnding(name) : isConfluence ? withoutSpace(title) : title,
    modified: isoDay(modified) ?? statedDay(text),
    products: [],
    versions: [],
    tags: (meta.get("keywords") ?? "")
      .split(",")
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ""),
    owner: undefined,
    url: httpUrl(meta.get("og:url")),
    sections: readSections(readBlocks(setOffRecords(lines)), { opening: "summary", headings: "all" }),
    ...(isConfluence ? aboutConfluencePage(html, name) : {}),
  };
}

/** Only links that a browser opens as pages are kept. */
export function httpUrl(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s/?#@<>"\\]+(?:[/?#][^\s<>"]*)?$/i.test(url) && url.length <= LONGEST_URL
    ? url
    : undefined;
}

const LONGEST_URL = 2_000;

/** A file name as a title: `restart-the-spooler.html` is "restart the spooler". */
export function nameWithoutEnding(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? name;
  return base
    .replace(/\.\w{1,9}$/, "")
    .replace(/[_-]+/g, " ")
    .trim();
}
