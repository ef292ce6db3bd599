import { appliesTo, readVersions, type AppliesTo } from "./applies-to.ts";
import type { Form, ForeignDocument } from "./document.ts";
import { readBlocks } from "./read-blocks.ts";
import { readSections } from "./read-sections.ts";
import { readTags } from "./tags.ts";

/** The fields above a typewritten article of the archive, whichever way they were labelled. */
export type TypewrittenHeader = {
  readonly id: string;
  readonly title: string;
  readonly modified: string | undefined;
  readonly product: string;
  readonly versions: string;
  /** Group and keyword fields. */
  readonly keywords: readonly string[];
};

/** Reads the part below the header: what the article applies to, its sections, its query words; the rest is boilerplate. */
export function readTypewritten(form: Form, header: TypewrittenHeader, lines: readonly string[]): ForeignDocument {
  const { above, listed, rest } = cutAppliesTo(withoutEnd(lines));
  const { words, body } = cutQueryWords(rest);
  const about = listed.length > 0 ? appliesTo(listed) : fromHeader(header);
  return {
    form,
    id: header.id,
    title: header.title,
    modified: header.modified,
    products: about.products,
    versions: about.versions.length > 0 ? about.versions : readVersions(header.versions),
    tags: readTags([...header.keywords, ...above, words]),
    owner: undefined,
    url: undefined,
    sections: readSections(readBlocks(body), { opening: "summary", headings: "strict" }),
  };
}

/** Cuts the keyword table, the disclaimer and the copyright line off the end. */
function withoutEnd(lines: readonly string[]): readonly string[] {
  const disclaimer = lines.findIndex((line) =>
    line.startsWith("THE INFORMATION PROVIDED IN THE MICROSOFT KNOWLEDGE BASE"),
  );
  const upper = disclaimer === -1 ? lines : lines.slice(0, disclaimer);
  const table = upper.findLastIndex((line) => /^Keywords\s+:/.test(line));
  if (table === -1) return upper;
  const ruled = /^={10,}\s*$/.test(upper[table - 1] ?? "");
  return upper.slice(0, ruled ? table - 1 : table);
}

type Cut = { readonly above: readonly string[]; readonly listed: readonly string[]; readonly rest: readonly string[] };

/** The few lines above the list, where there are any, repeat versions and platforms. */
function cutAppliesTo(lines: readonly string[]): Cut {
  const at = lines.findIndex((line) => /^\s*The information in this article applies to:?\s*$/i.test(line));
  if (at === -1) return { above: [], listed: [], rest: lines };
  const length = lines
    .slice(at + 1)
    .findIndex((line) => line.trim() !== "" && !/^\s/.test(line) && !/^[-*] /.test(line));
  const end = length === -1 ? lines.length : at + 1 + length;
  const above = lines.slice(0, at);
  const listed = joinWrapped(lines.slice(at + 1, end));
  if (isTextAbove(above)) return { above: [], listed, rest: [...above, ...lines.slice(end)] };
  return { above: isBetaNotice(above) ? ["beta"] : above, listed, rest: lines.slice(end) };
}

/** Notices of a beta say no more than that it is one; a line of many words is text. */
function isTextAbove(lines: readonly string[]): boolean {
  return !isBetaNotice(lines) && lines.some((line) => line.trim().split(/\s+/).length > MOST_WORDS_OF_HEADER);
}

const MOST_WORDS_OF_HEADER = 9;

function isBetaNotice(lines: readonly string[]): boolean {
  return lines.some((line) => /^This article discusses a Beta release/i.test(line));
}

function joinWrapped(lines: readonly string[]): readonly string[] {
  const entries: string[] = [];
  for (const line of lines) {
    if (/^\s*[-*]\s/.test(line)) entries.push(line.trim());
    else if (line.trim() !== "") entries.push(`${entries.pop() ?? ""} ${line.trim()}`);
  }
  return entries;
}

/** The words stand in the last paragraph; a line that looks like it in the middle of a text is text. */
function cutQueryWords(lines: readonly string[]): { readonly words: string; readonly body: readonly string[] } {
  const at = lines.findLastIndex((line) => /^Additional (?:query|reference) words:/i.test(line));
  if (at === -1) return { words: "", body: lines };
  const length = lines.slice(at).findIndex((line) => line.trim() === "" || /^={5,}/.test(line));
  const end = length === -1 ? lines.length : at + length;
  const words = lines
    .slice(at, end)
    .join(" ")
    .replace(/^[^:]*:/, "");
  return { words, body: [...lines.slice(0, at), ...lines.slice(end)] };
}

function fromHeader(header: TypewrittenHeader): AppliesTo {
  return { products: header.product === "" ? [] : [header.product], versions: readVersions(header.versions) };
}
