import type { Signal } from "../signals/signal.ts";
import type { Features } from "./features.ts";
import { type ErrorGroup, type GroupCandidate, LEAST_CONFIDENCE } from "./group.ts";
import type { Unit } from "./unit.ts";
import { wordsOf } from "./words.ts";

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

/** Whether another article was hit by the same identifiers of this unit, and fits its wording as well. */
function isMatched({ unit, ranked }: GroupCandidate["hits"][number], other: GroupCandidate): boolean {
  const same = other.hits.find((hit) => hit.unit === unit)?.ranked;
  const { hits } = ranked.candidate;
  if (same === undefined || hits === 0 || same.candidate.hits !== hits) return false;
  return isBare(unit) || wording(ranked.features) - wording(same.features) < SAME_WORDING;
}

function wording({ paragraphBoth, titleBoth, chain }: Features): number {
  return Math.max(paragraphBoth, titleBoth, chain * chain);
}

const LABELS = wordsOf("event id eventid source from error code stop hresult number the and");

/** Nothing was said but identifiers: that a title happens to repeat them tells nothing. */
function isBare(unit: Unit): boolean {
  const known = new Set([...LABELS, ...unit.signals.flatMap((signal) => wordsOf(writtenAs(signal)))]);
  return wordsOf(unit.text).every((word) => known.has(word));
}

function writtenAs(signal: Signal): string {
  switch (signal.kind) {
    case "event":
      return `${signal.id} ${signal.source ?? ""}`;
    case "code":
      return signal.written;
    case "bare-number":
      return String(signal.value);
    case "error-number":
      return `${signal.family} ${signal.number}`;
    case "name":
      return signal.name;
    case "position":
    case "build":
    case "article":
    case "file":
      return "";
  }
}
