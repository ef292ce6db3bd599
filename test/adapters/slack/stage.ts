import type { SlackPorts } from "../../../adapters/slack/index.ts";
import { type Bot, createBot } from "../../../src/app/bot.ts";
import { type HomeParts, homeOf } from "../../../src/app/home.ts";
import { firstStart } from "../../../src/app/first-start.ts";
import type { Latest, Written } from "../../../src/app/knowledge.ts";
import type { OnCallPlan } from "../../../src/core/escalation/policy.ts";
import type { Article } from "../../../src/core/kb/article.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import type { Instant } from "../../../src/core/resolution/responder.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import { type Engine, engines } from "../../support/a-store.ts";
import { ownArticleMap, ownIndex } from "../../support/knowledge.ts";
import { seeded } from "../../support/platform/seed.ts";
import type { FakeSlack, FakeSlackOptions, Message } from "../../support/slack/index.ts";
import { clockOf, connected, type Mode, privateTo } from "./driver.ts";

/** The whole bot on a fake Slack: the real adapter, the real store, the real knowledge base. */
export type Stage = {
  readonly slack: FakeSlack;
  readonly bot: Bot;
  /** The bot's one message in the thread under this one, as it is when it comes. */
  readonly answerTo: (paste: Message) => Promise<Message>;
  /** Waits until the message reads so, and gives it as it is then. */
  readonly reads: (message: Message, words: string) => Promise<Message>;
  /** What only this person sees, the latest; waits until it reads so. */
  readonly privately: (user: string, words: string) => Promise<Message>;
  readonly stop: () => Promise<void>;
};

export type StageOptions = FakeSlackOptions & {
  readonly ports?: SlackPorts;
  readonly engine?: Engine;
  readonly oncall?: () => OnCallPlan | undefined;
  /** Articles beside our own; they are found by their id. */
  readonly articles?: readonly Article[];
  /** What was written lately, as the Home tab shows it. */
  readonly written?: readonly Written[];
  /** When the bot was installed: now, unless it is said. */
  readonly installed?: Instant;
};

/** Starts the bot and waits until Slack reaches it. */
export async function aStage(mode: Mode, options: StageOptions = {}): Promise<Stage> {
  const { ports = {}, engine = engines[0], articles = [], written = [], installed, oncall = noPlan, ...fake } = options;
  const shelf = await engine?.shelf();
  if (shelf === undefined) throw new Error("Expected a store.");
  let bot: Bot | undefined;
  let homeParts: HomeParts | undefined;
  const home: NonNullable<SlackPorts["home"]> = async (...whose) => {
    if (homeParts === undefined) throw new Error("Expected a store.");
    return homeOf(homeParts)(...whose);
  };
  const known = new Map([...ownArticleMap, ...articles.map((article) => [article.id, article] as const)]);
  const latest = ({ since }: Latest) => written.filter(({ at }) => at >= since);
  const on = await connected(
    mode,
    async (adapter, slack) => {
      const clock = clockOf(slack);
      const store = await shelf.open(clock);
      await store.transaction((tx) => firstStart(tx, installed ?? clock.now()));
      const knowledge = { articles: () => known, latest };
      homeParts = { store, knowledge, clock, platform: () => adapter.platform };
      bot = createBot({
        store,
        oncall,
        platforms: [adapter.platform],
        clock,
        read: readSignals,
        decide: (inquiry) => decide(ownIndex, inquiry),
        articles: known,
        random: seeded(),
      });
      await bot.start();
      return bot.intake;
    },
    fake,
    { home, ...ports },
  );
  if (bot === undefined) throw new Error("Expected a bot.");
  return {
    ...on,
    bot,
    ...waits(on.slack),
    stop: async () => {
      await bot?.stop();
      await on.stop();
    },
  };
}

function noPlan(): undefined {}

function waits(slack: FakeSlack) {
  const now = ({ channel, ts }: Message) =>
    slack
      .channel(channel)
      .everything()
      .find((message) => message.ts === ts);
  return {
    answerTo: (paste: Message) =>
      slack.until(
        () =>
          slack
            .channel(paste.channel)
            .thread(paste.ts)
            .find(({ author }) => author.botId !== undefined),
        "an answer",
      ),
    reads: (message: Message, words: string) =>
      slack.until(
        () => {
          const current = now(message);
          return current !== undefined && slack.visibleText(current).includes(words) ? current : undefined;
        },
        `"${words}" in: ${slack.visibleText(now(message) ?? message)}`,
      ),
    privately: (user: string, words: string) =>
      slack.until(
        () => privateTo(slack, user).findLast((message) => slack.visibleText(message).includes(words)),
        `"${words}" for ${user}`,
      ),
  };
}
