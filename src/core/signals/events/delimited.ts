import type { EventSignal, Span } from "../signal.ts";
import { messageOf } from "./description.ts";
import { fieldsOf, rowsOf, type FieldAt } from "./fields.ts";
import { isNone, levelOf } from "./levels.ts";
import { eventId, type EventRecord } from "./record.ts";

/** Exported lists, one event a line: commas, semicolons, tabs or bars between fields, with quotes or without, in any order. */
export function readDelimited(text: string): readonly EventRecord[] {
  if (!TIME.test(text) || !SEPARATOR.test(text)) return [];
  return rowsOf(text).flatMap((row) => {
    const record = recordOf(text, row, fieldsOf(text, row));
    return record === undefined ? [] : [record];
  });
}

/** A time of day and a list of fields are what such a line never lacks. */
const TIME = /\d:\d\d/;
const SEPARATOR = /[,;\t|]|#011/;

function recordOf(text: string, row: Span, fields: readonly FieldAt[]): EventRecord | undefined {
  const typed = typedFields(fields);
  const at = placesOf(typed);
  const id = at === undefined ? undefined : eventId(typed[at.id]?.text ?? "");
  if (at === undefined || id === undefined) return undefined;
  const description = descriptionOf(typed, at);
  const signal: EventSignal = {
    kind: "event",
    id,
    source: at.source === undefined ? undefined : typed[at.source]?.text,
    category: categoryOf(typed, at),
    level: typed.map((field) => levelOf(field.text)).find((level) => level !== undefined),
    message: messageOf(text, description)?.replaceAll('""', '"'),
    form: text.slice(row.start, row.end).includes("MSWinEventLog") ? "syslog" : "csv",
    span: row,
  };
  return { signal, description, claims: [row] };
}

type FieldType = "when" | "day" | "level" | "none" | "number" | "user" | "log" | "text" | "empty" | "long";
type Typed = FieldAt & { readonly type: FieldType };

/** Behind the time, "Security" is a source: the name of the log stands in front of it. */
function typedFields(fields: readonly FieldAt[]): readonly Typed[] {
  const typed = fields.map((field) => ({ ...field, type: typeOf(field.text) }));
  const when = whenIn(typed);
  return typed.map((field, i) => (field.type === "log" && i > when && when >= 0 ? asText(field) : field));
}

function asText({ text, span, quoted, separator }: Typed): Typed {
  return { text, span, quoted, separator, type: "text" };
}

function whenIn(fields: readonly Typed[]): number {
  return fields.findLastIndex((field, i) => (field.type === "when" || field.type === "day") && i < 8);
}

function typeOf(field: string): FieldType {
  if (field === "") return "empty";
  if (field.length > 64 || field.split(" ").length > 7) return WHEN.test(field) && field.length < 40 ? "when" : "long";
  if (DAY.test(field)) return "day";
  if (WHEN.test(field)) return "when";
  if (/^\(?\d{1,10}\)?$/.test(field)) return field.startsWith("(") ? "none" : "number";
  if (levelOf(field) !== undefined) return "level";
  if (isNone(field)) return "none";
  if (USER.test(field)) return "user";
  return LOG.test(field) ? "log" : "text";
}

const DAY = /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)?\w{0,6},? ?\w{3} \d{1,2},? \d{4})$/;
const WHEN =
  /^(?:(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|(?:\w{3,9},? )?\w{3} {1,2}\d{1,2}(?:,? \d{4})?|\d{8})[T ,]{1,2})?\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?: ?[AP]\.?M\.?| \d{4}|Z|[+-]\d{2}:?\d{2})?(?: \d{4})?$/i;
const USER = /^(?:[^\\ ]{1,40}\\[^\\]{1,40}|NT AUTHORITY\\.{1,40}|S-\d-[\d-]{1,80}|N\/A|Unknown User|SYSTEM)$/i;
const LOG =
  /^(?:Application|System|Security|Setup|Directory Service|DNS Server|File Replication Service|MSWinEventLog|.{0,200}\bMSWinEventLog)$/i;

type Places = { readonly id: number; readonly source: number | undefined; readonly after: number };

