import { type Override, withOverrides } from "../core/escalation/override.ts";
import type { OnCallPlan } from "../core/escalation/policy.ts";
import type { Instant } from "../core/resolution/responder.ts";
import type { OnCallNow } from "../core/view/oncall-view.ts";
import type { TenantKey } from "./names.ts";
import type { BotParts } from "./parts.ts";
import type { KeptOverride } from "./overrides.ts";
import type { Transaction } from "./store.ts";

/**
 * The parts with the plan as it is now: what `oncall.yaml` says and what people said in chats. All tenants share the plan,
 * so they share what was said about it.
 */
export async function withPlanNow(parts: BotParts, tx: Transaction, now: Instant): Promise<BotParts> {
  const plan = parts.oncall?.();
  if (plan === undefined) return parts;
  const merged = withOverrides(plan, standingIn(plan, await tx.standingOverrides(now)));
  return { ...parts, oncall: () => merged };
}

/** What is to be told about it in a workspace: who set an override elsewhere is not told here. */
export function onCallNow(
  plan: OnCallPlan,
  kept: readonly KeptOverride[],
  { tenant, remarks }: { readonly tenant: TenantKey | "all"; readonly remarks: readonly string[] },
): OnCallNow {
  const overrides = standingIn(plan, kept);
  const told = overrides.map(({ by, tenant: where, ...override }) => ({
    ...override,
    setBy: tenant === "all" || tenant === where ? by.name : undefined,
  }));
  return { plan: withOverrides(plan, overrides), overrides: told, remarks };
}

/** Somebody may have been taken out of `oncall.yaml` since. */
function standingIn<One extends Override>({ people, schedules }: OnCallPlan, kept: readonly One[]): readonly One[] {
  return kept.filter(
    ({ person, schedule }) => people.some(({ id }) => id === person) && schedules.some(({ id }) => id === schedule),
  );
}
