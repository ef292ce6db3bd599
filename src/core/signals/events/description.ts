import { linesOf, unwrapped } from "../lines.ts";
import type { Span } from "../signal.ts";
import { trimmed } from "../span.ts";
import { isTalk } from "../talk.ts";

/** Where a description stands. */
export type Room = {
  readonly start: number;
  readonly end: number;
  /** Characters in front of the labels of its record. */
  readonly indent: number;
  /** Inside a code fence, where nobody talks in between. */
  readonly fenced: boolean;
  /** Its labels have an empty line between them, so that one empty line is no end. */
  readonly spaced: boolean;
};

/**
 * The description that begins at `room.start`: its first paragraph, and further ones that are indented or labelled.
 * What people write right below it is left to them. `text` has dumps and help links blanked out.
 */
export function descriptionIn(text: string, room: Room): Span | undefined {
  let end = -1;
  let last = "";
  let blanks = 0;
  for (const line of linesOf(text, room)) {
    const written = text.slice(line.start, line.end);
    if (STOP.test(written)) break;
    if (written.trim() === "") {
      blanks += 1;
      continue;
    }
    if (end >= 0 && !continues(last, blanks, written, room)) break;
    ({ end } = line);
    last = written;
    blanks = 0;
  }
  const span = end < 0 ? undefined : trimmed(text, { start: room.start, end });
  return span === undefined || span.start === span.end ? undefined : span;
}

/** A code fence, a ruler, the head of the next record, what authors add below. */
const STOP =
  /^[\s>]{0,8}(?:```|[-=_*#]{4,}\s*$|Event\[\d{1,6}\]:?\s*$|\{% |(?:NOTE|IMPORTANT|WARNING|Note|Additional query words)[: ])/;

function continues(last: string, blanks: number, line: string, room: Room): boolean {
  if (room.fenced) return true;
  if (blanks > 0 && indentOf(line) < room.indent) return false;
  if (blanks > (room.spaced ? 1 : 0)) return !isTalk(line) && (/:\s*$/.test(last) || isStructured(line, room.indent));
  return !isTalk(line) || !/[.!?:"')\]]\s*$/.test(last);
}

/** Deeper than its labels, or a label itself: `Logon Type: 3`. */
function isStructured(line: string, indent: number): boolean {
  return indentOf(line) > indent || /^[\s>]{0,8}[\p{L}][\p{L}\p{N} ()/-]{1,40}:(?:\s|$)/u.test(line);
}

function indentOf(line: string): number {
  return line.search(/[^\s>]/);
}

/** A description as one line, without the quotes some exporters put around it. */
export function messageOf(text: string, span: Span | undefined): string | undefined {
  if (span === undefined) return undefined;
  const line = unwrapped(text.slice(span.start, span.end));
  const bare = /^"+([^"]*)"+$/.exec(line)?.[1]?.trim() ?? line;
  return bare === "" ? undefined : bare;
}
