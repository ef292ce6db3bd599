import { describe, expect, it } from "vitest";
import { engines } from "../support/a-store.ts";
import { aChannel } from "../support/platform/a-channel.ts";

describe.each(engines)("buttons, kept in $engine", ({ shelf }) => {
  describe("a button", () => {
    it("does nothing in another channel, workspace or message, nor for another person than it was shown to", async () => {
      const stage = await aChannel(shelf);
      const [ana, bo, eve] = [stage.person("Ana"), stage.person("Bo"), stage.person("Eve", "T2")];
      await ana.says("error 1");
      await ana.asks("error 2");
      await stage.settle();
      const before = stage.post();
      const aside = ana.told().at(-1);
      if (aside === undefined) throw new Error("Expected an answer.");
      await bo.presses("Start", { ...before, channel: "C2" });
      await stage.settle();
      await bo.presses("Start", { ...before, id: "999" });
      await stage.settle();
      await bo.presses("Start", aside);
      await eve.presses("Start", before);
      await stage.settle();
      expect(bo.told().map(({ sight }) => sight.text)).toEqual([
        "This button belongs to another message.",
        "This button belongs to another message.",
        "This button was shown to somebody else.",
      ]);
      expect(eve.told().map(({ sight }) => sight.text)).toEqual([
        "This button is too old. Ask again to get a new one.",
      ]);
      expect(stage.post()).toEqual(before);
    });

    it("that asks for help says that nobody is paged", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      await ana.says("error 1");
      await stage.settle();
      await ana.presses("Escalate…", stage.post(), "payroll is down");
      await stage.settle();
      expect(stage.post().sight.text).toContain("asked for help: “payroll is down”");
      expect(ana.told().at(-1)?.sight.text).toContain("nobody is paged");
    });
  });
});
