import { type Bot, createBot } from "../../../src/app/bot.ts";
import type { Clock } from "../../../src/app/clock.ts";
import type { Intake, Platform } from "../../../src/app/platform.ts";
import type { BotParts } from "../../../src/app/parts.ts";
import type { Paging } from "../../../src/core/escalation/paging.ts";
import type { Store } from "../../../src/app/store.ts";
import { withoutSecrets } from "../../../src/app/without-secrets.ts";
import { safeReader } from "../../../src/compose/safe-reader.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { ownArticleMap, ownIndex } from "../../support/knowledge.ts";

export type World = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: () => number;
  readonly duty?: Duty;
};

/** Who is on call, and how they are paged. */
export type Duty = Pick<BotParts, "oncall" | "pagerNamed"> & { readonly pages?: () => readonly Paging[] };

/** Who is on call, given how the platform calls Ana, Ben and Cem. */
export type DutyOf = (ids: readonly string[]) => Duty;

/** The bot with its own articles, put together as it is when it serves. */
export async function aBotOn(platform: Platform, { store, clock, random, duty }: World): Promise<Bot> {
  const bot = createBot({
    store,
    platforms: [platform],
    clock,
    read: safeReader,
    decide: (inquiry) => decide(ownIndex, inquiry),
    articles: ownArticleMap,
    random,
    ...(duty?.oncall === undefined ? {} : { oncall: duty.oncall }),
    ...(duty?.pagerNamed === undefined ? {} : { pagerNamed: duty.pagerNamed }),
  });
  await bot.start();
  return bot;
}

/** Its way in, as it is when it serves; `heard` counts what came. */
export function countingIntake({ intake }: Bot, heard: { count: number }): Intake {
  return {
    ...intake,
    accept: async (delivery) => {
      const accepted = await intake.accept(withoutSecrets(delivery));
      heard.count++;
      return accepted;
    },
  };
}
