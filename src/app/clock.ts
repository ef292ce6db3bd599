import { type Instant, instant } from "../core/resolution/responder.ts";

/** The one clock. Everything that waits asks it, so that tests and soaks run on virtual time. */
export type Clock = {
  readonly now: () => Instant;
  /** Runs something once, after so many milliseconds; the returned function calls it off. */
  readonly after: (milliseconds: number, run: () => void) => () => void;
};

export const systemClock: Clock = {
  now: () => instant(Date.now()),
  after: (milliseconds, run) => {
    const timer = setTimeout(run, milliseconds);
    return () => clearTimeout(timer);
  },
};

/** What comes first: the result, or "too late" after so many milliseconds. */
export async function withinTime<Result>(
  clock: Clock,
  milliseconds: number,
  work: Promise<Result>,
): Promise<Result | "too late"> {
  const { promise, resolve } = Promise.withResolvers<"too late">();
  const callOff = clock.after(milliseconds, () => resolve("too late"));
  try {
    return await Promise.race([work, promise]);
  } finally {
    callOff();
  }
}

/** The instant so many milliseconds later. */
export function later(at: Instant, milliseconds: number): Instant {
  return instant(Math.round(at + milliseconds));
}
