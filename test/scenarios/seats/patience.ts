import type { Patience } from "./chat.ts";

type Facts = Pick<Patience, "until"> & {
  /** Resolves once the bot has worked off what it heard. */
  readonly settled: () => Promise<void>;
  /** Resolves once the platform waits for nothing. */
  readonly platformQuiet: () => Promise<void>;
  /** How much the bot has heard so far. */
  readonly heard: () => number;
};

/** Whatever somebody does, the bot hears of it: so that is what is waited for, and not some time. */
export function patience({ heard, settled, platformQuiet, until }: Facts): Patience {
  return {
    quiet: async () => {
      await platformQuiet();
      await settled();
    },
    until,
    after: async (act) => {
      const before = heard();
      const done = await act();
      await until(() => heard() > before, "the bot to hear of it");
      await settled();
      return done;
    },
  };
}
