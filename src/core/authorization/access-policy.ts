import type { OnCallPlan } from "../escalation/policy.ts";
import type { AccessPolicy } from "./role.ts";

/** Who may do what, as `oncall.yaml` says; without one nothing is restricted that a bot without pagers can do. */
export function accessPolicyOf(plan: Pick<OnCallPlan, "people" | "roles" | "isUnusable"> | undefined): AccessPolicy {
  const isUnusable = plan?.isUnusable === true;
  return { isOpen: plan === undefined, isUnusable, grants: plan?.roles ?? [], people: plan?.people ?? [] };
}