/** After the time comes the id or the source; the other one is near. */
function placesOf(fields: readonly Typed[]): Places | undefined {
  const when = whenIn(fields);
  if (when < 0 || fields.length < 4) return undefined;
  const start = firstOf(fields, when + 1, (type) => type === "number" || type === "text");
  const first = start === undefined ? undefined : fields[start];
  if (start === undefined || first === undefined) return placesBefore(fields, when);
  if (first.type === "text") {
    const id = firstOf(fields, start + 1, (type) => type === "number");
    return id === undefined || id > start + 5
      ? placesBefore(fields, when)
      : { id, source: sourceUpTo(fields, start, id), after: id + 1 };
  }
  const source = firstOf(fields, start + 1, (type) => type === "text" || type === "long");
  const isSource = source !== undefined && fields[source]?.type === "text" && source <= start + 3;
  return hasLevel(fields) || isSource
    ? { id: start, source: isSource ? source : undefined, after: (isSource ? source : start) + 1 }
    : undefined;
}

/** A host and a log may stand in front of the source; a level never stands between the two. */
function sourceUpTo(fields: readonly Typed[], first: number, id: number): number {
  return fields.slice(first, id).every((field) => field.type === "text") ? id - 1 : first;
}

/** Level, source and id may stand before the time: `Error,MSExchangeKMS,5389,3/14/2001 2:11:09 AM,None,…`. */
function placesBefore(fields: readonly Typed[], when: number): Places | undefined {
  if (!hasLevel(fields)) return undefined;
  const id = firstOf(fields, 0, (type) => type === "number");
  const source = firstOf(fields, 0, (type) => type === "text");
  if (id === undefined || id > when || source === undefined || source > when) return undefined;
  return { id, source, after: when + 1 };
}

function hasLevel(fields: readonly Typed[]): boolean {
  return fields.some((field) => field.type === "level");
}

function firstOf(fields: readonly Typed[], from: number, wanted: (type: FieldType) => boolean): number | undefined {
  const at = fields.findIndex((field, i) => i >= from && wanted(field.type));
  return at < 0 ? undefined : at;
}

/** The longest text behind the id; a short one that is not the last is a category. */
function descriptionOf(fields: readonly Typed[], at: Places): Span | undefined {
  const last = fields.findLastIndex((field) => field.type !== "number" && field.type !== "empty");
  const candidates = fields.filter((field, i) => i >= at.after && (field.type === "long" || field.type === "text"));
  const longest = candidates.toSorted((a, b) => b.text.length - a.text.length)[0];
  if (longest === undefined) return undefined;
  const words = longest.text.split(" ").length;
  const isLast = fields.indexOf(longest) === last && fields.at(-1)?.type !== "empty" && !isCounted(fields);
  if (longest.type !== "long" && words < 4 && !/[.!?]$/.test(longest.text) && !isLast && !isTail(fields, longest))
    return undefined;
  return longest.quoted ? longest.span : wholeTail(fields, longest);
}

/** Snare ends its lines with a counter. */
function isCounted(fields: readonly Typed[]): boolean {
  return fields.at(-1)?.type === "number";
}

/** Right before Snare's counter, behind an empty field, stands the description, however short. */
function isTail(fields: readonly Typed[], field: Typed): boolean {
  const i = fields.indexOf(field);
  return isCounted(fields) && i === fields.length - 2 && fields[i - 1]?.type === "empty";
}

/** Unquoted descriptions may hold the separator themselves. */
function wholeTail(fields: readonly Typed[], from: Typed): Span {
  if (from.separator !== "," && from.separator !== ";") return from.span;
  const first =
    fields.find(
      (field, i) => field.type === "long" || (i > fields.indexOf(from) - 3 && field.span.start >= from.span.start),
    ) ?? from;
  const end = fields.at(-1)?.span.end ?? from.span.end;
  return { start: Math.min(first.span.start, from.span.start), end: Math.max(end, from.span.end) };
}

function categoryOf(fields: readonly Typed[], at: Places): string | undefined {
  const source = at.source ?? at.id;
  const between = fields.filter(
    (field, i) => i > Math.min(source, at.id) && i !== at.id && i !== at.source && field.type === "text",
  );
  const category = between.find(
    (field) => !/^[\w-]+(?:\.[\w-]+)+$|^[A-Z0-9-]{4,15}$/.test(field.text) && field.text.split(" ").length <= 3,
  );
  return category?.text;
}
