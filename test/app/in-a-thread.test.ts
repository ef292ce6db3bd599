import { describe, expect, it } from "vitest";
import { asTenantKey } from "../../src/app/names.ts";
import { engines } from "../support/a-store.ts";
import { aChannel } from "../support/platform/a-channel.ts";

describe.each(engines)("in a thread or alone with the bot, kept in $engine", ({ shelf }) => {
  describe("in a thread", () => {
    it("more talk is not answered, and new evidence edits the answer", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("error 3");
      await stage.settle();
      await ana.says("hm, I see", { thread: paste });
      await stage.settle();
      expect(stage.post().edits).toBe(0);
      await ana.says("error 2 too", { thread: paste });
      await stage.settle();
      expect(stage.post().sight.text).toContain("The store is on the wrong disk");
      expect(stage.post().edits).toBe(1);
    });

    it("Ana calls the bot by name and is told alone what she asked", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("error 1");
      await ana.says("status", { thread: paste, addressed: true });
      await stage.settle();
      expect(ana.told().at(-1)?.sight.text).toContain("What happened so far");
      expect(stage.posts()).toHaveLength(1);
    });

    it("matching the very same paste changes nothing, and leads to the answer", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("error 1");
      await stage.settle();
      await stage.person("Bo").asks("error 1", { about: paste });
      await stage.person("Bo").asks("status", { about: paste });
      await stage.settle();
      const told = stage
        .person("Bo")
        .told()
        .map(({ sight }) => sight.text);
      expect(told[0]).toBe("This was said here already, and changes nothing. Go to the answer");
      expect(told[1]).not.toMatch(/Bo/);
      expect(stage.post().edits).toBe(0);
    });

    it("who asked alone gets the answer once more, and it is no second miss", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("lunch?");
      await ana.asks("error 9", { about: paste });
      await ana.asks("error 9", { about: paste });
      await stage.settle();
      expect(ana.told().map(({ sight }) => sight.text.split("\n")[0])).toEqual(["No article fits", "No article fits"]);
      const misses = await stage.store.transaction((tx) => tx.misses(asTenantKey("slack:T1")).latest(10));
      expect(misses).toHaveLength(1);
    });

    it("a muted thread stays silent, and its buttons work", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("error 3");
      await ana.says("mute", { thread: paste, addressed: true });
      await ana.says("error 2", { thread: paste });
      await stage.settle();
      expect(stage.post().sight.text).toContain("Which of these is true?");
      await ana.presses("The log is full", stage.post());
      await stage.settle();
      expect(stage.post().sight.text).toContain("The store does not mount");
    });
  });

  it("in a direct message everything is meant for the bot, and more of it belongs to the run", async () => {
    const stage = await aChannel(shelf);
    const ana = stage.person("Ana");
    const spot = { channel: "D1", direct: true };
    await ana.says("error 1", spot);
    await stage.settle();
    await ana.presses("Start", stage.post());
    await ana.says("error 1 again", spot);
    await stage.settle();
    expect(stage.post().sight.text).toContain("Step 1 of 4");
    await ana.says("error 9", { channel: "D2", direct: true });
    await stage.settle();
    expect(ana.told().at(-1)?.sight.text).toContain("No article fits");
  });
});
