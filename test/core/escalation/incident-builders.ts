import { advanceEscalation } from "../../../src/core/escalation/advance-escalation.ts";
import type { Escalation, EscalationEffect, EscalationEvent } from "../../../src/core/escalation/escalation.ts";
import type { EscalationAdvance, EscalationContext } from "../../../src/core/escalation/escalation-outcome.ts";
import type { Level, Person, Policy } from "../../../src/core/escalation/policy.ts";
import { escalationId, policyId } from "../../../src/core/escalation/ids.ts";
import { startEscalation } from "../../../src/core/escalation/start-escalation.ts";
import { caseId } from "../../../src/core/resolution/case.ts";
import { instant } from "../../../src/core/resolution/responder.ts";
import { ana, atMinute, bo } from "../resolution/builders.ts";
import { person } from "./builders.ts";

export function aPerson(id: string): Person {
  return { id: person(id), name: id, slack: `U${id.toUpperCase()}`, discord: undefined, email: undefined };
}

export function aLevel(facts: Partial<Level> = {}): Level {
  return {
    targets: [{ kind: "person", person: person("ana") }],
    means: [{ kind: "mention" }, { kind: "direct" }, { kind: "pager", pager: "pd" }],
    wait: 10,
    ...facts,
  };
}

/** Ana, then Bo, once; ten minutes each. */
export function aPolicy(facts: Partial<Policy> = {}): Policy {
  return {
    id: policyId("all"),
    levels: [aLevel(), aLevel({ targets: [{ kind: "person", person: person("bo") }] })],
    rounds: 1,
    quiet: [],
    automatic: false,
    severity: "high",
    ...facts,
  };
}

export function inContext(facts: Partial<EscalationContext> & { readonly minute?: number } = {}): EscalationContext {
  const { minute = 0, ...others } = facts;
  return { at: atMinute(minute), by: bo, policy: aPolicy(), peopleOf, ...others };
}

function peopleOf({ targets }: Level): readonly Person[] {
  return targets.flatMap((target) => (target.kind === "person" ? [aPerson(target.person)] : []));
}

export type Moved = Extract<EscalationAdvance, { kind: "moved" }>;

export function started(context: EscalationContext = inContext()): Moved {
  const wish = {
    id: escalationId("case-1"),
    case: caseId("case-1"),
    fingerprint: "event 7009",
    title: "The store does not mount (event 7009)",
    severity: undefined,
    reason: "all was tried",
    place: "#mail",
    by: ana,
  };
  return asMoved(startEscalation(wish, context));
}

export function happened(
  escalation: Escalation,
  event: EscalationEvent,
  context: EscalationContext = inContext(),
): Moved {
  return asMoved(advanceEscalation(escalation, event, context));
}

function asMoved(advance: EscalationAdvance): Moved {
  if (advance.kind !== "moved") throw new Error(`Expected a move, but it is ${advance.kind}`);
  return advance;
}

/** `page pd trigger kms/case-1/1`, `tell …`, a line an effect. */
export function effectLines(effects: readonly EscalationEffect[]): readonly string[] {
  return effects.map((effect) => {
    switch (effect.kind) {
      case "page":
        return `page ${effect.pager} ${effect.event} ${effect.key}`;
      case "tell":
        return `tell ${effect.text}${effect.people.map(({ id }) => ` @${id}`).join("")}`;
      case "direct":
        return `direct ${effect.to.id}`;
      case "timer":
        return `timer ${effect.name} +${Math.round((effect.at - atMinute(0)) / 1_000)} s`;
      case "open":
        return `open ${effect.place.place}`;
      case "show":
      case "cancel-timers":
        return effect.kind;
    }
  });
}

export { ana, atMinute, bo, instant };
