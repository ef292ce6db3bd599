import type { PartKind, Span } from "./signal.ts";
import { isTalk } from "./talk.ts";
import { isErrorLike } from "./tone.ts";

export type Piece = Span & { readonly kind: PartKind | undefined };

/** Takes the messages out of a line of talk: what stands in quotes or back-ticks, or behind "it says:". */
export function splitTalk(text: string, span: Span): readonly Piece[] {
  const written = text.slice(span.start, span.end);
  const quoted = quotationsIn(written).filter((quotation) => isMessage(written, quotation));
  const pieces = quoted.length > 0 ? around(written, quoted) : introduced(written);
  return pieces.map(({ kind, start, end }) => ({ kind, start: start + span.start, end: end + span.start }));
}

/** What stands in quotes, the quotes excluded. */
function quotationsIn(written: string): readonly Span[] {
  if (!/["'`]/.test(written)) return [];
  const ticked = [...written.matchAll(TICKED)].map((match) => inner(match.index, match[0].length));
  const single = [...written.matchAll(SINGLE)].map((match) => inner(match.index, match[0].length));
  const kinds = [ticked, doubleQuoted(written), single].map((found) => found.slice(0, MAX_QUOTATIONS));
  return kinds.find((found) => found.some((one) => isMessage(written, one))) ?? [];
}

/** More quotations in one line are a table of something. */
const MAX_QUOTATIONS = 8;

const TICKED = /(?<=^|[\s([:,-])`[^`\n]{8,2000}`/g;
/** Single quotes are apostrophes too, so only long quotations count. */
const SINGLE = /(?<=^|[\s([:,-])'[^'\n]{24,600}'(?=$|[\s.,;:)\]?!])/g;

function inner(start: number, length: number): Span {
  return { start: start + 1, end: start + length - 1 };
}

/** Quotes may stand inside quotes: one that a word follows opens, one that follows a word closes. */
function doubleQuoted(written: string): readonly Span[] {
  const out: Span[] = [];
  let depth = 0;
  let start = 0;
  for (let at = written.indexOf('"'); at >= 0; at = written.indexOf('"', at + 1)) {
    const opens = at === 0 || /[\s([:,=>-]/.test(written[at - 1] ?? "");
    if (opens && depth === 0) start = at + 1;
    if (!opens && depth === 1) out.push({ start, end: at });
    depth = opens ? depth + 1 : Math.max(0, depth - 1);
  }
  return out;
}

/** Three words or more, beside other words: a file name in quotes is part of its message. */
function isMessage(written: string, quotation: Span): boolean {
  const words = written.slice(quotation.start, quotation.end).match(/\p{L}[\p{L}\p{N}']*/gu)?.length ?? 0;
  if (words < 3) return false;
  const before = written.slice(Math.max(0, quotation.start - NEARBY), Math.max(0, quotation.start - 1));
  const rest = before + written.slice(quotation.end + 1, quotation.end + NEARBY);
  if (!/[\p{L}\p{N}]/u.test(rest) || isTalk(rest)) return true;
  if (INTRODUCES.test(before) && !CODE.test(before)) return true;
  return words >= 6 && !isErrorLike(rest, "channel");
}

/** How far around a quotation its lead-in is looked for. */
const NEARBY = 300;

/** What people write right before a quotation. */
const INTRODUCES =
  /(?:say|said|show|read|message|error|warning|get|got|see|text|with|displays?|following)\w{0,3}:?\s{0,3}$/i;

/** What a program writes around a quotation of another one: `Os { code: 2, message:`. */
const CODE = /[{}]|::|=>|\w\(/;

/** The quoted pieces and what stands between them, without the quotes and the comma behind them. */
function around(written: string, quoted: readonly Span[]): readonly Piece[] {
  const out: Piece[] = [];
  let at = 0;
  for (const span of quoted) {
    out.push({ kind: "prose", start: at, end: span.start - 1 }, { ...span, kind: "message" });
    at = span.end + (/^["'`][.,;:]*/.exec(written.slice(span.end, span.end + 4))?.[0].length ?? 0);
  }
  out.push({ kind: "prose", start: at, end: written.length });
  return out.filter((piece) => piece.start < piece.end);
}

/** "the box says: Cannot open the file." Talk, a colon, then a capital and an error. */
function introduced(written: string): readonly Piece[] {
  for (const colon of written.slice(0, 400).matchAll(/[:>]\s{1,4}(?=["'[(]?[A-Z0-9])/g)) {
    const start = colon.index + colon[0].length;
    const rest = written.slice(start);
    if (isTalk(written.slice(0, colon.index)) && rest.includes(" ") && isErrorLike(rest, "channel") && !isTalk(rest)) {
      return [
        { kind: "prose", start: 0, end: colon.index + 1 },
        { kind: "message", start, end: written.length },
      ];
    }
  }
  return [{ kind: undefined, start: 0, end: written.length }];
}
