/** Lets tests wait for something to be so, instead of for some time to pass. */
export type Waiting = {
  /** Something happened: everybody who waits looks again. */
  readonly changed: () => void;
  /** Resolves with what the probe finds; gives up after 5 real seconds and says what was waited for. */
  readonly until: <T>(probe: () => T | undefined | false, what: string) => Promise<T>;
  /** Resolves when nothing has happened for so many real milliseconds. Only a guess that the bot has finished. */
  readonly settled: (quietMs?: number) => Promise<void>;
  /** Counts work as under way until it is over. */
  readonly during: <T>(work: Promise<T>) => Promise<T>;
  /** Resolves when nothing is under way for a while: to see that nothing happens. What a fault holds back counts as under way. */
  readonly quiet: () => Promise<void>;
};

const PATIENCE_MS = 25_000;

/** What a probe asks may be the bot's, and then Discord does not notice when it changes. */
const GLANCE_MS = 10;

/** So often in a row nothing is under way where all is quiet. */
const CALM_GLANCES = 4;

/** `describe` adds to the message of a wait that was in vain. */
export function waiting(describe: () => string): Waiting {
  const listeners = new Set<() => void>();
  let [changes, open, calm] = [0, 0, 0];
  const until: Waiting["until"] = async (probe, what) =>
    await patiently(listeners, probe, () => `Waited in vain for ${what}. ${describe()}`);
  return {
    changed: () => {
      changes += 1;
      for (const listener of listeners) listener();
    },
    until,
    during: async (work) => {
      open += 1;
      return await work.finally(() => (open -= 1));
    },
    quiet: async () => {
      calm = 0;
      await until(() => (calm = open === 0 ? calm + 1 : 0) > CALM_GLANCES, "silence");
    },
    settled: async (quietMs = 40) => {
      for (let before = -1; before !== changes; ) {
        before = changes;
        await new Promise((resolve) => void setTimeout(resolve, quietMs));
      }
    },
  };
}

async function patiently<T>(
  listeners: Set<() => void>,
  probe: () => T | undefined | false,
  why: () => string,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const look = (): void => {
    try {
      const found = probe();
      if (found !== undefined && found !== false) resolve(found);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  };
  const timer = setTimeout(() => reject(new Error(why())), PATIENCE_MS);
  const again = setInterval(look, GLANCE_MS);
  listeners.add(look);
  look();
  return await promise.finally(() => {
    clearTimeout(timer);
    clearInterval(again);
    listeners.delete(look);
  });
}
