import type { Read } from "../app/ports.ts";
import { safeText } from "../app/without-secrets.ts";
import { readSignals } from "../core/signals/read.ts";

/** Reads a text without the secrets in it, for wherever what was read is kept. */
export const safeReader: Read = (text, via) => readSignals(safeText(text), via);
