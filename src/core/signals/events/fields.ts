import { linesOf } from "../lines.ts";
import type { Span } from "../signal.ts";
import { trimmed } from "../span.ts";

/** One field of a delimited line. */
export type FieldAt = {
  readonly text: string;
  readonly span: Span;
  readonly quoted: boolean;
  readonly separator: string;
};

/** Lines that may be records, quoted fields with newlines in them included. */
export function rowsOf(text: string): readonly Span[] {
  const rows: Span[] = [];
  for (const line of linesOf(text, { start: 0, end: text.length })) {
    const last = rows.at(-1);
    const isInside =
      last !== undefined && line.start - last.start < MAX_ROW && isOpen(text.slice(last.start, last.end));
    if (isInside) rows[rows.length - 1] = { start: last.start, end: line.end };
    else rows.push(line);
  }
  return rows.filter((row) => SEPARATED.test(text.slice(row.start, row.end)));
}

const MAX_ROW = 4000;
const SEPARATED = /(?:[,;\t|#][^,;\t|#\n]*){3}/;

/** The last field opened a quote that no line closed yet. */
function isOpen(row: string): boolean {
  const lastOpening = Math.max(row.lastIndexOf(',"'), row.lastIndexOf(';"'), row.lastIndexOf('\t"'));
  if (lastOpening < 0 || !/^[\s>]*(?:"|\w)/.test(row)) return false;
  return countQuotes(row, lastOpening + 1) % 2 === 1;
}

function countQuotes(row: string, from: number): number {
  let count = 0;
  for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 1)) count += 1;
  return count;
}

/** Splits at the separator that the line has most of; tabs first, because commas stand in sentences too. */
export function fieldsOf(text: string, row: Span): readonly FieldAt[] {
  const line = text.slice(row.start, row.end);
  const separator = SEPARATORS.find((sign) => line.split(sign).length > (sign === "," ? 4 : 3));
  if (separator === undefined) return [];
  const fields: FieldAt[] = [];
  let at = row.start;
  while (at <= row.end && fields.length < MAX_FIELDS) {
    const field = fieldAt(text, at, row.end, separator);
    fields.push(field);
    at = field.next;
  }
  return fields;
}

const SEPARATORS = ["\t", "#011", "|", ";", ","];
const MAX_FIELDS = 40;

function fieldAt(text: string, from: number, limit: number, separator: string): FieldAt & { readonly next: number } {
  const lead = /^[ >]{0,8}"/.exec(text.slice(from, Math.min(limit, from + 10)))?.[0];
  const quotedEnd = lead === undefined ? -1 : closingQuote(text, from + lead.length, limit, separator);
  if (lead !== undefined && quotedEnd >= 0) {
    const span = { start: from + lead.length, end: quotedEnd };
    const inner = text.slice(span.start, span.end).replaceAll('""', '"').trim();
    const after = text.indexOf(separator, quotedEnd);
    return {
      text: inner,
      span,
      quoted: true,
      separator,
      next: after < 0 || after > limit ? limit + 1 : after + separator.length,
    };
  }
  const found = text.indexOf(separator, from);
  const end = found < 0 || found > limit ? limit : found;
  const span = trimmed(text, { start: from, end });
  return {
    text: text.slice(span.start, span.end),
    span,
    quoted: false,
    separator,
    next: end === limit ? limit + 1 : end + separator.length,
  };
}

/** A quote closes a field where a separator or the end follows it; doubled quotes belong to the field. */
function closingQuote(text: string, from: number, limit: number, separator: string): number {
  for (let at = text.indexOf('"', from); at >= 0 && at < limit; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"' && at + 2 < limit && !text.startsWith(separator, at + 2)) at += 1;
    else if (at + 1 >= limit || text.startsWith(separator, at + 1) || text[at + 1] === "\n") return at;
  }
  return -1;
}
