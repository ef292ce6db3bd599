/**
 * The words of the keyword fields that help to find an article. Left out: the archive's technology codes
 * (`kbWinNT400search`) and product groups (`prodnt`), words of two letters and fewer, versions, and words everyone uses.
 */
export function readTags(fields: readonly string[]): readonly string[] {
  const words = fields
    .flatMap((field) => field.split(/[\s,;]+/))
    .map((word) => word.replace(/^["'([]+|["')\].:]+$/g, ""));
  return [...new Set(words.map((word) => word.toLowerCase()).filter(isTelling))];
}

function isTelling(word: string): boolean {
  return word.length > 2 && word.length <= LONGEST_TAG && !NOISE.test(word) && !COMMON.has(word);
}

const LONGEST_TAG = 40;

const NOISE = /^(?:kb[a-z0-9_]*|prod(?!uct)[a-z0-9]*|\d\.\d+[a-z]?|[\W_]+)$/;

const COMMON: ReadonlySet<string> = new Set(
  "the and for with not can from you your that this are was has have but all any use when into out via may non".split(
    " ",
  ),
);
