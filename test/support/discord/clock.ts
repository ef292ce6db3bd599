/** A clock that tests move: what is due in between happens in order. Times are milliseconds since 1970. */
export type VirtualClock = {
  readonly now: () => number;
  /** Jumps ahead and runs everything that falls due on the way. */
  readonly advance: (ms: number) => void;
  /** Runs the task when the time has come, by itself or by `advance`. Answers how to call it off. */
  readonly after: (ms: number, task: () => void) => () => void;
  /** Called after every jump, with the new time. */
  readonly onAdvance: (listener: (now: number) => void) => void;
  readonly stop: () => void;
};

type Task = { readonly due: number; readonly run: () => void; readonly timer: NodeJS.Timeout };

/** Flows with `source` (the machine's clock unless told otherwise); a constant source makes it stand still between jumps. */
export function virtualClock(source: () => number = Date.now): VirtualClock {
  const tasks = new Set<Task>();
  const listeners: ((now: number) => void)[] = [];
  let skipped = 0;
  const now = (): number => source() + skipped;
  const cancel = (task: Task): void => {
    clearTimeout(task.timer);
    tasks.delete(task);
  };
  const fire = (task: Task): void => {
    cancel(task);
    task.run();
  };
  return {
    now,
    advance: (ms) => {
      const end = now() + ms;
      for (let task = nextDue(tasks, end); task !== undefined; task = nextDue(tasks, end)) {
        skipped += Math.max(0, task.due - now());
        fire(task);
      }
      skipped += Math.max(0, end - now());
      for (const listener of listeners) listener(now());
    },
    after: (ms, run) => {
      const due = now() + ms;
      // A machine's timer may ring a little early.
      const ring = (): void => (now() >= due ? fire(task) : void task.timer.refresh());
      const task: Task = { due, run, timer: setTimeout(ring, Math.ceil(ms)).unref() };
      tasks.add(task);
      return () => cancel(task);
    },
    onAdvance: (listener) => listeners.push(listener),
    stop: () => {
      for (const task of tasks) cancel(task);
    },
  };
}

function nextDue(tasks: ReadonlySet<Task>, end: number): Task | undefined {
  return [...tasks].filter((task) => task.due <= end).toSorted((a, b) => a.due - b.due)[0];
}
