/** Takes a timer back. Taking it back twice does nothing. */
type Cancel = () => void;

/** Time as the fake sees it: it stands still until somebody advances it. */
export type Clock = {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Runs once, when the clock has been advanced by `ms`. */
  readonly after: (ms: number, run: () => void) => Cancel;
  /** Moves time forward and runs what falls due on the way, in order. */
  readonly advance: (ms: number) => void;
};

type Timer = { readonly due: number; readonly order: number; readonly run: () => void };

/** `startsAt` is the real time by default, because Bolt checks signatures against the real clock. */
export function virtualClock(startsAt: number = Date.now()): Clock {
  const timers = new Set<Timer>();
  let time = startsAt;
  let order = 0;
  const after = (ms: number, run: () => void): Cancel => {
    const timer = { due: time + Math.max(0, ms), order: order++, run };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  const advance = (ms: number): void => {
    const until = time + ms;
    for (let timer = nextDue(timers, until); timer !== undefined; timer = nextDue(timers, until)) {
      timers.delete(timer);
      time = Math.max(time, timer.due);
      timer.run();
    }
    time = Math.max(time, until);
  };
  return { now: () => time, after, advance };
}

function nextDue(timers: ReadonlySet<Timer>, until: number): Timer | undefined {
  const due = [...timers].filter((timer) => timer.due <= until);
  return due.toSorted((a, b) => a.due - b.due || a.order - b.order)[0];
}
