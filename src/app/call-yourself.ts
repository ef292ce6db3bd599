import { handOff } from "../core/escalation/hand-off.ts";
import { handOffText } from "../core/escalation/hand-off-text.ts";
import { peopleOfLevel, policyFor } from "../core/escalation/find-on-call.ts";
import type { Severity } from "../core/escalation/policy.ts";
import type { Case } from "../core/resolution/case.ts";
import { callYourselfView, type WhoToCall } from "../core/view/call-yourself-view.ts";
import type { View } from "../core/view/view.ts";
import { subjectOf } from "./incidents/plan.ts";
import type { Ports } from "./ports.ts";

/** For somebody who talks with the bot where nobody can be paged: who is on call, and what they need to know. */
export async function callYourself(ports: Ports, known: Case, said: Severity | undefined): Promise<View> {
  const { people, severity: usual } = await wouldBeCalled(ports, known);
  const severity = said ?? usual;
  const packet = handOff(known, { severity, places: [], articles: ports.articles, links: [] });
  return callYourselfView(people, handOffText(packet));
}

type Called = { readonly people: WhoToCall; readonly severity: string };

/** Whom the first level calls now. */
async function wouldBeCalled({ oncall, articles, clock }: Ports, known: Case): Promise<Called> {
  const plan = (await oncall?.())?.plan;
  const subject = subjectOf({ parts: { articles } }, known, { platform: "terminal", channel: "here" });
  const policy = plan === undefined ? undefined : policyFor(plan, subject)?.policy;
  if (plan === undefined) return { people: "no plan", severity: "high" };
  if (plan.isUnusable === true) return { people: "unusable plan", severity: "high" };
  const people = policy === undefined ? [] : peopleOfLevel(plan, policy.levels[0], clock.now());
  return { people, severity: policy?.severity ?? "high" };
}
