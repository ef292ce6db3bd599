/** East Asian wide and full-width characters: {@link https://www.unicode.org/reports/tr11/} */
const WIDE =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{18D08}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]/u;

/** Pictures; terminals disagree on some of them, and two columns is the safe guess. */
const PICTURE = /^(?!\p{ASCII})[\p{Extended_Pictographic}\p{Regional_Indicator}]/u;

/** Marks over and under letters, joiners and selectors: they take no column of their own. */
const JOINED = /^[\p{M}\u200C\u200D]/u;

const PRINTABLE_ASCII = /^[ -~]*$/;

/** How many columns the text takes. Where terminals differ, the larger number, so that nothing sticks out. */
export function widthOf(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  return Array.from(text, columnsOf).reduce((sum, columns) => sum + columns, 0);
}

/** The longest beginning that fits into so many columns, at least one character, and the rest. */
export function splitAt(text: string, columns: number): readonly [string, string] {
  let used = 0;
  let end = 0;
  for (const letter of text) {
    used += columnsOf(letter);
    if (used > columns && end > 0) break;
    end += letter.length;
  }
  return [text.slice(0, end), text.slice(end)];
}

function columnsOf(letter: string): number {
  if (JOINED.test(letter)) return 0;
  return WIDE.test(letter) || PICTURE.test(letter) ? 2 : 1;
}
