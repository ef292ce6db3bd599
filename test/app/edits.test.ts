import { describe, expect, it } from "vitest";
import { engines } from "../support/a-store.ts";
import { aChannel } from "../support/platform/a-channel.ts";

describe.each(engines)("what was said is taken back or changed, kept in $engine", ({ shelf }) => {
  describe("an edit of the paste", () => {
    it("edits the answer", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("error 1");
      await stage.settle();
      await ana.edits(paste, "error 2");
      await stage.settle();
      expect(stage.post().sight.text).toContain("The store is on the wrong disk");
    });

    it("that leaves no error takes the answer back", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("error 1");
      await stage.settle();
      await ana.edits(paste, "never mind");
      await stage.settle();
      expect(stage.posts()).toEqual([]);
    });

    it("that makes it an error is answered", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("lunch?");
      await stage.settle();
      await ana.edits(paste, "error 1");
      await stage.settle();
      expect(stage.post()).toMatchObject({ thread: paste });
    });

    it("leaves a run that is under way alone", async () => {
      const stage = await aChannel(shelf);
      const ana = stage.person("Ana");
      const paste = await ana.says("error 1");
      await stage.settle();
      await ana.presses("Start", stage.post());
      await stage.settle();
      await ana.edits(paste, "never mind");
      await stage.settle();
      expect(stage.post().sight.text).toContain("Step 1 of 4");
    });
  });

  it("a deleted paste takes the answer with it, and so does it the other way round", async () => {
    const stage = await aChannel(shelf);
    const ana = stage.person("Ana");
    const paste = await ana.says("error 1");
    await stage.settle();
    await ana.deletes(paste);
    await stage.settle();
    expect(stage.posts()).toEqual([]);
    await ana.says("error 1 again", { thread: paste });
    await stage.settle();
    expect(stage.post().thread).toBe(paste);
  });
});
