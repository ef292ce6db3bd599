import { describe, expect, it } from "vitest";
import { asTenantKey } from "../../src/app/names.ts";
import { engines } from "../support/a-store.ts";
import { aChannel } from "../support/platform/a-channel.ts";

describe.each(engines)("a bot that is asked outright, kept in $engine", ({ shelf }) => {
  describe("how much it listens", () => {
    it("is asked and set by a command", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      await ana.asks("channel");
      await stage.settle();
      await ana.asks("channel mention");
      await ana.says("error 1");
      await stage.settle();
      expect(ana.told().map(({ sight }) => sight.text)).toEqual([
        "This channel is set to watch: I look at every message and speak when I know the error. I look at what monitors and other bots post, too. To change it, say /kms channel watch, /kms channel mention, /kms channel off, /kms channel alerts on or /kms channel alerts off.",
        "This channel is now set to mention: I look only at messages that mention me.",
      ]);
      expect(stage.posts()).toEqual([]);
      await ana.says("error 1", { addressed: true });
      await stage.settle();
      expect(stage.posts()).toHaveLength(1);
    });

    it("is nothing at all when it is off, but commands are answered", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      await ana.asks("channel off");
      await ana.says("error 1", { addressed: true });
      await ana.asks("error 1");
      await stage.settle();
      expect(stage.posts()).toEqual([]);
      expect(ana.told().at(-1)?.sight.text).toContain("The store does not mount");
    });
  });

  describe("a command", () => {
    it("is answered to the asker alone until they start, and then everybody can follow", async () => {
      const stage = await aChannel(shelf);
      const [ana, bo] = [stage.person("Ana"), stage.person("Bo")];
      await ana.asks("error 1");
      await stage.settle();
      expect(stage.posts()).toEqual([]);
      const [answer] = ana.told();
      if (answer === undefined) throw new Error("Expected an answer.");
      await ana.presses("Start", answer);
      await stage.settle();
      const root = stage.post();
      expect(root.sight.text).toContain("Step 1 of 4");
      await bo.says("error 2 as well", { thread: root.id });
      await bo.presses("Done", root);
      await stage.settle();
      expect(stage.post().sight.text).toContain("Step 2 of 4");
    });

    it("can be shared", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      await ana.asks("error 1");
      await stage.settle();
      const [answer] = ana.told();
      if (answer === undefined) throw new Error("Expected an answer.");
      await ana.presses("Share to channel", answer);
      await stage.settle();
      expect(stage.post().sight.text).toContain("The store does not mount");
      expect(ana.told().at(-1)?.sight.text).toBe("Everybody can follow it in the channel now.");
    });

    it("about a message is answered in the thread under it once it is shared", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      await ana.asks("channel mention");
      const paste = await stage.person("Bo").says("error 1");
      await ana.asks("error 1", { about: paste });
      await stage.settle();
      const answer = ana.told().at(-1);
      if (answer === undefined) throw new Error("Expected an answer.");
      await ana.presses("Share to channel", answer);
      await stage.settle();
      expect(stage.post().thread).toBe(paste);
    });

    it("that finds nothing is a miss, and told to the asker alone", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      await ana.asks("error 9");
      await stage.settle();
      expect(ana.told().at(-1)?.sight.text).toContain("No article fits");
      const misses = await stage.store.transaction((tx) => tx.misses(asTenantKey("slack:T1")).latest(10));
      expect(misses).toMatchObject([{ text: "error 9", via: "command" }]);
    });
  });
});
