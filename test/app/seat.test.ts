import { asMember } from "../support/as-member.ts";
import { describe, expect, it } from "vitest";
import { conversation } from "../../src/app/conversation.ts";
import { inMemoryCases } from "../../src/app/in-memory-cases.ts";
import { keptIfPossible } from "../../src/app/kept-if-possible.ts";
import { asTenantKey } from "../../src/app/names.ts";
import { takeSeat } from "../../src/app/seat.ts";
import type { Store } from "../../src/app/store.ts";
import { caseView } from "../../src/core/view/case-view.ts";
import { aTerminalSeat, type TerminalSeat } from "../scenarios/terminal-seat.ts";
import { engines } from "../support/a-store.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";
import { threeErrors } from "../support/three-errors.ts";

const tenant = asTenantKey("terminal:ana@here");

describe.each(engines)("Ana, whose terminal keeps its cases in $engine", ({ shelf }) => {
  /** Windows that she opens one after the other; those in `open` still are. */
  async function aDesk() {
    const clock = virtualClock();
    const store = await (await shelf()).open(clock);
    const open = new Set<string>();
    let count = 0;
    const openWindow = async (): Promise<TerminalSeat & { readonly close: () => void; readonly store: Store }> => {
      const name = `w${++count}`;
      const seat = await takeSeat(store, tenant, { name, holder: name, isThere: (holder) => open.has(holder) });
      open.add(name);
      const talk = conversation({ clock, cases: seat.cases, may: asMember, prefix: "", ...threeErrors });
      const { left, nextCase, beginAnew } = seat;
      const shown = left === undefined ? {} : { left: { case: left, view: caseView(left, threeErrors.articles) } };
      return {
        ...(await aTerminalSeat(talk, { nextCase, beginAnew, ...shown })),
        close: () => void open.delete(name),
        store,
      };
    };
    return openWindow;
  }

  it("goes on in the middle of a run after her window was killed, and then with the next error", async () => {
    const openWindow = await aDesk();
    const first = await openWindow();
    await first.say("error 1");
    await first.press("Start", undefined);
    await first.press("Done", undefined);
    first.close();
    const second = await openWindow();
    expect(second.visible()).toContain("You were in the middle of this.");
    expect(second.visible()).toContain("Step 2 of 4");
    await second.press("Done", undefined);
    expect(second.visible()).toContain("This cannot be undone.");
    await second.press("Stop here", undefined);
    second.close();
    const third = await openWindow();
    expect(third.visible()).not.toContain("Step");
    await third.say("status");
    expect(third.visible()).toContain("Nothing happened here yet");
  });

  it("has two windows at once, and each keeps to its own error", async () => {
    const openWindow = await aDesk();
    const first = await openWindow();
    await first.say("error 1");
    await first.press("Start", undefined);
    const second = await openWindow();
    expect(second.visible()).not.toContain("You were in the middle");
    await second.say("error 2");
    await second.press("Start", undefined);
    await first.press("Done", undefined);
    expect(first.visible()).toContain("Step 2 of 4");
    first.close();
    second.close();
    expect((await openWindow()).visible()).toContain("You were in the middle");
    expect((await openWindow()).visible()).toContain("You were in the middle");
    expect((await openWindow()).visible()).not.toContain("You were in the middle");
  });

  it("begins anew, and is not asked about the old error again", async () => {
    const openWindow = await aDesk();
    const first = await openWindow();
    await first.say("error 1");
    await first.press("Start", undefined);
    await first.say("new");
    first.close();
    expect((await openWindow()).visible()).not.toContain("You were in the middle");
  });
});

const full = () => Promise.reject(new Error("database or disk is full"));

describe("a case that cannot be kept any more", () => {
  it("goes on in memory from where it was, and that is said once", async () => {
    const clock = virtualClock();
    const disk = { isFull: false };
    const kept = inMemoryCases();
    const store = {
      load: (...what: Parameters<typeof kept.load>) => (disk.isFull ? full() : kept.load(...what)),
      save: (...what: Parameters<typeof kept.save>) => (disk.isFull ? full() : kept.save(...what)),
    };
    const said: unknown[] = [];
    const cases = keptIfPossible(store, (error) => said.push(error));
    const seat = await aTerminalSeat(conversation({ clock, cases, may: asMember, prefix: "", ...threeErrors }));
    await seat.say("error 1");
    await seat.press("Start", undefined);
    disk.isFull = true;
    await seat.press("Done", undefined);
    expect(seat.visible()).toContain("Step 2 of 4");
    await seat.press("Done", undefined);
    expect(seat.visible()).toContain("This cannot be undone.");
    expect(said).toEqual([new Error("database or disk is full")]);
  });
});
