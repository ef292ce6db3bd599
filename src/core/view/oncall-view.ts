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
  const nothing =
    facts.plan.schedules.length === 0 ? [paragraph("oncall.yaml has no schedule: policies name people outright.")] : [];
  return {
    blocks: [heading(title), ...schedules, ...nothing, ...remarks.map((remark) => note(remark))],
    fallback: title,
  };
}
