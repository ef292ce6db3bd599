import { later } from "../../src/app/clock.ts";
import { aStage } from "../support/platform/a-bot.ts";
import type { Fault } from "../support/platform/fake-platform.ts";
import { seeded } from "../support/platform/seed.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";
import { type Engine, expectAtMost, expectCount, type Finding, percentile, type Scenario } from "./scenario.ts";

/** How many are under way at the same time. */
const AT_ONCE = 50;

/** What Slack asks for most often (milliseconds). */
const RETRY_AFTER = 3_000;

export const posts: Scenario = {
  name: "posts",
  promise:
    "429, 5xx, reset, time-out and silence on a post, before and after it is done: posted once; clicks are answered meanwhile",
  run: ({ engines, seed, isFull, count }) =>
    Promise.all(engines.map((engine) => misbehaveOn(engine, seed, count ?? (isFull ? 2_000 : 100)))),
};

async function misbehaveOn(engine: Engine, seed: number, number: number): Promise<Finding> {
  const random = seeded(seed);
  const clock = virtualClock();
  const store = await engine.open(await engine.fresh(), clock);
  const stage = await aStage({ store, clock, random });
  const faults: Record<string, number> = {};
  const pauses = new Map<string, number>();
  let early = 0;
  stage.fake.misbehave((post) => {
    if (post.kind === "aside") return undefined;
    const { channel } = post.place;
    if (post.kind === "post" && clock.now() < (pauses.get(channel) ?? 0)) early++;
    const fault = random() < 0.5 ? aFault(random) : undefined;
    if (fault?.kind === "later" && fault.after !== undefined && post.kind === "post")
      pauses.set(channel, clock.now() + fault.after);
    const name =
      fault === undefined
        ? "none"
        : "when" in fault
          ? `${fault.kind} ${fault.when}`
          : `429${fault.kind === "later" && fault.after === undefined ? " bare" : ""}`;
    faults[name] = (faults[name] ?? 0) + 1;
    return fault;
  });
  const clicks: number[] = [];
  const [ana, bo] = [stage.person("Ana"), stage.person("Bo")];
  for (let from = 0; from < number; from += AT_ONCE) {
    for (let index = from; index < Math.min(from + AT_ONCE, number); index++)
      await ana.says("error 1", { channel: `C${index}` });
    const before = bo.told().length;
    const asked = clock.now();
    await bo.asks("error 2", { channel: "C0" });
    await stage.settle();
    while (bo.told().length === before && clock.step(later(asked, 10_000))) await stage.settle();
    await stage.settle();
    clicks.push(clock.now() - asked);
    await stage.pass(300_000);
  }
  const channels = stage.posts().map(({ channel }) => channel);
  await stage.bot.stop();
  await store.close();
  const p99 = percentile(clicks, 99);
  const counts = {
    posts: number,
    seen: channels.length,
    "seen once": new Set(channels).size,
    "too early": early,
    "answer p99 ms": p99,
    ...faults,
  };
  const broken = [
    ...expectCount("posts seen", channels.length, number),
    ...expectCount("channels with a post", new Set(channels).size, number),
    ...expectCount("posts before Retry-After was over", early, 0),
    ...expectAtMost("p99 of an answer meanwhile in ms", p99, 1_500),
  ];
  return { engine: engine.name, counts, broken };
}

const FAULTS: readonly Fault[] = [
  { kind: "later", after: RETRY_AFTER },
  { kind: "later", after: undefined },
  { kind: "doubtful", when: "before" },
  { kind: "doubtful", when: "after" },
  { kind: "throws", when: "before" },
  { kind: "throws", when: "after" },
  { kind: "hangs", when: "before" },
  { kind: "hangs", when: "after" },
];

function aFault(random: () => number): Fault | undefined {
  return FAULTS[Math.floor(random() * FAULTS.length)];
}
