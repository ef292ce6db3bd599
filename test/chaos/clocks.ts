import { later } from "../../src/app/clock.ts";
import { aStage } from "../support/platform/a-bot.ts";
import { fakePlatform } from "../support/platform/fake-platform.ts";
import { seeded } from "../support/platform/seed.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";
import { type Engine, expectAtMost, expectCount, type Finding, type Scenario } from "./scenario.ts";

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

/** What an administrator, or a virtual machine that wakes up, does to a clock (milliseconds). */
const JUMPS = [HOUR, -HOUR, DAY, -DAY, -10 * SECOND, 7 * DAY, -7 * DAY];

/** How long a post is under way, so that the clock jumps meanwhile (milliseconds). */
const SLOWNESS = 4 * SECOND;

/** Within so many milliseconds of real time everything must be said, however often the clock jumped. */
const IN_TIME = 2 * MINUTE;

export const clocks: Scenario = {
  name: "clocks",
  promise:
    "the clock jumps by an hour, a day, a week, forwards and back, in the middle of posts and retries: said once, and soon",
  run: ({ engines, seed, isFull, count }) =>
    Promise.all(engines.map((engine) => jumpOn(engine, seed, count ?? (isFull ? 2_000 : 40)))),
};

async function jumpOn(engine: Engine, seed: number, jumps: number): Promise<Finding> {
  const random = seeded(seed);
  const clock = virtualClock();
  const store = await engine.open(await engine.fresh(), clock);
  const fake = fakePlatform();
  const { send } = fake.platform;
  const slow: typeof send = async (post) => {
    await new Promise<void>((resolve) => clock.after(Math.round(random() * SLOWNESS), resolve));
    return send(post);
  };
  fake.misbehave(() =>
    random() < 0.3 ? { kind: "later", after: random() < 0.5 ? 3 * SECOND : undefined } : undefined,
  );
  const stage = await aStage({ store, clock, random, fake, platforms: [{ ...fake.platform, send: slow }] });
  const ana = stage.person("Ana");
  let worst = 0;
  for (let index = 0; index < jumps; index++) {
    const channel = `C${index}`;
    await ana.says("error 1", { channel });
    await stage.pass(Math.round(random() * SLOWNESS));
    clock.jump(JUMPS[Math.floor(random() * JUMPS.length)] ?? 0);
    let waited = 0;
    const isSeen = () => stage.posts().some((post) => post.channel === channel);
    await stage.settle();
    for (const until = later(clock.now(), IN_TIME * 2); !isSeen(); await stage.settle()) {
      const before = clock.now();
      if (!clock.step(until)) break;
      waited += clock.now() - before;
    }
    worst = Math.max(worst, waited);
    await stage.pass(MINUTE);
  }
  const channels = stage.posts().map((post) => post.channel);
  await stage.bot.stop();
  await store.close();
  const counts = {
    jumps,
    posts: channels.length,
    "channels with a post": new Set(channels).size,
    "worst wait s": Math.round(worst / SECOND),
  };
  return {
    engine: engine.name,
    counts,
    broken: [
      ...expectCount("posts", channels.length, jumps),
      ...expectCount("channels with a post", new Set(channels).size, jumps),
      ...expectAtMost("worst wait in ms", worst, IN_TIME),
    ],
  };
}
