import { instant } from "../resolution/responder.ts";
import { beginCalling } from "./call-level.ts";
import type { Escalation, EscalationEffect, EscalationEvent, EscalationId } from "./escalation.ts";
import {
  changed,
  type EscalationAdvance,
  type EscalationContext,
  moved,
  nextRevision,
  noted,
  refused,
  stale,
} from "./escalation-outcome.ts";
import type { Person, Severity } from "./policy.ts";
import { levelTimer } from "./timer-name.ts";

const MINUTE = 60_000;

/** One person is called by chat instead; without an answer it goes on with the next level. */
export function handOver(escalation: Escalation, to: Person, context: EscalationContext): EscalationAdvance {
  const { level, round } = "level" in escalation.state ? escalation.state : { level: 0, round: 1 };
  const wait = context.policy.levels[level]?.wait ?? 10;
  const until = instant(context.at + wait * MINUTE);
  const state = { kind: "calling", level, round, until } as const;
  const effects: readonly EscalationEffect[] = [
    { kind: "cancel-timers" },
    { kind: "tell", text: `Handed over to ${to.name}.`, people: [to] },
    { kind: "direct", to },
    { kind: "timer", name: levelTimer(level, round), at: until },
  ];
  return moved(
    noted(
      changed(nextRevision(escalation), { state, called: [to] }, ...effects),
      context,
      "hand-over",
      `handed over to ${to.name}`,
    ),
  );
}

/** One that becomes bad enough does not wait for the end of quiet hours. */
export function setSeverity(escalation: Escalation, severity: Severity, context: EscalationContext): EscalationAdvance {
  if (escalation.severity === severity)
    return stale(
      escalation,
      escalation.timeline.findLast(({ did }) => did === "severity"),
    );
  const one = noted(
    changed(nextRevision(escalation), { severity }),
    context,
    "severity",
    `severity ${escalation.severity} → ${severity}`,
  );
  if (escalation.state.kind !== "held") return moved(one);
  return moved(beginCalling(changed(one, {}, { kind: "cancel-timers" }), context));
}

/** A storm: the same error elsewhere joins the incident and calls nobody again. */
export function sight(
  escalation: Escalation,
  { place, count }: Extract<EscalationEvent, { kind: "seen" }>,
  context: EscalationContext,
): EscalationAdvance {
  const known = escalation.places.some((one) => one.place === place);
  const places = known
    ? escalation.places.map((one) => (one.place === place ? { place, count: one.count + count } : one))
    : [...escalation.places, { place, count }];
  const one = changed(nextRevision(escalation), { places });
  const text = context.by === undefined ? "seen elsewhere too" : "saw the same error elsewhere";
  return moved(known ? one : noted(one, context, "seen", text));
}

/** By hand: this one ends, and lives on in the other, which is told by `seen` for each place. */
export function merge(escalation: Escalation, into: EscalationId, context: EscalationContext): EscalationAdvance {
  if (into === escalation.id) return refused(escalation, "into-itself");
  const state = { kind: "merged", into, at: context.at } as const;
  const pages = escalation.pages.filter(({ status }) => status !== "failed");
  const effects = pages.map(
    ({ key, pager }): EscalationEffect => ({ kind: "page", key, pager, event: "resolve", round: 0, people: [] }),
  );
  const one = changed(nextRevision(escalation), { state }, { kind: "cancel-timers" }, ...effects);
  return moved(noted(one, context, "merge", `merged into ${into}`));
}

/** By hand: what happens in one place is another incident after all. */
export function split(escalation: Escalation, place: string, context: EscalationContext): EscalationAdvance {
  const leaving = escalation.places.find((one) => one.place === place);
  if (leaving === undefined) return refused(escalation, "no-such-place");
  if (escalation.places.length === 1) return refused(escalation, "last-place");
  const places = escalation.places.filter((one) => one !== leaving);
  const one = changed(nextRevision(escalation), { places }, { kind: "open", place: leaving });
  return moved(noted(one, context, "split", `${place} was split off`));
}
