import type { BotParts } from "../../../src/app/parts.ts";
import type { Store } from "../../../src/app/store.ts";
import type { OnCallPlan } from "../../../src/core/escalation/policy.ts";
import type { Shelf } from "../a-store.ts";
import { aPlan, type FakePager, fakePager } from "../on-call.ts";
import { aStage, type Stage } from "./a-bot.ts";
import { type FakePlatform, fakePlatform } from "./fake-platform.ts";
import { seeded } from "./seed.ts";
import type { Visible } from "./visible.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";

/** A bot in a company with people on call. */
export type Watch = Stage & {
  readonly pager: FakePager;
  readonly store: Store;
  /** The one standing message whose first line has these words; fails where there is none, or several. */
  readonly sees: (words: string, channel?: string) => Visible;
  /** The texts of all standing messages there, oldest first. */
  readonly texts: (channel: string) => readonly string[];
  /** Stops the bot, with whatever is under way, closes the store, and starts another bot on what it holds. */
  readonly restarted: () => Promise<Watch>;
};

type Facts = {
  readonly plan?: OnCallPlan;
  readonly shelf: () => Promise<Shelf>;
  readonly parts?: Partial<BotParts>;
};

export async function aWatch({ plan = aPlan(), shelf, parts = {} }: Facts): Promise<Watch> {
  const clock = virtualClock();
  const opened = await shelf();
  return onWatch({
    opened,
    clock,
    fake: fakePlatform(),
    pager: fakePager(),
    parts: { oncall: () => plan, random: seeded(), ...parts },
  });
}

type Company = {
  readonly opened: Shelf;
  readonly clock: VirtualClock;
  readonly fake: FakePlatform;
  readonly pager: FakePager;
  readonly parts: Partial<BotParts>;
};

async function onWatch(company: Company): Promise<Watch> {
  const { opened, clock, fake, pager, parts } = company;
  const store = await opened.open(clock);
  const stage = await aStage({ pagerNamed: pager.pagerNamed, ...parts, store, clock, fake, others: pager.calls });
  const standing = (channel: string | undefined) =>
    [...fake.wall.messages.values()].filter(
      (one) => one.key !== undefined && !one.isRemoved && (channel === undefined || one.channel === channel),
    );
  return {
    ...stage,
    store,
    pager,
    texts: (channel) => standing(channel).map(({ sight }) => sight.text),
    sees: (words, channel) => {
      const headings = Map.groupBy(standing(channel), ({ sight }) => sight.text.split("\n")[0] ?? "");
      const found =
        headings.get(words) ?? [...headings].flatMap(([heading, all]) => (heading.includes(words) ? all : []));
      const [one] = found;
      if (one !== undefined && found.length === 1) return one;
      const all = standing(channel).map((message) => `${message.channel}/${message.thread}: ${message.sight.text}`);
      throw new Error(`Expected one message with "${words}", but ${found.length} are there:\n${all.join("\n---\n")}`);
    },
    restarted: async () => {
      await stage.bot.stop();
      await store.close();
      return onWatch(company);
    },
  };
}
