import type { Key } from "./keys.ts";
import { TERMINAL_LIMITS } from "./limits.ts";
import { paint } from "./style.ts";
import { type Line, type Piece, wrap } from "./wrap.ts";

/** Where a view is shown. */
export type Screen = {
  readonly columns: number;
  readonly isColoured: boolean;
  /** How to press buttons: by a key, or, where nobody can answer, not at all: then the commands that go on are named. */
  readonly buttons: { readonly kind: "keys"; readonly keys: readonly Key[] } | { readonly kind: "commands" };
};

/** Columns left free at the left. */
export const MARGIN = 2;

/** Wrapped text; what leads the first line indents the others, and a quote's bar goes all the way down. */
export function flow(text: readonly Piece[], screen: Screen, lead = ""): readonly string[] {
  const lines = wrap(text, Math.max(1, screen.columns - MARGIN - lead.length));
  return lines.map((line, index) => {
    const start = index === 0 || lead.startsWith("│") ? lead : " ".repeat(lead.length);
    return painted(start === "" ? line : [{ text: start, style: "dim" }, ...line], screen);
  });
}

/** A line with its margin and its colours. */
export function painted(line: Line, screen: Screen): string {
  const text = merged(line).map((piece) => paint(piece.text, piece.style, screen.isColoured));
  return `${" ".repeat(MARGIN)}${text.join("")}`.trimEnd();
}

/** Neighbours of one look as one piece, so that it is switched on once. */
function merged(line: Line): Line {
  const pieces: Piece[] = [];
  for (const { text, style } of line) {
    const last = pieces.at(-1);
    if (last?.style === style) pieces.splice(-1, 1, { text: last.text + text, style });
    else pieces.push({ text, style });
  }
  return pieces;
}

/** The width to use in a window of so many columns; unknown is the usual. */
export function screenWidth(columns: number | undefined): number {
  const known = columns === undefined || columns <= 0 ? TERMINAL_LIMITS.usual : columns;
  return Math.min(TERMINAL_LIMITS.widest, Math.max(TERMINAL_LIMITS.narrowest, known));
}
