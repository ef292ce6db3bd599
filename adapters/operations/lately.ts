import type { Clock } from "../../src/app/clock.ts";

/** Does the work at most once in so many milliseconds: whoever asks meanwhile gets the same answer. */
export function lately<Result>(
  clock: Pick<Clock, "now">,
  milliseconds: number,
  work: () => Promise<Result>,
): () => Promise<Result> {
  let last: { readonly at: number; readonly result: Promise<Result> } | undefined;
  return () => {
    const age = last === undefined ? Number.POSITIVE_INFINITY : clock.now() - last.at;
    if (last === undefined || age >= milliseconds || age < 0) last = { at: clock.now(), result: work() };
    return last.result;
  };
}
