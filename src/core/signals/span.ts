import type { Span } from "./signal.ts";

/** The same text with these stretches blanked out, so that every offset stays what it was. */
export function blanked(text: string, spans: readonly Span[]): string {
  let at = 0;
  let out = "";
  for (const span of merged(spans)) {
    out += text.slice(at, span.start) + " ".repeat(span.end - span.start);
    at = span.end;
  }
  return out + text.slice(at);
}

/** In order, without overlaps. */
function merged(spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last === undefined || span.start > last.end) out.push(span);
    else if (span.end > last.end) out[out.length - 1] = { start: last.start, end: span.end };
  }
  return out;
}

/** What lies between the spans. */
export function gaps(length: number, spans: readonly Span[]): readonly Span[] {
  const out: Span[] = [];
  let at = 0;
  for (const span of merged(spans)) {
    if (span.start > at) out.push({ start: at, end: span.start });
    at = span.end;
  }
  if (at < length) out.push({ start: at, end: length });
  return out;
}

/** Of things that stand on the same characters the first is kept. `taken` are characters that nobody may have. */
export function withoutOverlaps<T extends { readonly span: Span }>(
  length: number,
  taken: readonly Span[],
  ranked: readonly T[],
): readonly T[] {
  const used = new Uint8Array(length);
  for (const span of taken) used.fill(1, span.start, span.end);
  return ranked.filter(({ span }) => {
    if (used.subarray(span.start, span.end).includes(1)) return false;
    used.fill(1, span.start, span.end);
    return true;
  });
}

/** The span without white space at its ends. */
export function trimmed(text: string, span: Span): Span {
  const start =
    span.start + (text.slice(span.start, span.end).length - text.slice(span.start, span.end).trimStart().length);
  return { start, end: Math.max(start, span.start + text.slice(span.start, span.end).trimEnd().length) };
}
