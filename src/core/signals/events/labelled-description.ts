import type { Fence } from "../fences.ts";
import { lineEnd } from "../lines.ts";
import type { Span } from "../signal.ts";
import { isTalk } from "../talk.ts";
import { descriptionIn, messageOf, type Room } from "./description.ts";
import { isMachineWritten, type Draft } from "./drafts.ts";
import type { Value } from "./values.ts";

/** A description with its place. */
export type Description = { readonly span: Span; readonly message: string | undefined };

/** The description of a labelled record, with its label or without. */
export function descriptionOf(
  text: string,
  draft: Draft,
  values: readonly Value[],
  bound: number,
  fences: readonly Fence[],
): Description | undefined {
  const at = values.findIndex(({ label }) => label.field === "message");
  const value = values[at];
  if (value === undefined) return unlabelledDescription(text, draft, values, bound, fences);
  if (value.label.quoted) return { span: value.span, message: unescaped(text.slice(value.span.start, value.span.end)) };
  const room = roomFrom(text, value.label.valueStart, values[at + 1]?.label.start ?? bound, draft, fences);
  const span = value.label.separator === "=" ? value.span : descriptionIn(text, room);
  return span === undefined ? undefined : { span, message: messageOf(text, span) };
}

/** Some tools leave the label "Description:" out; then the text right below the header is it. */
function unlabelledDescription(
  text: string,
  draft: Draft,
  values: readonly Value[],
  bound: number,
  fences: readonly Fence[],
): Description | undefined {
  const last = values.at(-1);
  if (last === undefined || draft.length < 2 || isMachineWritten(draft)) return undefined;
  const room = roomFrom(text, lineEnd(text, last.span.end, bound) + 1, bound, draft, fences);
  if (room.start >= room.end || !beginsDescription(text, room, draft.length)) return undefined;
  const span = descriptionIn(text, room);
  return span === undefined ? undefined : { span, message: messageOf(text, span) };
}

/** Right below the header, or behind an empty line where it lines up with a header of some length. */
function beginsDescription(text: string, room: Room, labels: number): boolean {
  const start = room.start + text.slice(room.start, room.end).search(/\S/);
  const line = text.slice(start, lineEnd(text, start, room.end));
  if (!/\p{L}{2}/u.test(line) || isTalk(line) || line.includes("```")) return false;
  const above = text.slice(room.start, start);
  const indent = above.length - above.lastIndexOf("\n") - 1;
  return (
    !above.includes("\n") ||
    (labels >= 4 && indent === room.indent && (indent > 0 || /[.)\]>]\s*$/.test(line) || line.length > 60))
  );
}

function roomFrom(text: string, start: number, end: number, draft: Draft, fences: readonly Fence[]): Room {
  const fence = fences.find(({ content }) => content.start <= start && start <= content.end);
  return {
    start,
    end: Math.min(end, fence?.content.end ?? end),
    indent: draft[0]?.indent ?? 0,
    fenced: fence !== undefined,
    spaced: isSpaced(text, draft),
  };
}

/** Every label has an empty line in front of it. */
function isSpaced(text: string, draft: Draft): boolean {
  const gaps = draft.slice(1).map((label, i) => text.slice(draft[i]?.start, label.start));
  return gaps.length > 1 && gaps.every((gap) => /\n[ \t>]*\n/.test(gap));
}

/** JSON's escapes, as far as messages have them. */
function unescaped(written: string): string | undefined {
  const plain = written.replace(/\\(u[0-9a-fA-F]{4}|.)/g, (_, code: string) => {
    if (code.length === 5) return String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return "nrt".includes(code) ? " " : code;
  });
  const line = plain.toWellFormed().replace(/\s+/g, " ").trim();
  return line === "" ? undefined : line;
}
