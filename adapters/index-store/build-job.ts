import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Problem } from "../../src/core/kb/problem.ts";
import { type BytesSource, bytesInMemory, openBytes } from "./bytes-source.ts";
import type { BuildNews, BuildOrder } from "./protocol.ts";

type Built = { readonly source: BytesSource; readonly problems: readonly Problem[] };

/** A build under way in a worker of its own. */
export type BuildJob = { readonly done: Promise<Built>; readonly stop: () => Promise<unknown> };

/** Begins to index files beside everything else. `done` rejects when the worker breaks down or is stopped. */
export function startBuild(order: BuildOrder, onProgress: (done: number) => void): BuildJob {
  const worker = new Worker(workerFile(), { workerData: order, resourceLimits: { maxYoungGenerationSizeMb: 32 } });
  const done = new Promise<Built>((resolve, reject) => {
    worker.on("message", (news: BuildNews) => {
      if (news.kind === "progress") onProgress(news.done);
      else resolve(built(order, news));
    });
    worker.on("error", (error) => reject(brokenDown(order, error instanceof Error ? error.message : String(error))));
    worker.on("exit", () => reject(brokenDown(order, "it ended early")));
  });
  return { done, stop: () => worker.terminate() };
}

function built({ path }: BuildOrder, { image, problems }: Extract<BuildNews, { kind: "built" }>): Built {
  const source = image === undefined ? openBytes(path ?? "") : bytesInMemory(image);
  return { source: source ?? bytesInMemory(new ArrayBuffer(0)), problems };
}

function brokenDown({ root }: BuildOrder, why: string): Error {
  return new Error(`Cannot index ${root}: the worker broke down (${why}). The old index answers on; start again.`);
}

/** Beside this file, and in the same language: TypeScript from the sources, JavaScript from a build. */
function workerFile(): URL {
  return new URL(`./worker${extname(new URL(import.meta.url).pathname)}`, import.meta.url);
}
