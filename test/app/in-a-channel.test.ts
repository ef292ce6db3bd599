import { describe, expect, it } from "vitest";
import { asTenantKey } from "../../src/app/names.ts";
import { engines } from "../support/a-store.ts";
import { aChannel } from "../support/platform/a-channel.ts";

describe.each(engines)("in a channel, kept in $engine", ({ shelf }) => {
  it("Ana pastes an error and is answered in a thread under it", async () => {
    const stage = await aChannel(shelf);
    const paste = await stage.person("Ana").says("error 1");
    await stage.settle();
    expect(stage.post()).toMatchObject({ thread: paste });
    expect(stage.post().sight.text).toContain("The store does not mount");
  });

  it("talk is left alone", async () => {
    const stage = await aChannel(shelf);
    await stage.person("Ana").says("lunch?");
    await stage.settle();
    expect(stage.posts()).toEqual([]);
  });

  it("an error nobody knows is met with silence, and noted as a miss", async () => {
    const stage = await aChannel(shelf);
    await stage.person("Ana").says("error 9");
    await stage.settle();
    expect(stage.posts()).toEqual([]);
    expect(stage.fake.wall.asides).toEqual([]);
    const misses = await stage.store.transaction((tx) => tx.misses(asTenantKey("slack:T1")).latest(10));
    expect(misses).toMatchObject([{ text: "error 9", via: "channel" }]);
  });

  it("what Ana works on is open although somebody removed its message", async () => {
    const stage = await aChannel(shelf);
    const ana = stage.person("Ana");
    await ana.says("error 1");
    await stage.settle();
    await ana.presses("Start", stage.post());
    await stage.settle();
    await ana.deletes(stage.post().id);
    await ana.asks("status");
    await stage.settle();
    expect(ana.told().at(-1)?.sight.text).toContain("The store does not mount · ");
  });

  it("Ana works through the steps, and the one message is edited in place", async () => {
    const stage = await aChannel(shelf);
    const ana = stage.person("Ana");
    await ana.says("error 1");
    await stage.settle();
    await ana.presses("Start", stage.post());
    await stage.settle();
    await ana.presses("Done", stage.post());
    await stage.settle();
    expect(stage.post().sight.text).toContain("Step 2 of 4");
    expect(stage.post().edits).toBe(2);
  });

  it("a second click is told who was faster", async () => {
    const stage = await aChannel(shelf);
    const [ana, bo] = [stage.person("Ana"), stage.person("Bo")];
    await ana.says("error 1");
    await stage.settle();
    await ana.presses("Start", stage.post());
    await stage.settle();
    const before = stage.post();
    await ana.presses("Done", before);
    await bo.presses("Done", before);
    await stage.settle();
    expect(bo.told().at(-1)?.sight.text).toContain("Ana marked “Stop the service” done");
    expect(ana.told()).toEqual([]);
  });

  describe("one paste in several messages", () => {
    it("is answered under the first when only both together say something", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const first = await ana.says("the first half");
      await stage.pass(5_000);
      const second = await ana.says("the second half");
      await stage.settle();
      expect(stage.post()).toMatchObject({ thread: first });
      expect(stage.post().sight.text).toContain("The store is on the wrong disk");
      await ana.deletes(second);
      await stage.settle();
      expect(stage.posts()).toEqual([]);
    });

    it("is none when half a minute or somebody else lies between, or somebody else says the rest", async () => {
      const stage = await aChannel(shelf);
      const [ana, bo] = [stage.person("Ana"), stage.person("Bo")];
      await ana.says("the first half");
      await stage.pass(30_000);
      await ana.says("the second half");
      await ana.says("the first half", { channel: "C2" });
      await bo.says("lunch?", { channel: "C2" });
      await ana.says("the second half", { channel: "C2" });
      await ana.says("the first half", { channel: "C3" });
      await bo.says("the second half", { channel: "C3" });
      await stage.settle();
      expect(stage.posts()).toEqual([]);
    });

    it("is answered under the message that says it all, whatever was said before", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      await ana.says("look at this");
      const paste = await ana.says("error 1");
      await stage.settle();
      expect(stage.post()).toMatchObject({ thread: paste });
    });

    it("goes on in the same case", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      await ana.says("error 1");
      await stage.pass(5_000);
      await ana.says("error 1 and more");
      await stage.settle();
      expect(stage.posts()).toHaveLength(1);
    });
  });

  it("the same error pasted again is pointed to the thread and counted", async () => {
    const stage = await aChannel(shelf);
    const first = await stage.person("Ana").says("error 1");
    await stage.pass(60_000);
    const second = await stage.person("Bo").says("error 1 here too");
    await stage.settle();
    const [answer, pointer] = stage.posts();
    expect(answer?.thread).toBe(first);
    expect(pointer?.thread).toBe(second);
    expect(pointer?.sight.text).toContain(
      "This error is being worked on in this thread. It was seen here 2 times so far.",
    );
    await stage.person("Bo").deletes(second);
    await stage.settle();
    expect(stage.posts()).toHaveLength(1);
  });

  it("the same error in another channel or workspace is answered there, without a word about the first", async () => {
    const stage = await aChannel(shelf);
    await stage.person("Ana").says("error 1", { channel: "C1" });
    await stage.person("Bo").says("error 1", { channel: "C2" });
    await stage.person("Eve", "T2").says("error 1", { channel: "C1" });
    await stage.settle();
    expect(stage.posts().map(({ sight }) => sight.text.includes("being worked on"))).toEqual([false, false, false]);
  });
});
