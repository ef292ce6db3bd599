import type { Instant } from "../core/resolution/responder.ts";

/**
 * The connection to a platform. `isConnected` means that it was heard from lately, its heartbeats counted: both SDKs give a
 * connection up that has been silent for half a minute to a minute. Where a platform calls us, being there is enough.
 */
export type Line = {
  readonly isConnected: boolean;
  /** When it last told us something; undefined before the first time. */
  readonly heardAt: Instant | undefined;
};
