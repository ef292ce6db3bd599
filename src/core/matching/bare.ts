import type { Unit, UnitSignal } from "./unit.ts";
import { wordsOf } from "./words.ts";

/** Nothing was said but identifiers: that a title happens to repeat them tells nothing. */
export function isBare(unit: Unit): boolean {
  if (unit.text.length > LONGEST_BARE) return false;
  const known = new Set([...LABELS, ...unit.signals.flatMap((signal) => wordsOf(writtenAs(signal)))]);
  return wordsOf(unit.text).every((word) => known.has(word));
}

/** Longer texts are more than identifiers. */
const LONGEST_BARE = 200;

const LABELS = wordsOf("event id eventid source from error code stop hresult number the and");

function writtenAs(signal: UnitSignal): string {
  switch (signal.kind) {
    case "event":
      return `${signal.id} ${signal.source ?? ""}`;
    case "code":
      return signal.written;
    case "bare-number":
      return String(signal.value);
    case "error-number":
      return `${signal.family} ${signal.number}`;
    case "name":
      return signal.name;
    case "position":
    case "build":
    case "article":
    case "file":
    case "pattern":
      return "";
  }
}
