/** Work that is done one after the other within a lane, and at the same time across lanes. */
export type Lanes = {
  /** Never rejects: what fails is told to `failed`. */
  readonly add: (lane: string, work: () => Promise<void>) => void;
  /** Resolves when nothing is left to do. */
  readonly idle: () => Promise<void>;
};

export function lanes(failed: (error: unknown) => void): Lanes {
  const ends = new Map<string, Promise<void>>();
  return {
    add: (lane, work) => {
      const end = (ends.get(lane) ?? Promise.resolve()).then(work).catch(failed);
      ends.set(lane, end);
      void end.then(() => ends.get(lane) === end && ends.delete(lane));
    },
    idle: async () => {
      while (ends.size > 0) await Promise.all(ends.values());
    },
  };
}
