import { array, assert, nat, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { virtualClock } from "./clock.ts";

describe("the virtual clock", () => {
  it("runs every timer once, in the order in which they fall due, at its own time", () => {
    assert(
      property(
        array(nat(1_000), { maxLength: 20 }),
        array(nat(500), { minLength: 1, maxLength: 10 }),
        (delays, steps) => {
          const clock = virtualClock(0);
          const ran: number[] = [];
          for (const delay of delays) clock.after(delay, () => ran.push(clock.now()));
          for (const step of steps) clock.advance(step);
          expect(ran).toEqual(delays.filter((delay) => delay <= clock.now()).toSorted((a, b) => a - b));
        },
      ),
    );
  });

  it("runs what a timer starts, if that falls due on the way", () => {
    const clock = virtualClock(0);
    const ran: number[] = [];
    const again = (): void => {
      ran.push(clock.now());
      clock.after(10, again);
    };
    clock.after(10, again);
    clock.advance(35);
    expect(ran).toEqual([10, 20, 30]);
  });

  it("forgets a timer that was taken back", () => {
    const clock = virtualClock(0);
    const ran: string[] = [];
    const cancel = clock.after(10, () => ran.push("no"));
    cancel();
    clock.advance(20);
    expect(ran).toEqual([]);
  });
});
