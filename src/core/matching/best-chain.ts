import { FULL_DEPTH } from "./depth.ts";

/** Matches of one article that are looked at; longer articles repeat themselves. */
export const MOST_MATCHES = 400;

/** Matches before one that a chain may continue from. */
const LOOK_BACK = 24;

const GAP_COST = 0.12;
const LONGEST_GAP = 12;

/**
 * The matches of all candidates of a query, those of one in the order of the article: the place there, the word of the
 * query, and its weight. They are kept because a chain costs more than finding its matches, and few need theirs.
 */
const ROOM = FULL_DEPTH.candidates * MOST_MATCHES;
const matchAt = new Uint16Array(ROOM);
const matchWord = new Uint16Array(ROOM);
const matchWeight = new Float64Array(ROOM);

/** Writes a match down: the word of the article at `at` is that of the query at `word`. */
export function setMatch(match: number, at: number, word: number, weight: number): void {
  matchAt[match] = at;
  matchWord[match] = word;
  matchWeight[match] = weight;
}

/** For each match the best chain that ends there, the best that ends there or before, and the longest unbroken run. */
const chainAt = new Float32Array(MOST_MATCHES);
const chainUpTo = new Float32Array(MOST_MATCHES);
const runAt = new Uint16Array(MOST_MATCHES);

/** The weight of the best ordered chain of the matches from `first` on, less a little for every gap, and the longest run. */
export function bestChain(first: number, matches: number): { readonly chain: number; readonly run: number } {
  let chain = 0;
  let longest = 0;
  for (let match = 0; match < matches; match++) {
    const reached = extendChain(first, match) + matchWeight[first + match]!;
    chainAt[match] = reached;
    chainUpTo[match] = match > 0 && chainUpTo[match - 1]! > chainAt[match]! ? chainUpTo[match - 1]! : reached;
    if (reached > chain) chain = reached;
    if (runAt[match]! > longest) longest = runAt[match]!;
  }
  return { chain, run: longest };
}

/** Sets the run, and gives the best chain that the match may continue; looks no further than a better one may lie. */
function extendChain(first: number, match: number): number {
  const at = matchAt[first + match]!;
  const word = matchWord[first + match]!;
  const last = match > LOOK_BACK ? match - LOOK_BACK : 0;
  let best = 0;
  let run = 1;
  for (let before = match - 1; before >= last; before--) {
    const gap = at - matchAt[first + before]!;
    if (gap > 1 && chainUpTo[before]! - gapCost(gap - 1) <= best) break;
    const skipped = word - matchWord[first + before]!;
    if (gap <= 0 || skipped <= 0) continue;
    const chained = chainAt[before]! - gapCost(gap + skipped - 2);
    if (chained > best) best = chained;
    if (gap + skipped === 2 && runAt[before]! >= run) run = runAt[before]! + 1;
  }
  runAt[match] = run;
  return best;
}

function gapCost(words: number): number {
  return GAP_COST * (words < LONGEST_GAP ? words : LONGEST_GAP);
}
