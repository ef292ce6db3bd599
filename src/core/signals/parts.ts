import type { EventRecord } from "./events/record.ts";
import type { Fence } from "./fences.ts";
import { linesOf, unwrapped } from "./lines.ts";
import type { Part, PartKind, Span, Via } from "./signal.ts";
import { gaps, trimmed } from "./span.ts";
import { isErrorLike, isLogStart } from "./tone.ts";
import { isPlainTalk, isTalk } from "./talk.ts";
import { splitTalk } from "./quotes.ts";

export type Claimed = {
  readonly records: readonly EventRecord[];
  readonly fences: readonly Fence[];
  readonly claims: readonly Span[];
};

/** Cuts a text into what a program said and what people said around it. */
export function partsOf(text: string, claimed: Claimed, via: Via): readonly Part[] {
  const events = claimed.records.flatMap((record) => eventPart(record));
  const fenced = claimed.fences.map((fence) => fence.span);
  const inside = claimed.fences.flatMap((fence) =>
    within(gaps(text.length, claimed.claims), fence.content).flatMap((span) => setOff(text, span)),
  );
  const outside = gaps(text.length, [...claimed.claims, ...fenced]).flatMap((span) => plainParts(text, span, via));
  return [...events, ...inside, ...outside].toSorted((a, b) => a.span.start - b.span.start);
}

function eventPart(record: EventRecord): readonly Part[] {
  const { message } = record.signal;
  return message === undefined || record.description === undefined
    ? []
    : [{ kind: "event", text: message, span: record.description }];
}

function within(spans: readonly Span[], room: Span): readonly Span[] {
  return spans
    .map((span) => ({ start: Math.max(span.start, room.start), end: Math.min(span.end, room.end) }))
    .filter((span) => span.start < span.end);
}

/** What somebody fenced or quoted: a message a paragraph, or a line each where it is a log. */
function setOff(text: string, span: Span): readonly Part[] {
  return groupsOf(text, span).flatMap((group) => partAt(text, group, group.log ? "line" : "message"));
}

type Group = Span & { readonly log: boolean; readonly quoted: boolean };

/** Lines that belong together: wrapped ones are joined, log lines and paragraphs stay apart. */
function groupsOf(text: string, span: Span): readonly Group[] {
  const groups: Group[] = [];
  let open = false;
  for (const line of linesOf(text, span)) {
    const written = text.slice(line.start, line.end);
    const quoted = QUOTED.test(written);
    const last = groups.at(-1);
    if (!/[\p{L}\p{N}]/u.test(written)) {
      open = false;
      continue;
    }
    const log = isLogStart(written);
    if (
      open &&
      last !== undefined &&
      last.quoted === quoted &&
      !log &&
      follows(text.slice(last.start, last.end), written)
    ) {
      groups[groups.length - 1] = { ...last, end: line.end };
    } else groups.push({ ...line, log, quoted });
    open = true;
  }
  return groups;
}

/** A line of a blockquote. */
const QUOTED = /^[ \t]{0,8}>/;

/** Whether a line goes on with what the lines before it said. A wrapped sentence goes on in small letters. */
function follows(before: string, line: string): boolean {
  const last = lastLine(before);
  if (isPlainTalk(line) !== isPlainTalk(last) || isLeadIn(before)) return false;
  return isTalk(line) === isTalk(last) || !(/[.!?:"')\]]\s*$/.test(last) || /^[\s"'@]*\p{Lu}/u.test(line));
}

/** "pipeline is red:" */
function isLeadIn(before: string): boolean {
  return !before.includes("\n") && /:\s*$/.test(before) && (/^\s*\p{Ll}/u.test(before) || isTalk(before));
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

function plainParts(text: string, span: Span, via: Via): readonly Part[] {
  return groupsOf(text, span).flatMap((group) => {
    if (group.quoted) return partAt(text, group, "message");
    if (group.log) return partAt(text, group, kindOf(text, group, via));
    return splitTalk(text, group).flatMap((piece) => partAt(text, piece, piece.kind ?? kindOf(text, piece, via)));
  });
}

function kindOf(text: string, span: Span, via: Via): PartKind {
  const written = text.slice(span.start, span.end);
  if (isLogStart(written)) return "line";
  return !isTalk(written) && isErrorLike(written, via) ? "line" : "prose";
}

function partAt(text: string, span: Span, kind: PartKind): readonly Part[] {
  const exact = trimmed(text, span);
  const line = unwrapped(text.slice(exact.start, exact.end));
  return /[\p{L}\p{N}]/u.test(line.replace(TAG, "")) ? [{ kind, text: line, span: exact }] : [];
}

/** The tags around events, which are nobody's words. */
const TAG = /<\/?[A-Za-z][^<>]{0,200}>/g;
