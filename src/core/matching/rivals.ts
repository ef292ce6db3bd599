import { isBare } from "./bare.ts";
import { AT } from "./features.ts";
import { Hit } from "./searcher.ts";
import { type ErrorGroup, type GroupCandidate, LEAST_CONFIDENCE } from "./group.ts";

/** Candidates that a question offers at most. */
const MOST_RIVALS = 5;

/** The articles that nothing that was said tells apart from the best one, itself included. */
export function rivalsOf({ candidates }: ErrorGroup): readonly GroupCandidate[] {
  const [best, ...others] = candidates;
  if (best === undefined) return [];
  if (best.settled) return [best];
  return [best, ...others.filter((other) => fitsEqually(best, other))].slice(0, MOST_RIVALS);
}

function fitsEqually(best: GroupCandidate, other: GroupCandidate): boolean {
  const telling = best.hits.filter(({ ranked }) => ranked.confidence >= LEAST_CONFIDENCE);
  return telling.length > 0 && telling.every((hit) => isMatched(hit, other));
}

/** Wordings that differ by less than this say the same. */
const SAME_WORDING = 0.12;

/** Whether another article was hit by the same identifiers of this unit, and fits its wording as well. A faint hit beside a wording is none. */
function isMatched({ unit, ranked }: GroupCandidate["hits"][number], other: GroupCandidate): boolean {
  const same = other.hits.find((hit) => hit.unit === unit)?.ranked;
  const { hits } = ranked.candidate;
  if (same === undefined || hits === 0 || same.candidate.hits !== hits) return false;
  if (isBare(unit)) return true;
  return (hits & ~Hit.faint) !== 0 && wording(ranked.vector) - wording(same.vector) < SAME_WORDING;
}

function wording(vector: Float64Array): number {
  return Math.max(vector[AT.paragraphBoth]!, vector[AT.titleBoth]!, vector[AT.chainSquared]!);
}
