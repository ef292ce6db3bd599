import { identifier } from "./identifier.ts";
import { identifierTerm } from "./query.ts";
import type { Searcher } from "./searcher.ts";
import { hasTerm } from "./segment.ts";
import type { Unit } from "./unit.ts";

/**
 * Whether a unit has a code that this article lists and no other has in any notation. Not counted are those that all
 * programs return alike (no access, not enough memory): in a small knowledge base one article has them by chance.
 */
export function listsLoneCode(
  { signals }: Unit,
  { segment }: Searcher,
  doc: number,
  searchers: readonly Searcher[],
): boolean {
  return signals.some((signal) => {
    if (signal.kind !== "code" || !OWN.test(signal.code)) return false;
    const listed = identifierTerm(segment, identifier.code(signal.code));
    return listed !== 0 && hasTerm(segment, listed, doc) && articlesWith(signal.code, searchers) === 1;
  });
}

/** A failure, but of none of the facilities that Windows itself and its interfaces share. */
const OWN = /^(?:80(?!0[0-37]|040154)|C0(?!0)|C[18]|FFFF(?!FFF))/;

function articlesWith(code: string, searchers: readonly Searcher[]): number {
  return searchers.reduce((sum, { segment, hidden }) => {
    const term = identifierTerm(segment, identifier.mention(code));
    if (term === 0) return sum;
    const { docs, starts } = segment.postings;
    return sum + docs.subarray(starts[term], starts[term + 1]).filter((doc) => !hidden.includes(doc)).length;
  }, 0);
}
