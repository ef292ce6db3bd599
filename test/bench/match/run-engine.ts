import { mkdirSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { EngineName } from "../engines/index.ts";
import type { LabelledQuery } from "../metrics.ts";
import { type Measurement, measure } from "./measure.ts";
import { type Deadline, left, openSession, type Patience, type Session } from "./session.ts";
import { startWorker } from "./worker.ts";

/** What was measured of one engine. What is undefined did not finish; a query that was not reached is in no outcome. */
export type EngineRun = {
  readonly engine: EngineName;
  readonly queries: number;
  readonly build: Build | undefined;
  readonly session: Omit<Session, "worker" | "reopen"> | undefined;
  readonly measured: Measurement;
};

/** Milliseconds and bytes. */
export type Build = { readonly milliseconds: number; readonly peak: number; readonly fileSize: number };

/** An engine, the articles as JSON lines, a folder for indexes, and what to ask. */
export type Setting = {
  readonly engine: EngineName;
  readonly articles: string;
  readonly folder: string;
  readonly queries: readonly LabelledQuery[];
  readonly patience: Patience;
};

/** Builds, opens and asks an engine, within its time. */
export async function runEngine({ engine, articles, folder: parent, queries, patience }: Setting): Promise<EngineRun> {
  const folder = join(parent, engine);
  mkdirSync(folder);
  const deadline = performance.now() + patience.engine;
  const build = await buildIndex(engine, articles, folder, deadline);
  const session = build === undefined ? undefined : await openSession(engine, folder, deadline);
  const begun = { engine, queries: queries.length, build, session };
  if (session === undefined) return { ...begun, measured: { outcomes: [], memory: undefined, latency: undefined } };
  try {
    return { ...begun, measured: await measure(session, queries, patience, deadline) };
  } finally {
    session.worker.end();
  }
}

/** Undefined when it was not built in time. */
export async function buildIndex(
  engine: EngineName,
  articles: string,
  folder: string,
  deadline: Deadline,
): Promise<Build | undefined> {
  const worker = startWorker();
  try {
    const built = await worker.ask({ kind: "build", engine, articles, folder }, "built", left(deadline));
    return built === undefined ? undefined : { ...built, fileSize: sizeOf(folder) };
  } finally {
    worker.end();
  }
}

function sizeOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
