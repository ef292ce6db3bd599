import type { Paged } from "./paging.ts";

/** The longest pause that nobody asked for: with a request's 8 s it leaves a service 30 s after its return. */
const LONGEST_PAUSE = 20_000;
const FIRST_PAUSE = 1_000;

/** How long to go on, in milliseconds: a page a day late wakes nobody. */
const GIVE_UP_AFTER = 86_400_000;

/** How many milliseconds to wait before attempt number `attempt + 1`; attempts count from 1. What the service asks for is kept. */
export function pauseAfter(attempt: number, later: Extract<Paged, { kind: "later" }>): number {
  const own = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** Math.min(attempt - 1, 10));
  return Math.max(own, later.after ?? 0);
}

/** Whether a page that was first tried then is still worth trying. */
export function isWorthTrying(firstTried: number, now: number): boolean {
  return now - firstTried < GIVE_UP_AFTER;
}
