import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { advanceEscalation } from "../../../src/core/escalation/advance-escalation.ts";
import {
  type Escalation,
  type EscalationEffect,
  type EscalationEvent,
  isClosed,
} from "../../../src/core/escalation/escalation.ts";
import { escalationId } from "../../../src/core/escalation/ids.ts";
import type { EscalationAdvance } from "../../../src/core/escalation/escalation-outcome.ts";
import { SEVERITIES } from "../../../src/core/escalation/policy.ts";
import { aLevel, ana, aPerson, aPolicy, atMinute, bo, inContext, instant, started } from "./incident-builders.ts";

const quiet = [{ severities: ["low" as const] as const, zone: "UTC", days: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 600 }];
const policy = aPolicy({
  levels: [
    aLevel(),
    aLevel({
      means: [
        { kind: "pager", pager: "mail" },
        { kind: "pager", pager: "pd" },
      ],
    }),
    aLevel(),
  ],
  rounds: 2,
  quiet,
});

const result = fc.oneof(
  fc.constant({ kind: "paged" as const }),
  fc.constant({ kind: "failed" as const, why: "down", advice: "Wait." }),
);
const event: fc.Arbitrary<EscalationEvent> = fc.oneof(
  fc.record({ kind: fc.constantFrom("acknowledge" as const, "resolve" as const) }),
  fc.record({ kind: fc.constant("next-level" as const), revision: fc.nat(20) }),
  fc.record({ kind: fc.constant("hand-over" as const), to: fc.constantFrom("ana", "cy").map(aPerson) }),
  fc.record({ kind: fc.constant("severity" as const), to: fc.constantFrom(...SEVERITIES) }),
  fc.record({ kind: fc.constant("note" as const), text: fc.string({ maxLength: 5 }) }),
  fc.record({
    kind: fc.constant("seen" as const),
    place: fc.constantFrom("#a", "#b", "#mail"),
    count: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({ kind: fc.constant("split" as const), place: fc.constantFrom("#a", "#b", "#mail") }),
  fc.record({
    kind: fc.constant("merge" as const),
    into: fc.constantFrom("case-1", "case-2").map(escalationId),
  }),
  fc.record({
    kind: fc.constant("page-result" as const),
    key: fc.constantFrom("kms/case-1/1", "kms/case-1/2", "kms/case-1/9"),
    pager: fc.constantFrom("pd", "mail"),
    result,
  }),
);
/** What happens next: an event, or the timer that is due first. */
const happening = fc.oneof({ weight: 3, arbitrary: event }, { weight: 2, arbitrary: fc.constant("timer" as const) });
const history = fc.array(
  fc.record({ happening, who: fc.constantFrom(ana, bo), minutes: fc.nat(5), twice: fc.boolean() }),
  { maxLength: 30 },
);

type Timer = Extract<EscalationEffect, { kind: "timer" }>;

/** The timers that a store would keep after the effects. */
function timersAfter(timers: readonly Timer[], effects: readonly EscalationEffect[]): readonly Timer[] {
  return effects.reduce<readonly Timer[]>((kept, effect) => {
    if (effect.kind === "cancel-timers") return [];
    return effect.kind === "timer" ? [...kept.filter(({ name }) => name !== effect.name), effect] : kept;
  }, timers);
}

/** The promises that one advance breaks. */
function brokenBy(advance: EscalationAdvance, before: Escalation): readonly string[] {
  const after = advance.escalation;
  if (advance.kind !== "moved") return isDeepStrictEqual(after, before) ? [] : ["it changed without moving"];
  return [
    ...(after.revision === before.revision + 1 ? [] : ["the revision did not grow by one"]),
    ...(isDeepStrictEqual(after.timeline.slice(0, before.timeline.length), before.timeline)
      ? []
      : ["history was rewritten"]),
    ...(isClosed(before) && !isDeepStrictEqual(after.state, before.state) ? ["what was closed went on"] : []),
    ...(advance.effects.filter(({ kind }) => kind === "show").length === 1 ? [] : ["the message was not shown once"]),
  ];
}

/** A state that waits for a timer that is not there, or is over and has one. */
function unguarded({ state }: Escalation, timers: readonly Timer[]): readonly string[] {
  const names = timers.map(({ name }) => name);
  if (state.kind === "calling")
    return names.includes(`level/${state.round}/${state.level}`) ? [] : ["nobody is called next"];
  if (state.kind === "held") return names.includes("quiet") ? [] : ["quiet hours never end"];
  return state.kind === "unanswered" || names.length === 0 ? [] : ["a timer was forgotten"];
}

describe("any history of an escalation", () => {
  it("keeps its promises, whatever happens in whatever order, and survives a restart at every point", () => {
    fc.assert(
      fc.property(history, fc.constantFrom(...SEVERITIES), (steps, severity) => {
        const first = started(inContext({ policy: { ...policy, severity } }));
        let escalation: Escalation = first.escalation;
        let timers = timersAfter([], first.effects);
        let now = atMinute(0);
        const triggers = new Map<string, number>();
        const count = (effects: readonly EscalationEffect[]) => {
          for (const effect of effects)
            if (effect.kind === "page" && effect.event === "trigger")
              triggers.set(
                `${effect.pager} ${effect.key} ${effect.round}`,
                (triggers.get(`${effect.pager} ${effect.key} ${effect.round}`) ?? 0) + 1,
              );
        };
        count(first.effects);
        for (const { happening: what, who, minutes, twice } of steps) {
          now = instant(now + minutes * 60_000);
          const due = timers.toSorted((a, b) => a.at - b.at)[0];
          if (what === "timer" && due === undefined) continue;
          if (what === "timer" && due !== undefined) now = instant(Math.max(now, due.at));
          const occurred: EscalationEvent = what === "timer" ? { kind: "timer", name: due!.name } : what;
          if (what === "timer") timers = timers.filter((timer) => timer !== due);
          for (let time = 0; time < (twice ? 2 : 1); time++) {
            const context = inContext({
              policy: { ...policy, severity },
              at: now,
              by: what === "timer" ? undefined : who,
            });
            const before = structuredClone(escalation);
            const advance = advanceEscalation(before, occurred, context);
            expect(advance).toEqual(advanceEscalation(escalation, occurred, context));
            expect(brokenBy(advance, escalation)).toEqual([]);
            if (advance.kind !== "moved") continue;
            count(advance.effects);
            escalation = advance.escalation;
            timers = timersAfter(timers, advance.effects);
          }
          expect(unguarded(escalation, timers)).toEqual([]);
          const keys = escalation.pages.map(({ key, pager }) => `${pager} ${key}`);
          expect(new Set(keys).size).toBe(keys.length);
        }
        expect([...triggers].filter(([, times]) => times > 1)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
