import type { PatternSet } from "../patterns/pattern.ts";
import type { Unit } from "./unit.ts";

/**
 * The units with what the patterns of articles recognise in them: in what a program said, and in talk where we are asked
 * outright. There the last unit may repeat the others; what was recognised before is not recognised again.
 */
export function recognise(units: readonly Unit[], patterns: PatternSet | undefined): readonly Unit[] {
  if (patterns === undefined) return units;
  const hits = patterns(units.map((unit) => (isTried(unit) ? unit.text : "")));
  const seen = new Set<string>();
  return units.map((unit, place) => {
    const own = (hits[place] ?? []).filter(({ article }) => unit.kind !== "talk" || !seen.has(article));
    for (const { article } of own) seen.add(article);
    const found = own.map((hit) => ({ kind: "pattern" as const, ...hit }));
    return found.length === 0 ? unit : { ...unit, signals: [...unit.signals, ...found] };
  });
}

function isTried({ kind, via }: Unit): boolean {
  return kind !== "talk" || via === "command";
}
