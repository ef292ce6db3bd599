import { readSignals as readText } from "../../../src/core/signals/read.ts";
import type { Reading } from "../../../src/core/signals/signal.ts";

/** What is understood of a text that somebody asks about. */
export function readSignals(text: string): Reading {
  return readText(text, "command");
}
