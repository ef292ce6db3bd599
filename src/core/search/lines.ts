/** Many short texts in one string, each between line breaks: a piece of any of them is found in one pass. */
export type Lines = {
  readonly text: string;
  /** Where the line break before each line stands, and the last one. */
  readonly starts: Uint32Array;
};

export function layLines(lines: readonly string[]): Lines {
  const starts = new Uint32Array(lines.length + 1);
  lines.forEach((line, place) => (starts[place + 1] = starts[place]! + line.length + 1));
  return { text: `\n${lines.join("\n")}\n`, starts };
}

export function lineCount({ starts }: Lines): number {
  return starts.length - 1;
}

export function lineOf({ text, starts }: Lines, line: number): string {
  return text.slice(starts[line]! + 1, starts[line + 1]);
}

/** Lines that have this piece, at most so many; a line is counted once for each time it stands there. */
export function* linesWith(lines: Lines, piece: string, most = Infinity): Generator<{ line: number; at: number }> {
  let line = 0;
  let at = lines.text.indexOf(piece);
  for (let found = 0; at >= 0 && found < most; found++) {
    line = lineAt(lines, piece.startsWith("\n") ? at + 1 : at, line);
    yield { line, at };
    at = lines.text.indexOf(piece, at + piece.length);
  }
}

/** The number of the line that the letter at `at` belongs to; not before the line `low`. */
function lineAt({ starts }: Lines, at: number, from: number): number {
  let low = from;
  let high = starts.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! + 1 <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
