import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { CHANNEL } from "./announce.ts";
import { ignore } from "./pool.ts";

/** How long until a lost connection is tried again (milliseconds). Meanwhile everybody looks by themselves. */
const PAUSE = 1_000;

export type Listening = {
  readonly onWork: (wake: () => void) => () => void;
  readonly close: () => Promise<void>;
};

/** Hears what other replicas announce, on a connection of its own that is made anew whenever it is lost. */
export function listener(url: string): Listening {
  const ears = new Set<() => void>();
  const closing = new AbortController();
  const hear = () => ears.forEach((wake) => wake());
  const ended = keepListening(url, hear, closing.signal);
  return {
    onWork: (wake) => {
      ears.add(wake);
      return () => ears.delete(wake);
    },
    close: async () => {
      closing.abort();
      await ended;
    },
  };
}

async function keepListening(url: string, hear: () => void, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await listenOnce(url, hear, signal).catch(ignore);
    await wait(PAUSE, undefined, { signal }).catch(ignore);
  }
}

/** Resolves or rejects when the connection is over. Work may have come while we were deaf, so the first thing heard is silence itself. */
async function listenOnce(url: string, hear: () => void, signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
  const over = new Promise<void>((resolve) => {
    client.once("end", resolve);
    client.on("error", () => resolve());
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  client.on("notification", hear);
  try {
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    hear();
    await over;
  } finally {
    await client.end().catch(ignore);
  }
}
