import type { Delivery, MessageRef, Sent } from "../../src/app/platform.ts";
import type { Times } from "../../src/app/parts.ts";
import type { WirePost } from "../support/platform/visible.ts";
import type { StoreAddress } from "./scenario.ts";

/** How a replica is started. */
export type Setup = {
  readonly store: StoreAddress;
  readonly times: Partial<Times>;
  readonly knowledge: "three-errors" | "many-articles";
  readonly seed: number;
};

/** What the chat system says to a replica. */
export type ToReplica =
  | { readonly kind: "deliver"; readonly n: number; readonly delivery: Delivery }
  | { readonly kind: "sent"; readonly n: number; readonly sent: Sent }
  | { readonly kind: "found"; readonly n: number; readonly found: MessageRef | "absent" | "unknown" }
  | { readonly kind: "measure" }
  | { readonly kind: "stop" };

/** What a replica says to the chat system. */
export type FromReplica =
  | { readonly kind: "ready" }
  | { readonly kind: "accepted"; readonly n: number; readonly outcome: "stored" | "known" }
  | { readonly kind: "refused"; readonly n: number; readonly why: string }
  | { readonly kind: "send"; readonly n: number; readonly post: WirePost }
  | { readonly kind: "find"; readonly n: number; readonly key: string }
  | { readonly kind: "warned"; readonly problem: string }
  /** Milliseconds the event loop was held up since the last measure. */
  | {
      readonly kind: "measured";
      readonly p99: number;
      readonly max: number;
      readonly memory: number;
      readonly isReady: boolean;
    };
