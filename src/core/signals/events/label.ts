import { bareLabels } from "./bare-labels.ts";
import { LABEL_WORDS, meaningOf, type LabelMeaning } from "./labels.ts";

/** A label found in a text, such as `Event ID:`; its value begins where the label ends. */
export type Label = LabelMeaning & {
  readonly written: string;
  readonly start: number;
  readonly valueStart: number;
  readonly startsLine: boolean;
  /** Characters in front of it on its line. */
  readonly indent: number;
  readonly separator: ":" | "=" | " ";
  /** Written as `"EventID":`, so that the value follows the rules of JSON. */
  readonly quoted: boolean;
};

/** All labels of event records: what stands before a colon or an equals sign, and some that go without. */
export function labelsOf(text: string): readonly Label[] {
  const marked = markedLabels(text);
  const bare = bareLabels(text);
  return bare.length === 0 ? marked : [...marked, ...bare].toSorted((a, b) => a.start - b.start);
}

function markedLabels(text: string): readonly Label[] {
  const out: Label[] = [];
  let floor = 0;
  for (const separator of text.matchAll(SEPARATOR)) {
    const label = separator.index < floor ? undefined : labelBefore(text, separator.index, floor);
    if (label === undefined) continue;
    out.push(label);
    floor = quotedEnd(text, label) ?? label.valueStart;
  }
  return out;
}

/** Where a value in quotes ends, as JSON and `key="value"` have them; nothing in it is a label. */
export function quotedEnd(text: string, label: Label): number | undefined {
  if (!label.quoted && label.separator !== "=") return undefined;
  const lead = /^\s{0,4}"/.exec(text.slice(label.valueStart, label.valueStart + 5))?.[0];
  if (lead === undefined) return undefined;
  let end = label.valueStart + lead.length;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  return Math.min(end, text.length);
}

const SEPARATOR = /[:=]/g;

/** Of the words in front of the separator the longest run that is a label wins: "Event ID" before "ID". */
function labelBefore(text: string, at: number, floor: number): Label | undefined {
  let end = at;
  while (end > floor && WRAPPER.test(text[end - 1] ?? "") && at - end < 48) end -= 1;
  let found: Label | undefined;
  let start = end;
  for (let words = 0; words < LABEL_WORDS + 1; words += 1) {
    start = wordStart(text, start, Math.max(floor, end - MAX_LABEL));
    if (start < 0) break;
    const meaning = meaningOf(text.slice(start, end));
    if (meaning !== undefined) found = labelAt(text, start, end, at, meaning);
  }
  return found;
}

const MAX_LABEL = 40;
/** What may stand between a label and its colon: padding, and the signs of bold, code and JSON. */
const WRAPPER = /[\s*_"'`]/;
const WORD = /[\p{L}\p{N}.'()°/_-]/u;

/** Where the word that ends before `end` (spaces skipped) starts, or -1. */
function wordStart(text: string, end: number, floor: number): number {
  let at = end;
  while (at > floor && isSpace(text[at - 1])) at -= 1;
  const last = at;
  while (at > floor && WORD.test(text[at - 1] ?? "")) at -= 1;
  return at === last ? -1 : at;
}

function isSpace(sign: string | undefined): boolean {
  return sign === " " || sign === "\t" || sign === "\n";
}

function labelAt(text: string, start: number, end: number, at: number, meaning: LabelMeaning): Label {
  const before = text.slice(Math.max(0, start - MAX_LEAD), start);
  const lead = before.slice(before.lastIndexOf("\n") + 1);
  return {
    ...meaning,
    written: text.slice(start, end),
    start,
    valueStart: valueStart(text, at + 1),
    startsLine: lead.length < MAX_LEAD && LEAD.test(lead),
    indent: lead.length,
    separator: text[at] === "=" ? "=" : ":",
    quoted: text[end] === '"' && text[start - 1] === '"',
  };
}

const MAX_LEAD = 64;
/** What may stand before a label on its line: indents, bullets, quote marks, bold, the brace of JSON. */
const LEAD = /^[\s>*_`"'{,|/•-]*(?:\d{1,2}[.)]\s)?$/;

/** Bold may end after the colon: `*Event ID:* 5389`. */
function valueStart(text: string, from: number): number {
  let at = from;
  while (at < from + 3 && (text[at] === "*" || text[at] === "_")) at += 1;
  return at;
}
