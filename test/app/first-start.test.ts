import { describe, expect, it } from "vitest";
import { later } from "../../src/app/clock.ts";
import { firstStart } from "../../src/app/first-start.ts";
import { firstSweep } from "../../src/app/inbox/ring.ts";
import { engines } from "../support/a-store.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";

describe.each(engines)("since when the bot is there, kept in $engine", ({ shelf }) => {
  const aStore = async () => {
    const clock = virtualClock();
    return { store: await (await shelf()).open(clock), now: clock.now() };
  };

  it("is its first start, however often it starts", async () => {
    const { store, now } = await aStore();
    for (const at of [now, later(now, 1_000)]) {
      expect(await store.transaction((tx) => firstStart(tx, at))).toBe(now);
      await store.transaction((tx) => firstSweep(tx, at));
    }
  });

  it.each([0, 86_400_000])(
    "is before all news where it worked before this was noted, upgraded %i ms later",
    async (pause) => {
      const { store, now } = await aStore();
      await store.transaction((tx) => firstSweep(tx, now));
      expect(await store.transaction((tx) => firstStart(tx, later(now, pause)))).toBe(0);
      expect(await store.transaction((tx) => firstStart(tx, later(now, 2 * pause)))).toBe(0);
    },
  );
});
