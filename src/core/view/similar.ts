import type { Match } from "../matching/verdict.ts";
import { rich, strong } from "./rich.ts";
import type { RichText } from "./view.ts";
import { whyBriefly } from "./why.ts";

/** How many near misses are shown. */
const MOST = 3;

/** A match below this is none, whatever it shares. */
const LEAST_CONFIDENCE = 0.1;

/** One word that tells something stands in many articles by chance. */
const LEAST_SHARED = 2;

/** A message that is so much alike is worth a look, however common its words, unless it is a word or two. */
const ALIKE = { from: 0.6, letters: 16 } as const;

/** Of the matches that are not sure enough, those worth a look: they share an identifier, a message, or words that tell something. */
export function similarOf(matches: readonly Match[]): readonly Match[] {
  return matches.filter((match) => match.confidence >= LEAST_CONFIDENCE && sharesSomething(match)).slice(0, MOST);
}

/** What it has in common with what was said. */
export function sharedText(match: Match): RichText {
  if (hasMark(match) || isAlike(match)) return whyBriefly(match)[0] ?? [];
  return rich("shares ", ...wordsOf(match).flatMap((word, at) => [at > 0 ? ", " : "", strong(word)]));
}

function sharesSomething(match: Match): boolean {
  return hasMark(match) || isAlike(match) || wordsOf(match).length >= LEAST_SHARED;
}

function hasMark({ evidence }: Match): boolean {
  return evidence.some(({ kind }) => kind !== "message" && kind !== "title" && kind !== "words");
}

function isAlike({ evidence }: Match): boolean {
  return evidence.some(
    (one) =>
      one.kind === "message" &&
      one.likeness >= ALIKE.from &&
      one.marks.reduce((sum, { start, end }) => sum + end - start, 0) >= ALIKE.letters,
  );
}

/** Cases that were kept by an earlier release have none. */
function wordsOf({ shares = [] }: Match): readonly string[] {
  return shares;
}
