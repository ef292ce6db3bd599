import { describe, expect, it } from "vitest";
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
