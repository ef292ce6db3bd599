/** Texts longer than this are read at both ends only. UTF-8 bytes. */
export const CLIP = { whole: 20 * 1024, head: 16 * 1024, tail: 4 * 1024 } as const;

export type Clip = {
  readonly text: string;
  /** Lengths before and after, in UTF-16 units; undefined where nothing was left out. */
  readonly clipped: { readonly from: number; readonly to: number } | undefined;
};

/** Keeps the first 16 KB and the last 4 KB of a long text: errors begin at one end or finish at the other. */
export function clip(text: string): Clip {
  if (text.length * 3 <= CLIP.whole || prefixWithin(text, CLIP.whole) === text.length)
    return { text, clipped: undefined };
  const head = text.slice(0, prefixWithin(text, CLIP.head));
  const tail = text.slice(suffixWithin(text, CLIP.tail));
  const kept = `${head}\n${tail}`;
  return { text: kept, clipped: { from: text.length, to: kept.length } };
}

function prefixWithin(text: string, bytes: number): number {
  let end = 0;
  for (let used = 0; end < text.length; end += 1) {
    used += bytesOf(text.charCodeAt(end));
    if (used > bytes) break;
  }
  return splitsPair(text, end) ? end - 1 : end;
}

function suffixWithin(text: string, bytes: number): number {
  let start = text.length;
  for (let used = 0; start > 0; start -= 1) {
    used += bytesOf(text.charCodeAt(start - 1));
    if (used > bytes) break;
  }
  return splitsPair(text, start) ? start + 1 : start;
}

/** UTF-8 bytes of one UTF-16 unit; the two halves of a pair take two each. */
function bytesOf(unit: number): number {
  if (unit < 0x80) return 1;
  return unit < 0x800 || isSurrogate(unit) ? 2 : 3;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}
