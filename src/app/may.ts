import { accessPolicyOf } from "../core/authorization/access-policy.ts";
import { type Authorization, authorize, type Deed } from "../core/authorization/authorize.ts";
import type { Actor } from "../core/authorization/role.ts";
import type { OnCallPlan } from "../core/escalation/policy.ts";
import { noticeView } from "../core/view/notice-view.ts";
import { rich } from "../core/view/rich.ts";
import type { View } from "../core/view/view.ts";

/** Whether somebody may do something. There is no other check: buttons, commands, forms and mentions all ask this one. */
export type May = (deed: Deed) => Authorization;

export function mayOf(who: Actor, plan: OnCallPlan | undefined): May {
  const policy = accessPolicyOf(plan);
  return (deed) => authorize(deed, who, policy);
}

/** The private word to somebody who may not, with the way out; undefined where they may. */
export function refusal(may: May, deed: Deed): View | undefined {
  const authorization = may(deed);
  return authorization.kind === "allowed" ? undefined : noticeView(rich(authorization.why));
}
