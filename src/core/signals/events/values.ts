import { lineEnd } from "../lines.ts";
import type { Span } from "../signal.ts";
import { isTalk } from "../talk.ts";
import { quotedEnd, type Label } from "./label.ts";

/** A label and where its value stands. */
export type Value = { readonly label: Label; readonly span: Span };

/** Where the value of a label stands: at most up to the next label, or to the end of its record. */
export function valueOf(text: string, label: Label, next: Label | undefined, end: number): Span {
  const bound = next?.start ?? end;
  if (label.field === "id" || label.field === "instance") return numberAt(text, label.valueStart, bound);
  const quoted = quotedEnd(text, label);
  if (quoted !== undefined) return { start: text.indexOf('"', label.valueStart) + 1, end: quoted };
  if (label.separator === "=") return wordsAt(text, label.valueStart, bound);
  return lineAt(text, label, bound, next);
}

/** The number alone: what follows on the line may be talk. */
function numberAt(text: string, from: number, bound: number): Span {
  const written =
    /^[\s("'#*`]{0,40}(?:0x[\da-f]{1,8}|\d{1,10})[)"'*`]{0,3}/i.exec(
      text.slice(from, Math.min(bound, from + 64)),
    )?.[0] ?? "";
  return { start: from, end: from + written.length };
}

/** `key=several words other=1` ends before the next key. */
function wordsAt(text: string, start: number, bound: number): Span {
  const line = text.slice(start, lineEnd(text, start, bound));
  const next = line.search(/[\s,;|]+[\w.-]{2,40}=/);
  return { start, end: start + (next < 0 ? line.length : next) };
}

/** The rest of the line; the next one too where a break came between label and value, or inside the value. */
function lineAt(text: string, label: Label, bound: number, next: Label | undefined): Span {
  const from = label.valueStart;
  const end = text[label.start - 1] === "`" ? tickAfter(text, from, bound) : lineEnd(text, from, bound);
  if (end >= bound) return { start: from, end };
  if (text.slice(from, end).trim() === "") return { start: from, end: lineEnd(text, end + 1, bound) };
  const rest = next === undefined ? "" : text.slice(end, next.start - next.indent).trim();
  const isWrapped =
    rest !== "" && rest.length <= MAX_REST && !rest.includes("\n") && !isTalk(rest) && !fits(text, end, rest);
  return { start: from, end: isWrapped ? text.indexOf(rest, end) + rest.length : end };
}

/** Whether the line had room for the next word: then nobody broke it there, and the next line is something else. */
function fits(text: string, end: number, rest: string): boolean {
  const start = text.lastIndexOf("\n", end - 1) + 1;
  const width = Math.max(
    ...text
      .slice(Math.max(0, start - NEARBY), end + NEARBY)
      .split("\n")
      .map(({ length }) => length),
  );
  return end - start + 1 + (rest.split(/\s/, 1)[0] ?? "").length < width;
}

/** Characters around a line among which the longest shows how wide the terminal was. */
const NEARBY = 300;

/** A label in back-ticks ends with them: `` `Source: MSExchangeKMS` ``. */
function tickAfter(text: string, from: number, bound: number): number {
  const tick = text.indexOf("`", from);
  return tick < 0 || tick > bound ? lineEnd(text, from, bound) : tick;
}

/** What a terminal pushes to the next line is a word or two. */
const MAX_REST = 40;
