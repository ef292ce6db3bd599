import { type OnCallFacts, onCallReport, wallTime } from "../escalation/on-call-report.ts";
import type { Instant } from "../resolution/responder.ts";
import { bullets, heading, note, paragraph, rich, strong } from "./rich.ts";
import type { Block, View } from "./view.ts";

/** What is known about who is on call. `remarks`: what is wrong with it at the moment. */
export type OnCallNow = OnCallFacts & { readonly remarks: readonly string[] };

/** Who is on call, until when, and who is next. Nobody is mentioned: people are not called by being asked about. */
export function oncallView({ remarks, ...facts }: OnCallNow, at: Instant, now: Instant): View {
  const [zone = "UTC"] = facts.plan.schedules.map((schedule) => schedule.zone);
  const title = at === now ? "Who is on call" : `Who is on call at ${wallTime(at, zone)}`;
  const schedules = onCallReport(facts, at).flatMap(
    ({ name, now: standing, next, irregularities, overrides }): Block[] => [
      paragraph(strong(name), `: ${standing}`),
      ...bullets(
        [...(next === undefined ? [] : [`then ${next}`]), ...irregularities, ...overrides].map((line) => rich(line)),
      ),
    ],
  );
  const always = facts.plan.schedules.length === 0 ? alwaysOnCall(facts.plan) : [];
  return {
    blocks: [heading(title), ...schedules, ...always, ...remarks.map((remark) => note(remark))],
    fallback: title,
  };
}

/** Where nobody takes turns, the policies say whom they call, level by level. */
function alwaysOnCall({ policies, people }: OnCallNow["plan"]): readonly Block[] {
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? id;
  return policies.flatMap(({ id, levels }): Block[] => [
    paragraph(strong(id), ": always the same people, because oncall.yaml has no schedule"),
    ...bullets(
      levels.map(({ targets }, at) =>
        rich(
          `level ${at + 1}: ${targets.flatMap((target) => (target.kind === "person" ? [nameOf(target.person)] : [])).join(", ")}`,
        ),
      ),
    ),
  ]);
}
