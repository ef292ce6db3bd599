import type { DiscordConfig } from "../../../adapters/discord/config.ts";
import type { Discord, DiscordPorts } from "../../../adapters/discord/index.ts";
import { type Bot, createBot } from "../../../src/app/bot.ts";
import type { Store } from "../../../src/app/store.ts";
import type { OnCallPlan } from "../../../src/core/escalation/policy.ts";
import type { ArticleId } from "../../../src/core/kb/article.ts";
import { decide } from "../../../src/core/matching/decide.ts";
import { readSignals } from "../../../src/core/signals/read.ts";
import { engines, type Shelf } from "../../support/a-store.ts";
import type { DiscordOptions, FakeDiscord, Person } from "../../support/discord/index.ts";
import { ownArticleMap, ownIndex } from "../../support/knowledge.ts";
import { seeded } from "../../support/platform/seed.ts";
import { clockOf, connected, textOf } from "./driver.ts";

type Message = ReturnType<Person["says"]>;

/** The whole bot on a fake Discord: the real adapter, the real store, the real knowledge base. */
export type Stage = {
  readonly discord: FakeDiscord;
  readonly bot: Bot;
  readonly adapter: Discord;
  readonly store: Store;
  /** The bot's message in reply to this one, or the first in the thread under it, once it is there. */
  readonly answerTo: (paste: Message) => Promise<Message>;
  /** Waits until the message reads so, and gives it as it is then. */
  readonly reads: (message: Message, words: string) => Promise<Message>;
  /** What only this person sees, the latest; waits until it reads so. */
  readonly privately: (name: string, words: string) => Promise<Message>;
  readonly seen: (message: Message) => string;
  readonly stop: () => Promise<void>;
};

export type Setting = {
  /** Where things are kept; a store of its own unless given. */
  readonly shelf?: Shelf;
  readonly options?: DiscordOptions;
  readonly config?: Partial<DiscordConfig>;
  readonly ports?: DiscordPorts;
  readonly oncall?: () => OnCallPlan | undefined;
};

const titleOf = (id: ArticleId): string | undefined => ownArticleMap.get(id)?.title;

/** Starts the bot and waits until Discord reaches it. */
export async function aStage({ shelf, options = {}, config = {}, ports = {}, oncall }: Setting = {}): Promise<Stage> {
  let bot: Bot | undefined;
  let store: Store | undefined;
  const on = await connected(
    async (adapter, discord) => {
      store = await (shelf ?? (await aShelf())).open(clockOf(discord));
      bot = await aBot(adapter, discord, store, oncall);
      return bot.intake;
    },
    options,
    { config, ports: { titleOf, ...ports } },
  );
  if (bot === undefined || store === undefined) throw new Error("Expected a bot.");
  const stop = async (): Promise<void> => {
    await bot?.stop();
    await on.stop();
  };
  return { ...on, bot, store, ...waits(on.discord), stop };
}

/** A store of the engine that needs no server. */
export async function aShelf(): Promise<Shelf> {
  const [engine] = engines;
  if (engine === undefined) throw new Error("Expected an engine.");
  return await engine.shelf();
}

/** A bot on this adapter and store that runs. */
export async function aBot(
  { platform }: Discord,
  discord: FakeDiscord,
  store: Store,
  oncall: () => OnCallPlan | undefined = () => undefined,
): Promise<Bot> {
  const bot = createBot({
    store,
    oncall,
    platforms: [platform],
    clock: clockOf(discord),
    read: readSignals,
    decide: (inquiry) => decide(ownIndex, inquiry),
    articles: ownArticleMap,
    random: seeded(),
  });
  await bot.start();
  return bot;
}

function waits(discord: FakeDiscord) {
  const seen = (message: Message) => textOf(discord.visibleText(message));
  const all = () => [...discord.world.messages.values()].flatMap((channel) => Array.from(channel.values()));
  const idOf = (name: string) => [...discord.world.users.values()].find((user) => user.name === name)?.id ?? "";
  const isOurs = (message: Message) => message.author === discord.botId && message.deletedAt === undefined;
  return {
    seen,
    answerTo: (paste: Message) =>
      discord.until(
        () =>
          all().find(
            (one) => isOurs(one) && one.onlyFor === undefined && (one.replyTo === paste.id || one.channel === paste.id),
          ),
        "an answer",
      ),
    reads: (message: Message, words: string) =>
      discord.until(
        () => {
          const now = discord.current(message);
          return now !== undefined && seen(now).includes(words) ? now : undefined;
        },
        `"${words}" in: ${seen(discord.current(message) ?? message)}`,
      ),
    privately: (name: string, words: string) =>
      discord.until(
        () => privateTo(discord, idOf(name)).findLast((message) => seen(message).includes(words)),
        `"${words}" for ${name}`,
      ),
  };
}

function privateTo(discord: FakeDiscord, id: string): readonly Message[] {
  const direct = [...discord.world.channels.values()].filter((one) => one.kind === "dm" && one.recipient === id);
  const own = direct.flatMap((one) =>
    discord
      .channel(one.id)
      .messages()
      .filter(({ author }) => author === discord.botId),
  );
  const all = [...discord.world.messages.values()].flatMap((channel) => Array.from(channel.values()));
  return [...all.filter(({ onlyFor, deletedAt }) => onlyFor === id && deletedAt === undefined), ...own];
}
