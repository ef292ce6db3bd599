/** Collects what is asked for at the same time and does it in one go: one commit for a burst of deliveries. */
export function batches<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
): (item: Item) => Promise<Result> {
  let waiting: Waiter<Item, Result>[] = [];
  let isRunning = false;
  const drain = async () => {
    isRunning = true;
    while (waiting.length > 0) {
      const now = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      await settle(run, now);
    }
    isRunning = false;
  };
  return (item) =>
    new Promise<Result>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!isRunning) queueMicrotask(() => isRunning || void drain());
    });
}

/** Keeps a statement well below SQLite's 32,766 parameters. */
const MOST_AT_ONCE = 100;

type Waiter<Item, Result> = {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
};

async function settle<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  waiters: readonly Waiter<Item, Result>[],
): Promise<void> {
  try {
    const results = await run(waiters.map(({ item }) => item));
    for (const [index, result] of results.entries()) waiters[index]?.resolve(result);
  } catch (error) {
    for (const { reject } of waiters) reject(error);
  }
}
