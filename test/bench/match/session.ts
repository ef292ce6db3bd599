import type { EngineName } from "../engines/index.ts";
import { type LabelledQuery, median, type Outcome } from "../metrics.ts";
import type { Memory } from "./messages.ts";
import { startWorker, type Worker } from "./worker.ts";

/** How long an engine may take; milliseconds. */
export type Patience = { readonly query: number; readonly engine: number };

/** The moment at which an engine's time is up, on the clock of `performance.now()`. */
export type Deadline = number;

/** A process with the index open; `worker` becomes another one when a query has to be killed. */
export type Session = {
  worker: Worker;
  readonly reopen: () => Promise<Opening | undefined>;
  /** Milliseconds. */
  readonly opening: number;
  /** Of the program alone, and with the index open. */
  readonly code: Memory;
  readonly memory: Memory;
};

type Opening = { readonly worker: Worker; readonly milliseconds: number; readonly code: Memory };

/** The index is opened this often, each time in a new process; the median counts, and the last one serves. */
const OPENINGS = 5;

/** Not repeated when it takes longer; milliseconds. */
const LONG_OPENING = 1_000;

/** Undefined when the time is up before the index is open. */
export async function openSession(
  engine: EngineName,
  folder: string,
  deadline: Deadline,
): Promise<Session | undefined> {
  const reopen = () => openWorker(engine, folder, deadline);
  const times: number[] = [];
  for (;;) {
    const next = await reopen();
    if (next === undefined) return undefined;
    times.push(next.milliseconds);
    if (times.length === OPENINGS || next.milliseconds > LONG_OPENING) {
      const weighed = await next.worker.ask({ kind: "weigh" }, "weighed", left(deadline));
      if (weighed === undefined) return undefined;
      return { worker: next.worker, reopen, opening: median(times), code: next.code, memory: weighed.memory };
    }
    next.worker.end();
  }
}

async function openWorker(engine: EngineName, folder: string, deadline: Deadline): Promise<Opening | undefined> {
  const worker = startWorker();
  const opened = await worker.ask({ kind: "open", engine, folder }, "opened", left(deadline));
  if (opened !== undefined) return { ...opened, worker };
  worker.end();
  return undefined;
}

export function left(deadline: Deadline): number {
  return Math.max(0, deadline - performance.now());
}

/**
 * Undefined when the time of the engine is up. A process that hangs is killed, but not before it has hung for as long
 * as it would take to open the index again.
 */
export async function ask(
  session: Session,
  query: LabelledQuery,
  patience: Patience,
  deadline: Deadline,
): Promise<Outcome | undefined> {
  const wait = Math.min(patience.query + session.opening, left(deadline));
  const answer = await session.worker.ask({ kind: "search", query }, "found", wait);
  if (answer === undefined) {
    const next = await session.reopen();
    if (next === undefined) return undefined;
    session.worker = next.worker;
  }
  if (answer === undefined || answer.milliseconds > patience.query)
    return { query, reply: { ...NOT_FINISHED, milliseconds: answer?.milliseconds ?? wait } };
  const { found, milliseconds } = answer;
  return { query, reply: { ...found, milliseconds, finished: true } };
}

const NOT_FINISHED = { articles: [], score: Number.NEGATIVE_INFINITY, words: 1, finished: false } as const;
