import type { EscalationContext } from "../../core/escalation/escalation-outcome.ts";
import { peopleOfLevel, type Subject } from "../../core/escalation/find-on-call.ts";
import { personId } from "../../core/escalation/ids.ts";
import type { Level, OnCallPlan, Person, Policy, PolicyId } from "../../core/escalation/policy.ts";
import type { Case } from "../../core/resolution/case.ts";
import type { Responder } from "../../core/resolution/responder.ts";
import type { MentionOf } from "../../core/view/line-view.ts";
import type { Desk } from "../events/scene.ts";
import type { Place, PlatformName } from "../platform.ts";

/** Who acts (undefined: the clock or a pager), when and from where, and by the plan as it is now. */
export function contextOf(
  desk: Pick<Desk, "parts" | "now" | "from">,
  policy: Policy,
  by: Responder | undefined,
): EscalationContext {
  const plan = desk.parts.oncall?.();
  const peopleOf: EscalationContext["peopleOf"] = (level, at) =>
    plan === undefined ? [] : peopleOfLevel(plan, level, at);
  return { at: desk.now, by, from: desk.from, policy, peopleOf };
}

/** The policy by which an incident goes on: its own, or another one where that was taken out of the plan. */
export function policyNamed(plan: OnCallPlan | undefined, id: PolicyId): Policy {
  return plan?.policies.find((policy) => policy.id === id) ?? plan?.policies[0] ?? nobody(id);
}

/** Without a plan nobody can be called; what is open can still be acknowledged and resolved. */
function nobody(id: PolicyId): Policy {
  const target = { kind: "person", person: personId("nobody") } as const;
  const level: Level = { targets: [target], means: [{ kind: "mention" }], wait: 10 };
  return { id, levels: [level], rounds: 1, quiet: [], automatic: false, severity: "high" };
}

/** What decides about the policy of a case. */
export function subjectOf(
  { parts: { articles } }: { readonly parts: Pick<Desk["parts"], "articles"> },
  known: Case,
  place: Pick<Place, "platform" | "channel">,
): Subject {
  const tried = known.runs.map(({ article }) => article);
  const candidates = [...new Set([...tried.toReversed(), ...known.verdict.matches.map(({ article }) => article)])];
  const products = candidates.slice(0, 1).flatMap((id) => articles.get(id)?.products ?? []);
  return { products, articles: candidates.slice(0, 1), channel: channelName(place) };
}

/** A channel as oncall.yaml names it, such as `slack C0123`. */
export function channelName({ platform, channel }: Pick<Place, "platform" | "channel">): string {
  return `${platform} ${channel}`;
}

/** How people are mentioned on a platform: by their ids alone. */
export function mentionOn(platform: PlatformName): MentionOf {
  return (person) => {
    const user = idOn(platform, person);
    return user === undefined ? undefined : { user, name: person.name };
  };
}

export function idOn(platform: PlatformName, person: Person): string | undefined {
  return platform === "terminal" ? undefined : person[platform];
}
