import type { Block, Item } from "./block.ts";
import { readMarker, type Marker } from "./list-marker.ts";

/**
 * Reads text that shows its structure by indentation and blank lines, as typewritten articles and Markdown do:
 * lines set in by two columns or more are literal, numbers and bullets begin list items, a line with a rule of
 * its own length below it is a heading.
 */
export function readBlocks(lines: readonly string[]): readonly Block[] {
  const blocks: Block[] = [];
  let at = 0;
  while (at < lines.length) {
    const taken = blank(lines[at]) ? { blocks: [], next: at + 1 } : take(lines, at);
    blocks.push(...taken.blocks);
    at = Math.max(taken.next, at + 1);
  }
  return blocks;
}

/** Lines that belong together, and where the next ones begin. */
type Taken = { readonly blocks: readonly Block[]; readonly next: number };

function take(lines: readonly string[], at: number): Taken {
  const line = lines[at] ?? "";
  if (FENCE.test(line)) return takeFence(lines, at);
  if (isRule(line)) return { blocks: [], next: at + 1 };
  if (TABLE.test(line)) return takeTable(lines, at);
  const heading = headingAt(lines, at);
  if (heading !== undefined) return heading;
  const marker = readMarker(line);
  if (marker !== undefined && marker.first) return takeList(lines, at, marker);
  return indent(line) >= LITERAL_INDENT ? takeLiteral(lines, at) : takeParagraph(lines, at);
}

/** The archive sets messages in by three columns, its web pages by two. */
const LITERAL_INDENT = 2;

const FENCE = /^ {0,3}(?:```|~~~)/;

function takeFence(lines: readonly string[], at: number): Taken {
  const mark = (lines[at] ?? "").trim().slice(0, 3);
  let next = at + 1;
  while (next < lines.length && !(lines[next] ?? "").trim().startsWith(mark)) next += 1;
  const inside = lines.slice(at + 1, next);
  if (inside.every(blank)) return { blocks: [], next: next + 1 };
  const language = /^(?:`{3,}|~{3,})\s{0,4}\{?\.?([\w+-]{1,20})/.exec((lines[at] ?? "").trim())?.[1];
  return { blocks: [language === undefined ? literal(inside) : { ...literal(inside), language }], next: next + 1 };
}

/** A row, or the rule between two rows, of a table drawn with characters. */
const TABLE = /^ {0,3}(?:\+-{3,}|\|.*\|\s*$)/;

function takeTable(lines: readonly string[], at: number): Taken {
  let next = at;
  while (next < lines.length && TABLE.test(lines[next] ?? "")) next += 1;
  const rows = lines.slice(at, next).filter((line) => !/^[\s|+:=-]*$/.test(line));
  return { blocks: rows.length > 0 ? [literal(rows)] : [], next };
}

