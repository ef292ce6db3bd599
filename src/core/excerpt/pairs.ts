import { isEverydayAnywhere } from "../matching/background.ts";
import { PARAGRAPH_KINDS } from "../matching/segment.ts";
import { wordsOf } from "../matching/words.ts";
import { type Outline, PARAGRAPH_PLACE } from "./outline.ts";

/** Two everyday words side by side: messages are often made of nothing else, and each alone stands everywhere. */
export type Pair = readonly [string, string];

const LAST_MESSAGE = PARAGRAPH_PLACE + PARAGRAPH_KINDS.indexOf("message");

/** The pairs in the titles and messages of an article. Which words are everyday ones does not depend on other articles. */
export function pairsInOutline({ words, stream }: Outline): readonly Pair[] {
  const pairs: Pair[] = [];
  let before: string | undefined;
  let isWanted = true;
  for (const place of stream) {
    if (place >= PARAGRAPH_PLACE) isWanted = place <= LAST_MESSAGE;
    const word = place < PARAGRAPH_PLACE && isWanted ? everyday(words[place]!) : undefined;
    if (before !== undefined && word !== undefined) pairs.push([before, word]);
    before = word;
  }
  return pairs;
}

/** The pairs in what somebody said. */
export function pairsInText(text: string): readonly Pair[] {
  const words = wordsOf(text).map(everyday);
  return words.slice(1).flatMap((word, place): Pair[] => {
    const before = words[place];
    return before === undefined || word === undefined ? [] : [[before, word]];
  });
}

function everyday(word: string): string | undefined {
  return isEverydayAnywhere(word) ? word : undefined;
}
