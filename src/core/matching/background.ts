import { EVERYDAY_TALK, SUPPORT_WORDS } from "./background-words.ts";

/**
 * How common words are in general. Four articles cannot tell that "service" says little and "defragment" much; so a
 * knowledge base is counted as if it came with this many other articles of the same kind.
 */
const BACKGROUND_ARTICLES = 3_000;

/** The share assumed for a word that is on no list. */
const RARE_SHARE = 1 / 30_000;

/** People say these around an error; they are as common in a channel as "the" is in an article. */
const TALK_SHARE = 0.2;

/** What one bucket of the list stands for: the first holds the words of all articles, each next one of √½ as many. */
const BUCKET_RATIO = Math.SQRT1_2;

const shares = readShares();

/** The inverse document frequency (natural logarithm) of a word that `found` of `articles` articles have. */
export function inverseFrequency(word: string, found: number, articles: number): number {
  const share = shares.get(word) ?? unlistedShare(word);
  const all = articles + BACKGROUND_ARTICLES;
  const those = found + share * BACKGROUND_ARTICLES;
  return Math.log(1 + Math.max(0, all - those + 0.5) / (those + 0.5));
}

/** Whether a word is as common as those that are told apart by their neighbours, in any knowledge base. */
export function isEverydayAnywhere(word: string): boolean {
  return (shares.get(word) ?? unlistedShare(word)) >= EVERYDAY_SHARE;
}

/** A word in fewer articles than this share finds its article without help. */
export const EVERYDAY_SHARE = 0.004;

/** Single letters and small numbers stand in every list and every dump. */
function unlistedShare(word: string): number {
  if (word.length === 1) return 0.3;
  return /^\d\d$/.test(word) ? 0.1 : RARE_SHARE;
}

function readShares(): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const word of EVERYDAY_TALK.split(" ")) found.set(word, TALK_SHARE);
  SUPPORT_WORDS.forEach((bucket, place) => {
    for (const word of bucket.split(" ")) found.set(word, BUCKET_RATIO ** (place + 0.5));
  });
  return found;
}
