import { availableParallelism } from "node:os";
import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { type Item, SourceError } from "./item.ts";
import type { Fate, FromWorker, Order, ReadResult, ToWorker, WorkerSetup } from "./protocol.ts";

/** Workers that read, format and write documents in batches. */
export type Pool = {
  /** Hands over a batch once a worker has room for it; the result arrives through `onDone`. */
  readonly submit: (items: readonly Item[]) => Promise<void>;
  /** Waits until every batch is done, and stops the workers. Rejects when a worker broke down. */
  readonly close: () => Promise<void>;
};

/** Decides about what was read, and hears what became of it. Both are called on the main thread, one at a time. */
export type Foreman = {
  readonly decide: (results: readonly ReadResult[]) => readonly Order[];
  readonly finish: (results: readonly ReadResult[], fates: readonly Fate[]) => void;
};

export function openPool(setup: WorkerSetup, foreman: Foreman): Pool {
  const hands = Array.from({ length: Math.min(availableParallelism(), MOST_WORKERS) }, () => startHand(setup, foreman));
  const running = new Set<Promise<void>>();
  const turns = openTurns();
  let next = 0;
  return {
    submit: async (items) => {
      while (running.size >= hands.length * BATCHES_AHEAD) await Promise.race(running);
      const hand = hands[next++ % hands.length];
      if (hand === undefined) return;
      const job = hand.run(items, turns.take()).finally(() => running.delete(job));
      job.catch(() => undefined);
      running.add(job);
    },
    close: async () => {
      const ends = await Promise.allSettled(running);
      await Promise.all(hands.map((hand) => hand.stop()));
      const failed = ends.find((end) => end.status === "rejected");
      if (failed !== undefined) throw failed.reason;
    },
  };
}

/** Does in order what becomes ready in any: of two documents with one id, the same one is first at every import. */
function openTurns(): { readonly take: () => Turn } {
  const ready = new Map<number, () => void>();
  let taken = 0;
  let next = 0;
  const go = () => {
    for (let act = ready.get(next); act !== undefined; act = ready.get(next)) {
      ready.delete(next);
      next += 1;
      act();
    }
  };
  return {
    take: () => {
      const turn = taken++;
      return (act) => {
        if (turn >= next) ready.set(turn, act);
        go();
      };
    },
  };
}

/** Says what to do when its turn has come. */
type Turn = (act: () => void) => void;

/** More workers than this wait for the disk. */
const MOST_WORKERS = 8;

/** One to work on and one to begin with at once. */
const BATCHES_AHEAD = 2;

function brokenDown(error: unknown): SourceError {
  const why = error instanceof Error ? error.message : String(error);
  return new SourceError(
    `Cannot import to the end: a worker broke down (${why}). Every article in the folder is whole; run the same command again, or import the sources one by one.`,
  );
}

/** A document has at most 1 MB, so a worker needs little; without a limit V8 lets garbage pile up. */
const WORKER_MEMORY = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 192 };

type Hand = {
  readonly run: (items: readonly Item[], turn: Turn) => Promise<void>;
  readonly stop: () => Promise<unknown>;
};

type Job = {
  readonly turn: Turn;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
  results: readonly ReadResult[];
};

function startHand(setup: WorkerSetup, foreman: Foreman): Hand {
  const worker = new Worker(workerFile(), { workerData: setup, resourceLimits: WORKER_MEMORY });
  const jobs = new Map<number, Job>();
  let batches = 0;
  const send = (message: ToWorker, moved: readonly ArrayBuffer[] = []) => worker.postMessage(message, [...moved]);
  worker.on("message", (message: FromWorker) => {
    const job = jobs.get(message.batch);
    if (job === undefined) return;
    if (message.kind === "read") {
      job.results = message.results;
      const { batch, results } = message;
      job.turn(() => send({ kind: "carry-out", batch, orders: foreman.decide(results) }));
    } else {
      jobs.delete(message.batch);
      foreman.finish(job.results, message.fates);
      job.resolve();
    }
  });
  worker.on("error", (error) => {
    for (const job of jobs.values()) {
      job.turn(() => undefined);
      job.reject(brokenDown(error));
    }
    jobs.clear();
  });
  return {
    run: (items, turn) =>
      new Promise((resolve, reject) => {
        const batch = (batches += 1);
        jobs.set(batch, { turn, resolve, reject, results: [] });
        send({ kind: "read", batch, items }, buffersOf(items));
      }),
    stop: () => worker.terminate(),
  };
}

/** Handed over rather than copied. */
function buffersOf(items: readonly Item[]): readonly ArrayBuffer[] {
  return items.flatMap((item) =>
    item.kind === "bytes" && item.bytes.buffer instanceof ArrayBuffer ? [item.bytes.buffer] : [],
  );
}

/** Beside this file, and in the same language: TypeScript from the sources, JavaScript from a build. */
function workerFile(): URL {
  return new URL(`./worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
}
