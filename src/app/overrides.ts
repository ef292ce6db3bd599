import type { Override } from "../core/escalation/override.ts";
import type { Deed } from "../core/resolution/responder.ts";
import type { TenantKey } from "./names.ts";

/** Who takes over whose schedule, as it was said in a workspace. Whoever set one, or took one back, stays on record. */
export type Overrides = {
  /** `known` where the name is taken. */
  readonly add: (override: Override) => Promise<"added" | "known">;
  readonly takeBack: (id: string, deed: Deed) => Promise<TakenBack>;
};

export type KeptOverride = Override & { readonly tenant: TenantKey };

export type TakenBack =
  | { readonly kind: "taken-back"; readonly override: Override }
  /** Somebody was faster. */
  | { readonly kind: "before"; readonly deed: Deed }
  | { readonly kind: "over" }
  | { readonly kind: "unknown" };
