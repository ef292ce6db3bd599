import type { Patience } from "./chat.ts";

type Facts = Pick<Patience, "settled" | "until"> & {
  /** How much the bot has heard so far. */
  readonly heard: () => number;
};

/** Whatever somebody does, the bot hears of it: so that is what is waited for, and not some time. */
export function patience({ heard, settled, until }: Facts): Patience {
  return {
    settled,
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
