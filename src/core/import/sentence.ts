/** The first sentence of a text and what follows it. Abbreviations, versions and file names do not end a sentence. */
export function firstSentence(text: string): { readonly first: string; readonly rest: string } {
  for (const end of text.matchAll(/[.!?:][")]?(?=\s+["(]?[A-Z0-9])/g)) {
    const until = end.index + end[0].length;
    if (until >= SHORTEST && !ABBREVIATION.test(text.slice(0, until))) {
      return { first: text.slice(0, until), rest: text.slice(until).trim() };
    }
  }
  return { first: text, rest: "" };
}

const SHORTEST = 8;

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|no|inc|corp|mr|ms|dr|fig|approx|\d{1,2}|[A-Z])\.$/i;

/** A text of at most `most` characters, cut at a word. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), most / 2)).replace(/[\s,;:.-]+$/, "")}…`;
}
