import type { Style } from "./style.ts";
import { splitAt, widthOf } from "./width.ts";

/** Text of one look. */
export type Piece = { readonly text: string; readonly style: Style };

/** One line on the screen. */
export type Line = readonly Piece[];

/** Letters without a space between them, of one look or of several. */
type Word = { readonly pieces: readonly Piece[]; readonly isGlued: boolean };

/**
 * Breaks text into lines of at most so many columns: between words, or within a word that is too long.
 * A no-break space keeps words together.
 */
export function wrap(pieces: readonly Piece[], columns: number): readonly Line[] {
  return sourceLines(pieces).flatMap((line) =>
    fill(
      wordsOf(line).flatMap((word) => chop(word, columns)),
      columns,
    ),
  );
}

export function lineWidth(line: Line): number {
  return line.reduce((sum, piece) => sum + widthOf(piece.text), 0);
}

function sourceLines(pieces: readonly Piece[]): readonly Line[] {
  const lines: Piece[][] = [[]];
  for (const { text, style } of pieces) {
    for (const [index, part] of text.split("\n").entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push({ text: part, style });
    }
  }
  return lines;
}

function wordsOf(line: Line): readonly Word[] {
  const words: Piece[][] = [];
  let isOpen = false;
  for (const { text, style } of line) {
    for (const part of text.split(/( +)/)) {
      if (/^ *$/.test(part)) isOpen &&= part === "";
      else if (isOpen) words.at(-1)?.push({ text: part, style });
      else isOpen = words.push([{ text: part, style }]) > 0;
    }
  }
  return words.map((pieces) => ({ pieces, isGlued: false }));
}

/** A word that is wider than the screen, in parts that are not. */
function chop(word: Word, columns: number): readonly Word[] {
  if (lineWidth(word.pieces) <= columns) return [word];
  const parts: Word[] = [];
  for (const { text, style } of word.pieces) {
    for (let rest = text; rest !== ""; ) {
      const [head, tail] = splitAt(rest, columns);
      parts.push({ pieces: [{ text: head, style }], isGlued: parts.length > 0 });
      rest = tail;
    }
  }
  return parts;
}

function fill(words: readonly Word[], columns: number): readonly Line[] {
  const lines: Piece[][] = [[]];
  let used = 0;
  for (const { pieces, isGlued } of words) {
    const width = lineWidth(pieces);
    const gap = used === 0 || isGlued ? 0 : 1;
    const fits = used + gap + width <= columns;
    if (!fits) lines.push([]);
    else if (gap > 0) lines.at(-1)?.push({ text: " ", style: styleBetween(lines.at(-1), pieces) });
    used = fits ? used + gap + width : width;
    lines.at(-1)?.push(...pieces);
  }
  return lines;
}

/** The space between two words of one look has that look too. */
function styleBetween(line: Line | undefined, word: Line): Style {
  const [before, after] = [line?.at(-1)?.style, word[0]?.style];
  return before !== undefined && before === after ? before : "plain";
}
