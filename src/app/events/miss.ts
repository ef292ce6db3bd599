import type { Verdict } from "../../core/matching/verdict.ts";
import type { Via } from "../../core/signals/signal.ts";
import type { Scene } from "./scene.ts";

/** An error without an article: somebody may want to write one. */
export async function noteMiss({ tx, tenant, place, now }: Scene, text: string, via: Via): Promise<void> {
  await tx.misses(tenant).add({ channel: place.channel, via, text: text.slice(0, LONGEST), at: now });
}

/** In passing only what was recognised as an error is a miss; the rest is talk. */
export async function noteMissInPassing(scene: Scene, text: string, via: Via, verdict: Verdict): Promise<void> {
  if (verdict.kind === "silent" && MISSES.has(verdict.why.kind)) await noteMiss(scene, text, via);
}

/** An event that only another program's article knows is one as well. */
const MISSES = new Set(["unknown-error", "wrong-source"]);

/** Enough to see what it was about (UTF-16 units). */
const LONGEST = 4_000;
