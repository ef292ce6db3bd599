import type { VirtualClock } from "../clock.ts";
import type { Dispatch } from "../world/dispatch.ts";

/** Faults of the deliveries themselves. `t` narrows them to one kind of event. */
export type DeliveryFaults = {
  /** The next `times` dispatches come `copies` times. */
  readonly duplicate: (options?: { readonly t?: string; readonly copies?: number; readonly times?: number }) => void;
  /** The next dispatch comes after the one that follows it. */
  readonly swap: (t?: string) => void;
  /** The next `times` dispatches come so many milliseconds late. */
  readonly delay: (ms: number, options?: { readonly t?: string; readonly times?: number }) => void;
  /** The next `times` dispatches never come. */
  readonly lose: (options?: { readonly t?: string; readonly times?: number }) => void;
};

export type Delivery = DeliveryFaults & { readonly send: (dispatch: Dispatch) => void };

type Plan =
  | { readonly kind: "duplicate"; readonly t: string | undefined; readonly copies: number; left: number }
  | { readonly kind: "swap"; readonly t: string | undefined; left: number }
  | { readonly kind: "delay"; readonly t: string | undefined; readonly ms: number; left: number }
  | { readonly kind: "lose"; readonly t: string | undefined; left: number };

/** Stands between the world and the sessions. */
export function delivery(clock: VirtualClock, out: (dispatch: Dispatch) => void): Delivery {
  const plans: Plan[] = [];
  let held: Dispatch | undefined;
  const take = (t: string): Plan | undefined => {
    const plan = plans.find((one) => one.left > 0 && (one.t === undefined || one.t === t));
    if (plan !== undefined) plan.left -= 1;
    return plan;
  };
  const release = (): void => {
    const waiting = held;
    held = undefined;
    if (waiting !== undefined) out(waiting);
  };
  const follow = (plan: Plan, dispatch: Dispatch): void => {
    switch (plan.kind) {
      case "duplicate":
        for (let copy = 0; copy < plan.copies; copy += 1) out(dispatch);
        return;
      case "delay":
        clock.after(plan.ms, () => out(dispatch));
        return;
      case "swap":
        held = dispatch;
        return;
      case "lose":
        return;
    }
  };
  return {
    duplicate: ({ t, copies = 2, times = 1 } = {}) => void plans.push({ kind: "duplicate", t, copies, left: times }),
    swap: (t) => void plans.push({ kind: "swap", t, left: 1 }),
    delay: (ms, { t, times = 1 } = {}) => void plans.push({ kind: "delay", ms, t, left: times }),
    lose: ({ t, times = 1 } = {}) => void plans.push({ kind: "lose", t, left: times }),
    send: (dispatch) => {
      const plan = take(dispatch.t);
      if (plan === undefined) out(dispatch);
      else follow(plan, dispatch);
      if (plan?.kind !== "swap") release();
    },
  };
}
