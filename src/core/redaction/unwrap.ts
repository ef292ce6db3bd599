/** A text whose lines were joined where a word may have been torn, and the way back to the original. */
type Unwrapped = {
  readonly text: string;
  /** Where a character of the joined text stands in the original. */
  readonly original: (at: number) => number;
  /** Whether lines were joined within the stretch. */
  readonly breaksIn: (start: number, end: number) => boolean;
};

/** A line break within a word, with what quoting or a terminal puts beside it. */
const BREAK = /(?<=[A-Za-z0-9+/_=.~-])(?:\\[ \t]?)?\r?\n[ \t>|]{0,16}(?=[A-Za-z0-9+/_=.~-])/g;

/** Joins lines that may have been one word. */
export function unwrapped(text: string): Unwrapped {
  const pieces: string[] = [];
  const joints: { readonly at: number; readonly shift: number }[] = [];
  let from = 0;
  for (const { index, 0: gap } of text.matchAll(BREAK)) {
    if (!endsInToken(text.slice(Math.max(0, index - 12), index))) continue;
    pieces.push(text.slice(from, index));
    from = index + gap.length;
    joints.push({ at: index - (joints.at(-1)?.shift ?? 0), shift: (joints.at(-1)?.shift ?? 0) + gap.length });
  }
  pieces.push(text.slice(from));
  return {
    text: pieces.join(""),
    original: (at) => at + (lastAtMost(joints, at)?.shift ?? 0),
    breaksIn: (start, end) => (lastAtMost(joints, end - 1)?.at ?? -1) > start,
  };
}

/** No word of a language: it would hide where the token on the next line begins. */
function endsInToken(before: string): boolean {
  const word = /[A-Za-z0-9+/_=.~-]{5,}$/.exec(before)?.[0] ?? "";
  return /\d|[a-z][A-Z]|[A-Z]{2}/.test(word);
}

function lastAtMost<T extends { readonly at: number }>(joints: readonly T[], at: number): T | undefined {
  let [low, high] = [0, joints.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((joints[middle]?.at ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return joints[low - 1];
}
