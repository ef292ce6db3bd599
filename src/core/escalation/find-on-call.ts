import type { Instant } from "../resolution/responder.ts";
import { peopleAt } from "./on-call.ts";
import type { Level, OnCallPlan, Person, Policy, Route } from "./policy.ts";

/** What is known of a case when its policy is looked up. `channel` is a platform and its id: `slack C1`. */
export type Subject = {
  readonly products: readonly string[];
  readonly articles: readonly string[];
  readonly channel: string;
};

/** The first route that fits and its policy; without routes, the first policy. */
export function policyFor(
  plan: OnCallPlan,
  subject: Subject,
): { readonly policy: Policy; readonly route: Route | undefined } | undefined {
  const route = plan.routes.find((one) => fits(one, subject));
  const policy = route === undefined ? plan.policies[0] : plan.policies.find(({ id }) => id === route.policy);
  return policy === undefined ? undefined : { policy, route };
}

function fits({ product, article, channel }: Route, subject: Subject): boolean {
  return has(subject.products, product) && has(subject.articles, article) && has([subject.channel], channel);
}

function has(known: readonly string[], wanted: string | undefined): boolean {
  return wanted === undefined || known.some((one) => one.toLowerCase() === wanted.toLowerCase());
}

/** Whom a level calls at a time, each once. */
export function peopleOfLevel(plan: OnCallPlan, level: Level, at: Instant): readonly Person[] {
  const ids = level.targets.flatMap((target) => {
    if (target.kind === "person") return [target.person];
    const schedule = plan.schedules.find(({ id }) => id === target.schedule);
    return schedule === undefined ? [] : peopleAt(schedule, at);
  });
  return [...new Set(ids)].flatMap((id) => plan.people.find((person) => person.id === id) ?? []);
}
