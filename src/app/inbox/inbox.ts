import type { Instant } from "../../core/resolution/responder.ts";
import type { TenantKey } from "../names.ts";
import type { Delivery } from "../platform.ts";

/** What is to be worked off: in order within a lane, in parallel across lanes. */
export type Inbox = {
  /** The oldest open piece of work that has none before it in its lane. Nobody else gets it while the transaction lasts. */
  readonly next: (now: Instant) => Promise<Work | undefined>;
  /** When the next one is due that is not due yet. */
  readonly nextDue: (now: Instant) => Promise<Instant | undefined>;
  readonly finish: (work: Work) => Promise<void>;
  readonly postpone: (work: Work, until: Instant, why: string) => Promise<void>;
  readonly giveUp: (work: Work, why: string) => Promise<void>;
  /** Something to do later: it survives restarts, and happens once. The same name again is the same timer. */
  readonly schedule: (timer: Timer) => Promise<void>;
  readonly cancel: (timer: Pick<Timer, "tenant" | "name">) => Promise<void>;
  /** Calls off every timer whose name begins so: letters, digits, blanks and slashes. */
  readonly cancelAll: (timers: { readonly tenant: TenantKey; readonly prefix: string }) => Promise<void>;
};

export type Work = { readonly seq: number; readonly tenant: TenantKey; readonly attempts: number } & (
  | { readonly kind: "delivery"; readonly delivery: Delivery }
  | { readonly kind: "timer"; readonly timer: Timer }
);

/** `due` is wall time: after a clock jump it fires when the clock says so. */
export type Timer = { readonly tenant: TenantKey; readonly name: string; readonly due: Instant };
