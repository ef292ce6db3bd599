/** How closely one unit is looked up: the articles aligned with it, and those of them looked at letter by letter and kept. */
export type Depth = { readonly candidates: number; readonly ranked: number };

/** Those further down explain nothing. */
export const FULL_DEPTH: Depth = { candidates: 60, ranked: 16 };

/** Units that are looked up in full depth; more share what these may cost. */
const FULL_UNITS = 4;

/** For each of so many units of one inquiry. */
export function depthFor(units: number): Depth {
  const share = Math.min(1, FULL_UNITS / Math.max(1, units));
  return {
    candidates: Math.ceil(FULL_DEPTH.candidates * share),
    ranked: Math.ceil(FULL_DEPTH.ranked * share),
  };
}
