import type { Reading } from "../signals/signal.ts";
import { understoodIn } from "../view/signal-text.ts";
import { textOf } from "../view/rich.ts";

/** One error that no article was about, however often and wherever it was met. */
export type MissedError = {
  /** What identifies it, in words; its first telling line where nothing does. */
  readonly fingerprint: string;
  readonly times: number;
  /** Milliseconds since 1970. */
  readonly latest: number;
  /** A line to recognise it by. */
  readonly sample: string;
};

export type SeenMiss = { readonly reading: Reading; readonly at: number };

/** Errors with the same marks are the same error; those without any are, when they say the same but for the numbers. The most frequent first. */
export function groupMisses(misses: readonly SeenMiss[]): readonly MissedError[] {
  const groups = Map.groupBy(misses, ({ reading }) => fingerprintOf(reading));
  const errors = [...groups].map(([fingerprint, same]) => ({
    fingerprint,
    times: same.length,
    latest: Math.max(...same.map(({ at }) => at)),
    sample: same[0] === undefined ? "" : tellingLine(same[0].reading),
  }));
  return errors.toSorted((a, b) => b.times - a.times || b.latest - a.latest);
}

function fingerprintOf(reading: Reading): string {
  const marks = understoodIn([reading]).map(textOf);
  return marks.length > 0 ? marks.toSorted().join(", ") : worded(tellingLine(reading));
}

/** The first part that a program wrote; else what people said. */
function tellingLine({ parts, text }: Reading): string {
  const [first] = parts.toSorted((a, b) => (a.kind === "prose" ? 1 : 0) - (b.kind === "prose" ? 1 : 0));
  const line = (first?.text ?? text).split("\n").find((one) => one.trim() !== "") ?? "";
  return line.trim().replaceAll(/\s+/g, " ").slice(0, LONGEST);
}

/** UTF-16 units of a line that are shown. */
const LONGEST = 120;

/** The wording without what differs from time to time. */
function worded(line: string): string {
  return line.toLowerCase().replaceAll(/\d+/g, "#");
}
