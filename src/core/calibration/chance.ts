/** A source of chance that says the same again for the same seed. */
export type Chance = {
  /** A number from 0 up to, not including, 1. */
  readonly share: () => number;
  /** A whole number from 0 up to, not including, `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(from: readonly T[]) => T;
  readonly happens: (share: number) => boolean;
};

/** Mulberry32: 32 bits of state, more than good enough to make test queries from. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const share = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(share() * limit);
  return { share, below, pick: (from) => from[below(from.length)]!, happens: (chance) => share() < chance };
}
