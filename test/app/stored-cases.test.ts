import { describe, expect, it } from "vitest";
import { conversation } from "../../src/app/conversation.ts";
import { asTenantKey } from "../../src/app/names.ts";
import { storedCases, whereTheyLeft } from "../../src/app/stored-cases.ts";
import { engines } from "../support/a-store.ts";
import { threeErrors } from "../support/three-errors.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";
import { aTerminalSeat } from "../scenarios/terminal-seat.ts";

const tenant = asTenantKey("terminal:here");

describe.each(engines)("a terminal whose cases are kept in $engine", ({ shelf }) => {
  it("goes on in the middle of a run after it was closed, and then with the next error", async () => {
    const clock = virtualClock();
    const shared = await shelf();
    const aSeat = async () => {
      const cases = storedCases(await shared.open(clock), tenant);
      const latest = await cases.latest();
      const left = { latest, reply: whereTheyLeft(latest, threeErrors.articles) };
      return aTerminalSeat(conversation({ clock, cases, prefix: "", ...threeErrors }), { left });
    };
    const first = await aSeat();
    await first.say("error 1");
    await first.press("Start", undefined);
    await first.press("Done", undefined);
    await first.leave();
    const second = await aSeat();
    expect(second.visible()).toContain("You were in the middle of this.");
    expect(second.visible()).toContain("Step 2 of 4");
    await second.press("Done", undefined);
    expect(second.visible()).toContain("This cannot be undone.");
    await second.press("Stop here", undefined);
    await second.leave();
    const third = await aSeat();
    expect(third.visible()).not.toContain("Step");
    await third.say("status");
    expect(third.visible()).toContain("Nothing happened here yet");
    await third.leave();
  });
});
