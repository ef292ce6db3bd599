import { type LabelledQuery, median, type Outcome, percentile } from "../metrics.ts";
import type { Memory } from "./messages.ts";
import { ask, type Deadline, left, type Patience, type Session } from "./session.ts";

/** What came of all queries in an open session. */
export type Measurement = {
  readonly outcomes: readonly Outcome[];
  /** After all queries. */
  readonly memory: Memory | undefined;
  readonly latency: Latency | undefined;
};

/**
 * Milliseconds. The percentiles are of the queries, each with the median of its times over all passes: on a machine that
 * others use too, a single time says more about them than about the query. `longest` is the longest single time.
 */
export type Latency = {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  readonly longest: number;
  readonly passes: number;
};

export async function measure(
  session: Session,
  queries: readonly LabelledQuery[],
  patience: Patience,
  deadline: Deadline,
): Promise<Measurement> {
  const order = interleaved(queries);
  await warmUp(session, order, patience);
  const outcomes = await firstPass(session, order, patience, deadline);
  const weighed = await session.worker.ask({ kind: "weigh" }, "weighed", WEIGHING);
  return { outcomes, memory: weighed?.memory, latency: await latencyOf(session, outcomes, patience, deadline) };
}

/** In steps of the golden ratio, so that an engine whose time runs out was asked some of every class. */
function interleaved<T>(values: readonly T[]): readonly T[] {
  let step = Math.max(1, Math.round(values.length * 0.618));
  while (greatestDivisor(step, values.length) > 1) step++;
  return values.map((_, place) => values[(place * step) % values.length]!);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

/** Milliseconds; allowed even when the time of the engine is up. */
const WEIGHING = 10_000;

const WARM_UP = { queries: 300, milliseconds: 3_000 } as const;

async function warmUp(session: Session, queries: readonly LabelledQuery[], patience: Patience): Promise<void> {
  const end = performance.now() + WARM_UP.milliseconds;
  for (const query of queries.slice(0, WARM_UP.queries)) {
    if (performance.now() > end) return;
    await ask(session, query, patience, end + patience.query + session.opening);
  }
}

async function firstPass(
  session: Session,
  queries: readonly LabelledQuery[],
  patience: Patience,
  deadline: Deadline,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const outcome = left(deadline) === 0 ? undefined : await ask(session, query, patience, deadline);
    if (outcome === undefined) break;
    outcomes.push(outcome);
  }
  return outcomes;
}

/** Passes over all queries go on for this long, and no more often than this. */
const REPEAT = { milliseconds: 20_000, passes: 5 } as const;

async function latencyOf(
  session: Session,
  outcomes: readonly Outcome[],
  patience: Patience,
  deadline: Deadline,
): Promise<Latency | undefined> {
  if (outcomes.length === 0) return undefined;
  const passes = [outcomes.map(({ reply }) => reply.milliseconds)];
  const once = passes[0]!.reduce((sum, time) => sum + time, 0);
  const more = Math.min(REPEAT.passes - 1, Math.floor(Math.min(REPEAT.milliseconds, left(deadline)) / once));
  for (let pass = 0; pass < more; pass++) {
    const again = await firstPass(
      session,
      outcomes.map(({ query }) => query),
      patience,
      deadline,
    );
    passes.push(again.map(({ reply }) => reply.milliseconds));
  }
  return latencyFrom(passes.filter((times) => times.length === outcomes.length));
}

/** From the times of all queries in each pass. */
export function latencyFrom(passes: readonly (readonly number[])[]): Latency {
  const ofQueries = (passes[0] ?? []).map((_, query) => median(passes.map((times) => times[query]!)));
  const at = (share: number) => percentile(ofQueries, share);
  const longest = Math.max(...passes.map((times) => percentile(times, 1)));
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), longest, passes: passes.length };
}
