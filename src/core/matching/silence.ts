import { foldSource } from "../signals/source.ts";
import type { RankedUnit } from "./group.ts";
import type { Silence } from "./verdict.ts";

/** Matches above this were close enough to be worth a look. */
const WEAK_FROM = 0.15;

/** Why nothing is said. */
export function silenceFor(units: readonly RankedUnit[]): Silence {
  for (const unit of units) {
    const wrong = wrongSource(unit);
    if (wrong !== undefined) return wrong;
  }
  if (units.some(({ ranked }) => (ranked[0]?.confidence ?? 0) >= WEAK_FROM)) return { kind: "weak" };
  return units.some(({ unit }) => unit.kind !== "talk" || unit.signals.length > 0)
    ? { kind: "unknown-error" }
    : { kind: "no-error" };
}

/** The event is known, but another program logs it. */
function wrongSource({ unit, ranked }: RankedUnit): Silence | undefined {
  for (const signal of unit.signals) {
    if (signal.kind !== "event" || signal.source === undefined) continue;
    const sources = ranked.flatMap(({ card }) =>
      card.events.flatMap(({ id, source }) => (id === signal.id && source !== undefined ? [source] : [])),
    );
    const [known, ...others] = new Map(sources.map((source) => [foldSource(source), source])).values();
    if (
      known !== undefined &&
      ![known, ...others].some((source) => foldSource(source) === foldSource(signal.source!))
    ) {
      return { kind: "wrong-source", id: signal.id, said: signal.source, known: [known, ...others] };
    }
  }
  return undefined;
}
