import type { Clock } from "../../src/app/clock.ts";
import type { Line } from "./line.ts";
import { type Report, reasonOf } from "./report.ts";

export type Supervised = { readonly open: () => number; readonly stop: () => Promise<void> };

export type Supervision = {
  readonly openLine: () => Promise<Line>;
  readonly clock: Clock;
  readonly report: Report;
};

/** Two, so that one is open while Slack takes the other back; it does so every few hours. */
const LINES = 2;

/** Milliseconds. Opened apart, sockets are taken back apart. A socket that lived shorter than `lived` counts as a failure. */
const TIMES = { apart: 10_000, lived: 10_000, first: 500, most: 30_000 } as const;

/** Keeps two sockets open, whatever happens, until it is stopped. */
export function superviseLines(supervision: Supervision): Supervised {
  const lines = new Set<Line>();
  const rest = resting(supervision.clock);
  const keepers = Array.from({ length: LINES }, (_, index) => keep(supervision, lines, rest, index * TIMES.apart));
  return {
    open: () => lines.size,
    stop: async () => {
      rest.end();
      await Promise.all([...lines].map((line) => line.close()));
      await Promise.all(keepers);
    },
  };
}

/** One place for a socket: opens it, waits until it is over, and opens the next. */
async function keep(
  { openLine, clock, report }: Supervision,
  lines: Set<Line>,
  rest: Resting,
  delay: number,
): Promise<void> {
  await rest.wait(delay);
  let failures = 0;
  while (!rest.isOver()) {
    const since = clock.now();
    try {
      const line = await openLine();
      await hold(line, lines, rest);
    } catch (error) {
      report({ level: "warn", text: `Cannot reach Slack: ${reasonOf(error)}. It is tried again within 30 s.` });
    }
    failures = clock.now() - since >= TIMES.lived ? 0 : failures + 1;
    await rest.wait(backOff(failures));
  }
}

async function hold(line: Line, lines: Set<Line>, rest: Resting): Promise<void> {
  lines.add(line);
  if (rest.isOver()) await line.close();
  await line.over;
  lines.delete(line);
}

/** At once, then half a second, then twice as long each time, never more than 30 s. Milliseconds. */
export function backOff(failures: number): number {
  return failures <= 1 ? 0 : Math.min(TIMES.most, TIMES.first * 2 ** (failures - 2));
}

type Resting = {
  readonly wait: (milliseconds: number) => Promise<void>;
  readonly isOver: () => boolean;
  readonly end: () => void;
};

/** Waits that all end when there is nothing to wait for any more. */
function resting(clock: Clock): Resting {
  const waiting = new Set<() => void>();
  let isOver = false;
  const wait = (milliseconds: number): Promise<void> => {
    if (isOver || milliseconds <= 0) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = (): void => {
        cancel();
        waiting.delete(wake);
        resolve();
      };
      const cancel = clock.after(milliseconds, wake);
      waiting.add(wake);
    });
  };
  const end = (): void => {
    isOver = true;
    for (const wake of waiting) wake();
  };
  return { wait, isOver: () => isOver, end };
}
