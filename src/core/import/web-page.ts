import type { Block } from "./block.ts";
import { expandTabs } from "./archive.ts";
import { readCommand } from "./command-like.ts";
import type { ForeignDocument, Section, SectionRole } from "./document.ts";
import { isoDay } from "./iso-day.ts";
import { readMarker } from "./list-marker.ts";
import { readBlocks } from "./read-blocks.ts";
import { readSections } from "./read-sections.ts";
import { sectionRole } from "./section-role.ts";
import { setOffRecords } from "./set-off-records.ts";

/**
 * Reads the plain text of a web page: the title on the first line, then paragraphs of one line each (or wrapped),
 * event records and dumps that nothing sets off, numbered steps. Its sections have no headings; they begin at
 * sentences such as "This problem occurs because". Undefined for an empty text.
 */
export function readWebPage(text: string): ForeignDocument | undefined {
  const lines = text.split(/\r\n|\r|\n/).map((line) => expandTabs(line).trimEnd());
  const at = lines.findIndex((line) => /\p{L}/u.test(line));
  if (at === -1) return undefined;
  const title = (lines[at] ?? "").replace(FRAMED, "");
  const below = lines.slice(at + 1).filter((line) => !BOX_LINE.test(line));
  const blocks = readBlocks(unwrapped(setOffRecords(headed(below))));
  const named = readSections(blocks, { opening: "symptoms", headings: "all" });
  return {
    form: "web-page",
    id: statedId(text),
    title,
    modified: statedDay(text),
    products: [],
    versions: [],
    tags: [],
    owner: undefined,
    url: undefined,
    sections: named.length > 1 ? named : named.flatMap((section) => atCues(section.blocks)),
  };
}

/** What stands around a title: marks of a heading, and the box that texts of DOS draw. */
const FRAMED = /^[\s#\u2500-\u259f]+|[\s\u2500-\u259f]+$/g;

const BOX_LINE = /^\s*[\u2500-\u259f][\s\u2500-\u259f]*$/;

/** A line that is the name of a section and nothing else is its heading, even where the text begins right below it. */
function headed(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line, at) =>
    /^\S/.test(line) && (lines[at - 1] ?? "") === "" && (lines[at + 1] ?? "") !== "" && sectionRole(line) !== undefined
      ? [`## ${line.replace(/^#+\s*/, "")}`, ""]
      : [line],
  );
}

/** The number a page gives itself: "Article ID: 818952". Numbers it only mentions are other articles. */
export function statedId(text: string): string | undefined {
  const number = /\bArticle (?:ID|number)\s*:?\s*(?:Q|KB)?(\d{5,7})\b/i.exec(text.slice(0, 4_000))?.[1];
  return number === undefined ? undefined : `Q${number}`;
}

/** The day a page says it was changed on. */
export function statedDay(text: string): string | undefined {
  const written = /\b(?:Last (?:modified|updated|review(?:ed)?)|Updated)\s*:?\s*([^\n]{6,24})/i.exec(text)?.[1];
  return written === undefined ? undefined : isoDay(written);
}

/** Where lines are longer than a terminal is wide, nobody wrapped them, and each is a paragraph. */
function unwrapped(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.length > WIDEST_WRAP)) return lines;
  return lines.flatMap((line, at) => {
    if (isCommand(line)) return ["", `        ${line.trim()}`, ""];
    const apart = /^\S/.test(line) || readMarker(line) !== undefined || isCommand(lines[at - 1] ?? "");
    return apart ? ["", line] : [line];
  });
}

const WIDEST_WRAP = 110;

function isCommand(line: string): boolean {
  return /^\s/.test(line) && readCommand({ kind: "literal", lines: [line] }) !== undefined;
}

/** Cuts a text without headings at the sentences that begin its cause, its resolution and its status. */
function atCues(blocks: readonly Block[]): readonly Section[] {
  const sections: Section[] = [];
  let open: Section = { role: "symptoms", heading: undefined, blocks: [] };
  for (const block of blocks) {
    const role = block.kind === "paragraph" ? cueOf(block.text) : undefined;
    if (role !== undefined && role !== open.role) {
      sections.push(open);
      open = { role, heading: undefined, blocks: [block] };
    } else open = { ...open, blocks: [...open.blocks, block] };
  }
  return [...sections, open].filter((section) => section.blocks.length > 0);
}

function cueOf(text: string): SectionRole | undefined {
  return CUES.find(({ shape }) => shape.test(text))?.role;
}

const CUES: readonly { readonly role: SectionRole; readonly shape: RegExp }[] = [
  {
    role: "cause",
    shape:
      /^(?:this|the) (?:problem|issue|behaviou?r|error)s? (?:(?:can|may|might) )?(?:occurs?|happens?|is caused|arises?)\b/i,
  },
  { role: "workaround", shape: /^to work around\b/i },
  { role: "resolution", shape: /^to (?:resolve|fix|correct|solve)\b/i },
  { role: "status", shape: /^microsoft has confirmed\b/i },
];
