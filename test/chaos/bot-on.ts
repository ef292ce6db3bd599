import { createBot } from "../../src/app/bot.ts";
import type { Clock } from "../../src/app/clock.ts";
import type { Platform } from "../../src/app/platform.ts";
import type { Store } from "../../src/app/store.ts";
import { decide } from "../../src/core/matching/decide.ts";
import { readSignals } from "../../src/core/signals/read.ts";
import { ownArticleMap, ownIndex } from "../support/knowledge.ts";
import { seeded } from "../support/platform/seed.ts";

/** A whole bot with our own articles, at work on one platform. */
export async function aBotOn(store: Store, platform: Platform, clock: Clock, seed: number) {
  const bot = createBot({
    store,
    platforms: [platform],
    clock,
    read: readSignals,
    decide: (inquiry) => decide(ownIndex, inquiry),
    articles: ownArticleMap,
    random: seeded(seed),
  });
  await bot.start();
  return bot;
}
