import type { Clock } from "../../../src/app/clock.ts";
import { type Instant, instant } from "../../../src/core/resolution/responder.ts";

/** A clock that stands still until a test moves it. */
export type VirtualClock = Clock & {
  /** Moves on to the next thing that is due, but not further than `until`; false when nothing is due by then. */
  readonly step: (until: Instant) => boolean;
  /** Moves the hands only, back as well, and runs nothing: what an administrator does to a clock. */
  readonly jump: (milliseconds: number) => void;
};

type Timer = { readonly due: number; readonly run: () => void };

export function virtualClock(start = 1_790_000_000_000): VirtualClock {
  let now = start;
  let jumped = 0;
  const timers = new Set<Timer>();
  return {
    now: () => instant(now + jumped),
    after: (milliseconds, run) => {
      const timer = { due: now + milliseconds, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    step: (until) => {
      const [next] = [...timers].toSorted((a, b) => a.due - b.due);
      if (next === undefined || next.due > until - jumped) {
        now = Math.max(now, until - jumped);
        return false;
      }
      timers.delete(next);
      now = Math.max(now, next.due);
      next.run();
      return true;
    },
    jump: (milliseconds) => {
      jumped += milliseconds;
    },
  };
}
