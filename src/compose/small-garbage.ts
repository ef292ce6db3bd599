import { setFlagsFromString } from "node:v8";

/**
 * Keeps the part of the heap where short-lived objects lie at the size it begins with, 1 MB. Left alone it grows to 16 MB,
 * of which V8 holds twice, and no answer comes sooner for it: `npm run bench -- latency` says what is taken with this, and some
 * 15 MB more without. Only at run time: on the command line V8 takes a factor of 2 at least.
 * What builds an index is better off without it.
 */
export function keepGarbageSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
