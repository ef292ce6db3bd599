import { assertNever } from "../brand.ts";
import type { Block, Item } from "./block.ts";
import { splitReferences } from "./references.ts";

/** How headings look: `###` within a section, bold within a step, whose own heading would clash. */
export type HeadingStyle = "heading" | "bold";

/** Writes blocks as Markdown. Set-off text becomes fenced, so a message stays recognisable as one piece. */
export function toMarkdown(blocks: readonly Block[], style: HeadingStyle = "heading"): string {
  return blocks.map((block) => write(block, style)).join("\n\n");
}

function write(block: Block, style: HeadingStyle): string {
  switch (block.kind) {
    case "heading":
      return style === "bold" ? `**${block.text.replaceAll("*", "")}**` : `### ${block.text}`;
    case "paragraph":
      return safeStart(codeTags(block.text));
    case "literal":
      return writeLiteral(block.lines);
    case "list":
      return writeList(block.items, block.ordered, style);
    default:
      return assertNever(block);
  }
}

/** GitHub swallows `<name>` as an unknown tag; as code it shows. */
function codeTags(text: string): string {
  if (!text.includes("<") || text.includes("`")) return text;
  return text.replace(
    /[^\s<>"'(]*<[A-Za-z/!?%][^<>]*>[^\s<>,;"')]*/g,
    (tag) => `\`${tag.replace(/\.$/, "")}\`${tag.endsWith(".") ? "." : ""}`,
  );
}

/** A paragraph must not turn into a heading, a quotation, a fence or a list because of its first characters. */
function safeStart(text: string): string {
  if (/^(?:[#>=~|]|`{3}|[-+*] |[-*_]{3})/.test(text)) return `\\${text}`;
  return text.replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2");
}

function writeLiteral(lines: readonly string[]): string {
  const { references, rest } = splitReferences(lines);
  if (references.length === 0) return writeSetOff(lines);
  const list = references.map((reference) => `- ${codeTags(reference)}`).join("\n");
  return rest.length === 0 ? list : `${list}\n\n${writeSetOff(rest)}`;
}

function writeSetOff(lines: readonly string[]): string {
  if (lines.every((line) => line === "" || LINK.test(line))) return lines.filter((line) => line !== "").join("\n\n");
  const fence = lines.some((line) => line.includes("```")) ? "~~~~" : "```";
  return [fence, ...lines, fence].join("\n");
}

const LINK = /^\(?(?:https?|ftp):\/\/\S+\)?$/;

function writeList(items: readonly Item[], ordered: boolean, style: HeadingStyle): string {
  const written = items.map((item, at) => writeItem(item, ordered ? `${at + 1}. ` : "- ", style));
  return written.join(items.some((item) => item.length > 1) ? "\n\n" : "\n");
}

function writeItem(item: Item, mark: string, style: HeadingStyle): string {
  const lines = toMarkdown(item, style === "heading" ? "bold" : style).split("\n");
  const gap = " ".repeat(mark.length);
  return lines.map((line, at) => (at === 0 ? mark + line : line === "" ? "" : gap + line)).join("\n");
}