function headingAt(lines: readonly string[], at: number): Taken | undefined {
  const line = (lines[at] ?? "").trimEnd();
  const hashes = /^(#{1,6})\s+(.*?)[\s#]*$/.exec(line);
  if (hashes !== null) return takeHeading(hashes[2] ?? "", (hashes[1] ?? "").length <= 2 ? 1 : 2, at + 1);
  const rule = (lines[at + 1] ?? "").trim();
  const underlined = indent(line) === 0 && isUnderline(rule) && Math.abs(rule.length - line.length) <= 1;
  return underlined ? takeHeading(line.trim(), rule.startsWith("=") ? 1 : 2, at + 2) : undefined;
}

function takeHeading(text: string, level: 1 | 2, next: number): Taken {
  return { blocks: text === "" ? [] : [{ kind: "heading", text, level }], next };
}

function isUnderline(line: string): boolean {
  return /^(?:-{3,}|={3,})$/.test(line);
}

function isRule(line: string): boolean {
  return /^\s{0,1}([-=*_~])\1{4,}\s*$/.test(line) || /^---\s*$/.test(line);
}

function takeParagraph(lines: readonly string[], at: number): Taken {
  let next = at + 1;
  while (next < lines.length && continues(lines, next)) next += 1;
  const text = lines
    .slice(at, next)
    .map((line) => line.trim())
    .join(" ");
  return { blocks: [{ kind: "paragraph", text }], next };
}

function continues(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (blank(line) || isRule(line) || FENCE.test(line) || TABLE.test(line) || headingAt(lines, at) !== undefined)
    return false;
  const afterColon = (lines[at - 1] ?? "").trimEnd().endsWith(":");
  if (afterColon && indent(line) >= LITERAL_INDENT) return false;
  return !(afterColon && readMarker(line)?.first === true);
}

function takeLiteral(lines: readonly string[], at: number): Taken {
  let next = at + 1;
  while (next < lines.length && literalGoesOn(lines, next)) next += 1;
  return { blocks: [literal(lines.slice(at, next))], next };
}

function literalGoesOn(lines: readonly string[], at: number): boolean {
  const line = lines[at] ?? "";
  if (!blank(line)) return indent(line) >= LITERAL_INDENT || !blank(lines[at - 1]);
  const after = lines.findIndex((candidate, index) => index > at && !blank(candidate));
  if (after === -1 || indent(lines[after] ?? "") < LITERAL_INDENT) return false;
  return !isListItemOfText(lines[after] ?? "");
}

/** A number or a dash after a listing; asterisks and letters there are comments and labels of the listing. */
function isListItemOfText(line: string): boolean {
  const marker = readMarker(line);
  return marker !== undefined && marker.first && (marker.family === "number" || marker.family === "dash");
}

function literal(lines: readonly string[]): Extract<Block, { kind: "literal" }> {
  const filled = lines.filter((line) => !blank(line));
  const base = filled.reduce((least, line) => Math.min(least, indent(line)), 80);
  const shifted = lines.map((line) => line.slice(Math.min(base, indent(line))).trimEnd());
  while (shifted.at(-1) === "") shifted.pop();
  while (shifted[0] === "") shifted.shift();
  return { kind: "literal", lines: shifted };
}

function takeList(lines: readonly string[], at: number, first: Marker): Taken {
  const items: Item[] = [];
  let next = at;
  let previous: Marker | undefined;
  for (;;) {
    const marker = next < lines.length ? readMarker(lines[next] ?? "") : undefined;
    if (marker === undefined || !follows(marker, previous ?? first, previous === undefined)) break;
    const end = itemEnd(lines, next, marker);
    items.push(readItem(lines, next, end, marker));
    previous = marker;
    next = skipBlank(lines, end);
  }
  return { blocks: [{ kind: "list", ordered: first.family === "number" || first.family === "letter", items }], next };
}

function follows(marker: Marker, previous: Marker, isFirst: boolean): boolean {
  if (isFirst) return true;
  const alike = marker.family === previous.family && Math.abs(marker.indent - previous.indent) <= 1;
  if (!alike) return false;
  return previous.order === undefined || (marker.order ?? 0) > previous.order;
}

/** Where the item that begins at `at` ends: at the next marker of its depth, or at text that is not set in. */
function itemEnd(lines: readonly string[], at: number, marker: Marker): number {
  let end = at + 1;
  let fenced = FENCE.test((lines[at] ?? "").slice(marker.content));
  while (end < lines.length && (fenced || !endsItem(lines, end, marker))) {
    if (SET_IN_FENCE.test(lines[end] ?? "")) fenced = !fenced;
    end += 1;
  }
  return end;
}

const SET_IN_FENCE = /^\s+(?:```|~~~)/;

function endsItem(lines: readonly string[], at: number, marker: Marker): boolean {
  const line = lines[at] ?? "";
  if (blank(line)) return false;
  const other = readMarker(line);
  if (other !== undefined && Math.abs(other.indent - marker.indent) <= 1 && other.family === marker.family) return true;
  if (isRule(line) && indent(line) === 0) return true;
  if (!blank(lines[at - 1])) return indent(line) < marker.indent;
  return indent(line) <= marker.indent + (marker.indent === 0 ? 0 : 1);
}

function readItem(lines: readonly string[], at: number, end: number, marker: Marker): Item {
  const rest = lines.slice(at + 1, end);
  const depth = rest.reduce(
    (least, line) => (blank(line) || indent(line) <= marker.indent ? least : Math.min(least, indent(line))),
    marker.content,
  );
  const head = (lines[at] ?? "").slice(marker.content);
  return readBlocks([head, ...rest.map((line) => line.slice(Math.min(depth, indent(line))))]);
}

function skipBlank(lines: readonly string[], at: number): number {
  let next = at;
  while (next < lines.length && blank(lines[next])) next += 1;
  return next;
}

function blank(line: string | undefined): boolean {
  return line === undefined || line.trim() === "";
}

function indent(line: string): number {
  return line.length - line.trimStart().length;
}
