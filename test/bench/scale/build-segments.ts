import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { SegmentOrder } from "./segment-process.ts";

/** Builds segments in two processes side by side; false when one of them failed or the time was up. */
export async function buildSegments(
  articles: string,
  orders: readonly SegmentOrder[],
  deadline: number,
): Promise<boolean> {
  const lanes = [0, 1].map((lane) => orders.filter((_, place) => place % 2 === lane));
  const busy = lanes.filter((lane) => lane.length > 0);
  const built = await Promise.all(busy.map((lane) => buildLane(articles, lane, deadline)));
  return built.every(Boolean);
}

const MAIN = fileURLToPath(new URL("../main.ts", import.meta.url));

async function buildLane(articles: string, orders: readonly SegmentOrder[], deadline: number): Promise<boolean> {
  const left = Math.round(deadline - performance.now());
  if (left <= 0) return false;
  const child = spawn(
    process.execPath,
    ["--max-old-space-size=8000", MAIN, "segment-process", articles, JSON.stringify(orders)],
    {
      stdio: ["ignore", "inherit", "inherit"],
      timeout: left,
      killSignal: "SIGKILL",
    },
  );
  const [code] = await once(child, "exit");
  return code === 0;
}
