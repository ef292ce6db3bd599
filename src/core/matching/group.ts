import type { Ranked } from "./rank.ts";
import type { Unit } from "./unit.ts";

/** One error of an inquiry: the units that speak of it, and the articles that may answer it, best first. */
export type ErrorGroup = { readonly units: readonly RankedUnit[]; readonly candidates: readonly GroupCandidate[] };

export type RankedUnit = { readonly unit: Unit; readonly ranked: readonly Ranked[] };

/** An article with what each unit of the group says about it. */
export type GroupCandidate = {
  readonly id: string;
  readonly confidence: number;
  readonly settled: boolean;
  readonly hits: readonly { readonly unit: Unit; readonly ranked: Ranked }[];
};

/** A unit belongs to an article's error when the article explains it at least this much as well as the best one does. */
const EXPLAINS_SHARE = 0.5;

/** Less than this is noise and explains nothing. */
export const LEAST_CONFIDENCE = 0.12;

/**
 * Sorts the units into errors: the article that explains most of what was pasted takes those units, then the next one
 * takes from the rest. Three records that one article lists are one error; two errors have two articles.
 */
export function groupErrors(units: readonly RankedUnit[]): readonly ErrorGroup[] {
  const groups: ErrorGroup[] = [];
  for (let left = units; left.length > 0; ) {
    const candidates = candidatesOf(left);
    const best = candidates[0];
    const mine = best === undefined ? left : left.filter((unit) => isExplained(unit, best.id));
    if (mine.length === 0) return isWanted(left, groups) ? [...groups, { units: left, candidates }] : groups;
    groups.push({ units: mine, candidates: mine.length === left.length ? candidates : candidatesOf(mine) });
    left = left.filter((unit) => !mine.includes(unit));
  }
  return groups;
}

/** What comes closest, however unlikely it is, is known to whoever asks outright, and where nothing else is known. */
function isWanted(left: readonly RankedUnit[], groups: readonly ErrorGroup[]): boolean {
  return groups.length === 0 || left.some(({ unit }) => unit.via === "command");
}

function candidatesOf(units: readonly RankedUnit[]): GroupCandidate[] {
  const found = new Map<string, { unit: Unit; ranked: Ranked }[]>();
  for (const { unit, ranked } of units) {
    for (const one of ranked) {
      const hits = found.get(one.card.id);
      if (hits === undefined) found.set(one.card.id, [{ unit, ranked: one }]);
      else hits.push({ unit, ranked: one });
    }
  }
  const candidates = [...found].map(([id, hits]) => ({
    id,
    confidence: together(hits.map(({ ranked }) => ranked.confidence)),
    settled: false,
    hits,
  }));
  return candidates.toSorted((a, b) => explained(b) - explained(a) || bestRank(b) - bestRank(a));
}

/** Reasons weaker than this do not add up: eight guesses are no knowledge. */
const ADDS_FROM = 0.3;

/** The chance that at least one of several independent reasons is right. */
function together(confidences: readonly number[]): number {
  const adding = confidences.filter((confidence) => confidence >= ADDS_FROM);
  return Math.max(0, ...confidences, 1 - adding.reduce((product, confidence) => product * (1 - confidence), 1));
}

/** How many errors an article explains, counted by how sure that is; noise adds nothing up. */
function explained({ hits }: GroupCandidate): number {
  const [only] = hits;
  if (hits.length === 1) return only!.ranked.confidence;
  return hits.reduce((sum, { ranked }) => sum + (ranked.confidence >= LEAST_CONFIDENCE ? ranked.confidence : 0), 0);
}

function bestRank({ hits }: GroupCandidate): number {
  return Math.max(...hits.map(({ ranked }) => ranked.rank));
}

function isExplained({ ranked }: RankedUnit, id: string): boolean {
  const best = Math.max(LEAST_CONFIDENCE, ...ranked.map((one) => one.confidence));
  return ranked.some((one) => one.card.id === id && one.confidence >= EXPLAINS_SHARE * best);
}
