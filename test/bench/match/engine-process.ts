import { assertNever } from "../../../src/core/brand.ts";
import type { Opened } from "../engines/engine.ts";
import { ENGINES } from "../engines/index.ts";
import { readArticlesFile } from "./articles-file.ts";
import type { Answer, Memory, Order } from "./messages.ts";

/** The life of an engine's own process: it follows orders until it is told to go, or killed. */
export function serveEngine(): void {
  const bare = memoryNow();
  const follow = followWith(bare);
  process.on("message", (order: Order) => {
    void follow(order)
      .catch(failure)
      .then((answer) => process.send?.(answer));
  });
}

function failure(error: unknown): Answer {
  return { kind: "failed", stack: error instanceof Error ? (error.stack ?? error.message) : String(error) };
}

function followWith(bare: Memory): (order: Order) => Promise<Answer> {
  let opened: Opened | undefined;
  return async (order) => {
    switch (order.kind) {
      case "build":
        return build(order);
      case "open": {
        const chosen = await ENGINES[order.engine]();
        const code = difference(memoryNow(), bare);
        const start = performance.now();
        opened = await chosen.open(order.folder);
        return { kind: "opened", milliseconds: performance.now() - start, code };
      }
      case "search":
        return await search(opened!, order);
      case "weigh":
        return { kind: "weighed", memory: difference(memoryNow(), bare) };
      default:
        return assertNever(order);
    }
  };
}

async function build({ engine, articles, folder }: Extract<Order, { kind: "build" }>): Promise<Answer> {
  const chosen = await ENGINES[engine]();
  const read = readArticlesFile(articles);
  const start = performance.now();
  await chosen.build(read, folder);
  return {
    kind: "built",
    milliseconds: performance.now() - start,
    peak: process.resourceUsage().maxRSS * 1024,
  };
}

async function search(opened: Opened, { query }: Extract<Order, { kind: "search" }>): Promise<Answer> {
  const start = performance.now();
  const found = await opened.search(query);
  return { kind: "found", found, milliseconds: performance.now() - start };
}

/** Garbage is no memory that the engine needs. */
function memoryNow(): Memory {
  globalThis.gc?.();
  globalThis.gc?.();
  const { rss, arrayBuffers, heapUsed } = process.memoryUsage();
  return { resident: rss, arrayBuffers, heap: heapUsed };
}

function difference(now: Memory, before: Memory): Memory {
  return {
    resident: now.resident - before.resident,
    arrayBuffers: now.arrayBuffers - before.arrayBuffers,
    heap: now.heap - before.heap,
  };
}
