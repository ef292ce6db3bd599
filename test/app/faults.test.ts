import { describe, expect, it } from "vitest";
import { engines } from "../support/a-store.ts";
import { aStage, virtualClock } from "../support/platform/a-bot.ts";
import { aChannel } from "../support/platform/a-channel.ts";
import type { Fault } from "../support/platform/fake-platform.ts";

const SECOND = 1_000;

describe.each(engines)("a platform that misbehaves, with a store in $engine", ({ shelf }) => {
  it.each<Fault>([
    { kind: "later", after: undefined },
    { kind: "doubtful", when: "before" },
    { kind: "doubtful", when: "after" },
    { kind: "throws", when: "before" },
    { kind: "throws", when: "after" },
    { kind: "hangs", when: "before" },
    { kind: "hangs", when: "after" },
  ])("gets the answer once when the first try ends with $kind $when", async (fault) => {
    const stage = await aChannel(shelf);
    const faults = [fault];
    stage.fake.misbehave((post) => (post.kind === "post" ? faults.shift() : undefined));
    await stage.person("Ana").says("error 1");
    await stage.pass(30 * SECOND);
    expect(stage.posts()).toHaveLength(1);
  });

  it("is given the time it asks for, and so is everything else for that channel", async () => {
    const stage = await aChannel(shelf);
    const tries: number[] = [];
    const begun = stage.clock.now();
    stage.fake.misbehave(() => {
      tries.push(stage.clock.now() - begun);
      return tries.length === 1 ? { kind: "later", after: 30 * SECOND } : undefined;
    });
    await stage.person("Ana").says("error 1");
    await stage.settle();
    await stage.person("Bo").says("error 2");
    await stage.pass(60 * SECOND);
    expect(tries.slice(0, 1)).toEqual([0]);
    expect(tries.slice(1).every((at) => at === 0 || at >= 30 * SECOND)).toBe(true);
    expect(stage.posts()).toHaveLength(2);
  });

  it("that never says what became of a post gets it again after a while: twice said is better than lost", async () => {
    const stage = await aChannel(shelf);
    stage.fake.refuseLookUps(true);
    const faults: Fault[] = [{ kind: "doubtful", when: "before" }];
    stage.fake.misbehave(() => faults.shift());
    await stage.person("Ana").says("error 1");
    await stage.pass(120 * SECOND);
    expect(stage.posts()).toHaveLength(1);
  });

  it("that refuses for good is not asked again, and the asker is told what to do", async () => {
    const stage = await aChannel(shelf);
    stage.fake.misbehave((post) =>
      post.kind === "post" ? { kind: "impossible", why: "I am not in the channel", advice: "Invite me." } : undefined,
    );
    const ana = stage.person("Ana");
    await ana.says("error 1", { addressed: true });
    await stage.pass(60 * SECOND);
    expect(ana.told().map(({ sight }) => sight.text)).toEqual([
      "I cannot show this here: I am not in the channel. Invite me.",
    ]);
    expect(stage.warnings).toEqual(["Cannot send to slack: I am not in the channel. Invite me."]);
  });

  it("sees only the newest of several views that waited", async () => {
    const stage = await aChannel(shelf);
    const ana = stage.person("Ana");
    const paste = await ana.says("error 3");
    await stage.settle();
    stage.fake.misbehave((post) => (post.kind === "edit" ? { kind: "later", after: 5 * SECOND } : undefined));
    await ana.presses("The log is full", stage.post());
    await stage.settle();
    await ana.says("error 1", { thread: paste });
    await stage.settle();
    await ana.edits(paste, "error 1");
    await stage.settle();
    stage.fake.misbehave(() => undefined);
    await stage.pass(10 * SECOND);
    expect(stage.post()).toMatchObject({ edits: 1 });
  });

  it("is left alone when the bot's message was deleted there, and the next change is a new message", async () => {
    const stage = await aChannel(shelf);
    const ana = stage.person("Ana");
    const paste = await ana.says("error 3");
    await stage.settle();
    await ana.deletes(stage.post().id);
    stage.fake.wall.messages.delete(stage.post().id);
    await ana.says("error 2", { thread: paste });
    await stage.settle();
    expect(stage.post().sight.text).toContain("The store is on the wrong disk");
  });

  it("goes on after the clock was set back by a day, and after it was set on", async () => {
    const stage = await aChannel(shelf);
    stage.fake.misbehave(() => ({ kind: "later", after: undefined }));
    await stage.person("Ana").says("error 1");
    await stage.settle();
    stage.clock.jump(-86_400_000);
    stage.fake.misbehave(() => undefined);
    await stage.pass(5 * SECOND);
    await stage.person("Bo").says("error 2");
    stage.clock.jump(2 * 86_400_000);
    await stage.pass(5 * SECOND);
    expect(stage.posts()).toHaveLength(2);
  });
});

describe.each(engines)("a bot that is stopped, with a store in $engine", ({ shelf }) => {
  it("acknowledges nothing any more", async () => {
    const stage = await aChannel(shelf);
    await stage.bot.stop();
    await expect(stage.person("Ana").says("error 1")).rejects.toThrow("the bot is not running");
  });

  it("leaves what it cannot finish to the next one, which goes on in the middle of a run", async () => {
    const clock = virtualClock();
    const shared = await shelf();
    const first = await aStage({ store: await shared.open(clock), clock });
    const ana = first.person("Ana");
    await ana.says("error 1");
    await first.settle();
    await ana.presses("Start", first.post());
    await first.settle();
    first.fake.misbehave(() => ({ kind: "later", after: undefined }));
    await ana.presses("Done", first.post());
    await first.settle();
    await first.bot.stop();
    first.fake.misbehave(() => undefined);
    const second = await aStage({ store: await shared.open(clock), clock, fake: first.fake });
    await second.pass(5 * SECOND);
    expect(second.post().sight.text).toContain("Step 2 of 4");
    await ana.presses("Done", second.post());
    await second.settle();
    expect(second.post().sight.text).toContain("Step 3 of 4");
  });
});

describe.each(engines)("an event that cannot be worked off, with a store in $engine", ({ shelf }) => {
  it("gives way to what comes after it, and who asked is told", async () => {
    const clock = virtualClock();
    const stage = await aStage({ store: await (await shelf()).open(clock), clock, read: brokenRead });
    const ana = stage.person("Ana");
    await ana.asks("error 1");
    await ana.asks("help");
    await stage.pass(60 * SECOND);
    expect(ana.told().map(({ sight }) => sight.text.split("\n")[0])).toEqual([
      "Something went wrong here, and nothing was changed. Try again, or call a colleague.",
      "What I can do",
    ]);
    expect(stage.warnings.at(-1)).toContain("the matcher broke. It was given up.");
  });
});

function brokenRead(): never {
  throw new Error("the matcher broke");
}
