import type { Span } from "./signal.ts";

/** The lines of a stretch, newlines excluded. */
export function linesOf(text: string, span: Span): readonly Span[] {
  const out: Span[] = [];
  let start = span.start;
  while (start <= span.end) {
    const end = lineEnd(text, start, span.end);
    out.push({ start, end });
    start = end + 1;
  }
  return out;
}

/** Where the line that holds `from` ends, at most `limit`. */
export function lineEnd(text: string, from: number, limit: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 || end > limit ? limit : end;
}

/** One line out of several: quote marks and indents removed, spaces collapsed. */
export function unwrapped(text: string): string {
  return text.replace(QUOTE_MARK, " ").replace(/\s+/g, " ").trim();
}

/** A `>` (or Discord's `>>>`) in front of a quoted line. */
const QUOTE_MARK = /^[ \t]{0,8}>{1,3}(?=[ \t]|$)/gm;
