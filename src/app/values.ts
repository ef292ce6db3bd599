import type { Instant } from "../core/resolution/responder.ts";

/** Settings, installations, and other small things by name; values are JSON. */
export type Values = {
  readonly get: (name: string) => Promise<unknown>;
  /** Without an `until` it stays. */
  readonly set: (name: string, value: unknown, until?: Instant) => Promise<void>;
  /** Keeps the value unless there is one, and then says false: of several replicas at once one is told true. */
  readonly add: (name: string, value: unknown, until?: Instant) => Promise<boolean>;
  readonly remove: (name: string) => Promise<void>;
  readonly names: (prefix: string) => Promise<readonly string[]>;
};
