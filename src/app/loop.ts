import type { Clock } from "./clock.ts";

/** A job that is done again whenever there may be something to do. */
export type Loop = {
  /** There may be something to do. */
  readonly wake: () => void;
  /** Resolves when there was nothing left to do for now. */
  readonly idle: () => Promise<void>;
  /** No new round begins; resolves when the present one is over. */
  readonly stop: () => Promise<void>;
};

/** How long to wait after a round failed, such as while the database is away (milliseconds). */
const AFTER_FAILURE = 500;

/**
 * Runs `round` until it says that nothing is left: it returns the milliseconds until it is worth looking again. One
 * round at a time; a call during a round brings another one. A round that fails is repeated later.
 */
export function loop(clock: Clock, round: () => Promise<number>, failed: (error: unknown) => void): Loop {
  const is: State = { called: false, running: false, stopped: false };
  let callOff: (() => void) | undefined;
  let present = Promise.resolve();
  const rounds = async () => {
    while (is.called && !is.stopped) {
      is.called = false;
      const pause = await round().catch((error: unknown) => {
        failed(error);
        return AFTER_FAILURE;
      });
      callOff?.();
      if (pause <= 0) is.called = true;
      else if (!is.stopped) callOff = clock.after(pause, wake);
    }
    is.running = false;
  };
  const wake = () => {
    is.called = true;
    if (is.running || is.stopped) return;
    is.running = true;
    present = rounds();
  };
  const stop = async () => {
    is.stopped = true;
    callOff?.();
    await present;
  };
  return { wake, stop, idle: () => present };
}

type State = { called: boolean; running: boolean; stopped: boolean };
