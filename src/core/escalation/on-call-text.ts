import type { Instant } from "../resolution/responder.ts";
import { type OnCallFacts, onCallReport } from "./on-call-report.ts";

/** Who is on call in every schedule, a line each, and below it who is next, and the gaps, overlaps and overrides. */
export function onCallText(facts: OnCallFacts, at: Instant): readonly string[] {
  return onCallReport(facts, at).flatMap(({ name, now, next, irregularities, overrides }) => [
    `${name}: ${now}`,
    ...[...(next === undefined ? [] : [`then ${next}`]), ...irregularities, ...overrides].map((line) => `  ${line}`),
  ]);
}
