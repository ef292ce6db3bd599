import type { Standing } from "../../../src/core/authorization/role.ts";
import { type Bot, createBot } from "../../../src/app/bot.ts";
import type { BotParts } from "../../../src/app/parts.ts";
import type { Store } from "../../../src/app/store.ts";
import { later } from "../../../src/app/clock.ts";
import { threeErrors } from "../three-errors.ts";
import { type FakePlatform, fakePlatform } from "./fake-platform.ts";
import { seeded } from "./seed.ts";
import { type Person, aPerson } from "./person.ts";
import { settleAll } from "./settle.ts";
import type { Visible } from "./visible.ts";
import { type VirtualClock, virtualClock } from "./virtual-clock.ts";

/** A bot on a fake platform, and the people there. */
export type Stage = {
  readonly bot: Bot;
  readonly fake: FakePlatform;
  readonly clock: VirtualClock;
  readonly warnings: string[];
  readonly person: (name: string, tenant?: string, standing?: Standing) => Person;
  /** Lets everything happen that is due. */
  readonly settle: () => Promise<void>;
  /** Lets so many milliseconds pass, one timer after the other. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** The bot's messages that can be seen, oldest first. */
  readonly posts: () => readonly Visible[];
  /** The one message of the bot; fails where there are none or several. */
  readonly post: () => Visible;
};

/** Every wake-up is by a call or by something due: so virtual time passes in few steps (milliseconds). */
const RARELY = 3_600_000;

type Parts = Partial<BotParts> & {
  readonly store: Store;
  readonly clock: VirtualClock;
  readonly fake?: FakePlatform;
  readonly others?: () => number;
};

/** Starts a bot on what a store holds. */
export async function aStage(given: Parts): Promise<Stage> {
  const { clock, fake = fakePlatform(), others = () => 0 } = given;
  const warnings: string[] = [];
  const parts = {
    ...threeErrors,
    random: seeded(),
    warn: (problem: string) => void warnings.push(problem),
    platforms: [fake.platform],
    times: { poll: RARELY },
  };
  const bot = createBot({ ...parts, ...given });
  fake.connect(bot.intake, clock);
  await bot.start();
  const settle = () => settleAll([bot], { calls: () => fake.calls() + others() });
  const pass = async (milliseconds: number) => {
    const until = later(clock.now(), milliseconds);
    await settle();
    while (clock.step(until)) await settle();
  };
  const posts = () => [...fake.wall.messages.values()].filter(({ key, isRemoved }) => key !== undefined && !isRemoved);
  return {
    bot,
    fake,
    clock,
    warnings,
    person: (...who) => aPerson(fake, ...who),
    settle,
    pass,
    posts,
    post: () => only(posts()),
  };
}

function only(posts: readonly Visible[]): Visible {
  const [post, ...others] = posts;
  if (post !== undefined && others.length === 0) return post;
  throw new Error(
    `Expected one message of the bot, but there are ${posts.length}:\n${posts.map(({ sight }) => sight.text).join("\n---\n")}`,
  );
}

export { virtualClock };
