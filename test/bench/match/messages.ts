import type { EngineName } from "../engines/index.ts";
import type { Found } from "../engines/engine.ts";
import type { LabelledQuery } from "../metrics.ts";

/** What the bench asks the process of an engine to do. */
export type Order =
  | { readonly kind: "build"; readonly engine: EngineName; readonly articles: string; readonly folder: string }
  | { readonly kind: "open"; readonly engine: EngineName; readonly folder: string }
  | { readonly kind: "search"; readonly query: LabelledQuery }
  | { readonly kind: "weigh" };

/** What the process answers. Times in milliseconds, sizes in bytes. */
export type Answer =
  | { readonly kind: "built"; readonly milliseconds: number; readonly peak: number }
  | { readonly kind: "opened"; readonly milliseconds: number; readonly code: Memory }
  | { readonly kind: "found"; readonly found: Found; readonly milliseconds: number }
  | { readonly kind: "weighed"; readonly memory: Memory }
  /** The engine threw: that is a mistake in it or in the bench, and no measurement. */
  | { readonly kind: "failed"; readonly stack: string };

/** What the process takes beyond what it took before the engine was loaded. */
export type Memory = { readonly resident: number; readonly arrayBuffers: number; readonly heap: number };
