import type { Span } from "./signal.ts";

/** A hex dump as event viewers show it, read back to the characters it stands for. */
export type HexDump = {
  readonly span: Span;
  /** One character a byte. The column of characters beside the bytes is not read: it shows dots where bytes are odd. */
  readonly characters: string;
};

/** The hex dumps of a text, rows joined. */
export function decodeHexDump(text: string): readonly HexDump[] {
  if (!ROW_HINT.test(text)) return [];
  const out: HexDump[] = [];
  for (const rows of grouped(text, [...text.matchAll(ROW)].map(rowOf))) {
    const width = widthOf(rows);
    const span = { start: rows[0]?.span.start ?? 0, end: rows.at(-1)?.span.end ?? 0 };
    out.push({ span, characters: rows.map((row) => decode(row.bytes.slice(0, width * 3))).join("") });
  }
  return out;
}

type Row = { readonly offset: number; readonly bytes: string; readonly span: Span };

/** `0008: 2e 30`: offset, colon, bytes. */
const ROW_HINT = /[0-9a-f]{4}:[ \t]{1,4}[0-9a-f]{2} [0-9a-f]{2}/i;
/** Two digits a byte, then the column of characters, up to the next row or the end of the line. */
const ROW =
  /(?<![0-9A-Za-z])(?:0x)?([0-9a-f]{4,8}):[ \t]{1,4}((?:[0-9a-f]{2} ){0,15}[0-9a-f]{2})(?![0-9A-Za-z:])(?:[^\n]{0,56}?(?=\n|$|<\/|[ \t](?:0x)?[0-9a-f]{4,8}:[ \t]))?/gi;

function rowOf(match: RegExpExecArray): Row {
  const span = { start: match.index, end: match.index + match[0].length };
  return { offset: Number.parseInt(match[1] ?? "", 16), bytes: match[2] ?? "", span };
}

/** Rows with nothing but white space between them belong to one dump. */
function grouped(text: string, rows: readonly Row[]): readonly (readonly Row[])[] {
  const out: Row[][] = [];
  for (const row of rows) {
    const group = out.at(-1);
    const last = group?.at(-1);
    if (group === undefined || last === undefined || text.slice(last.span.end, row.span.start).trim() !== "")
      out.push([row]);
    else group.push(row);
  }
  return out;
}

/** Bytes a row, told by the offsets: what follows the bytes may look like one more. */
function widthOf(rows: readonly Row[]): number {
  const step = (rows[1]?.offset ?? 0) - (rows[0]?.offset ?? 0);
  return step > 0 && step <= 16 ? step : 8;
}

function decode(bytes: string): string {
  return bytes
    .trim()
    .split(" ")
    .map((byte) => String.fromCharCode(Number.parseInt(byte, 16)))
    .join("");
}
