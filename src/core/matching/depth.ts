/**
 * How closely one unit is looked up: its unknown words that are guessed, the articles aligned with it, and those of them
 * looked at letter by letter and kept.
 */
export type Depth = { readonly guessed: number; readonly candidates: number; readonly ranked: number };

/** A text full of unknown words is not about our articles, and articles further down explain nothing. */
export const FULL_DEPTH: Depth = { guessed: 24, candidates: 60, ranked: 16 };

/** Units that are looked up in full depth; more share what these may cost. */
const FULL_UNITS = 3;

/** For each of so many units of one inquiry. */
export function depthFor(units: number): Depth {
  const share = Math.min(1, FULL_UNITS / Math.max(1, units));
  return {
    guessed: Math.ceil(FULL_DEPTH.guessed * share),
    candidates: Math.ceil(FULL_DEPTH.candidates * share),
    ranked: Math.ceil(FULL_DEPTH.ranked * share),
  };
}
