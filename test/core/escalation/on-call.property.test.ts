import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleAt, peopleOnCall, whoIsOnCall } from "../../../src/core/escalation/on-call.ts";
import { formatLocalTime, localTimeAt, plusMinutes } from "../../../src/core/escalation/local-time.ts";
import { withOverrides } from "../../../src/core/escalation/override.ts";
import type { OnCallPlan } from "../../../src/core/escalation/policy.ts";
import type { Schedule } from "../../../src/core/escalation/schedule.ts";
import { type Instant, instant } from "../../../src/core/resolution/responder.ts";
import { aLayer, aSchedule, localTime, person } from "./builders.ts";
import { namesByMinute, wallClock } from "./naive-model.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
const FIRST = Date.UTC(2016, 0, 1);
const YEARS_20 = Date.UTC(2036, 0, 1);

/** Zones whose clocks change at least once in twenty years, and when (to the day). */
const changing = Intl.supportedValuesOf("timeZone")
  .map((zone) => ({ zone, days: changesIn(zone) }))
  .filter(({ days }) => days.length > 0);

function changesIn(zone: string): readonly number[] {
  const clock = wallClock(zone);
  const offset = (at: number) => clock(at) - at / MINUTE;
  const months = Array.from({ length: 240 }, (_, month) => Date.UTC(2016, month, 1));
  return months.flatMap((start, index) => {
    const end = months[index + 1] ?? YEARS_20;
    if (offset(start) === offset(end)) return [];
    let [low, high] = [start, end];
    while (high - low > DAY) {
      const middle = low + Math.floor((high - low) / DAY / 2) * DAY || low + DAY;
      if (middle === low) break;
      if (offset(middle) === offset(start)) low = middle;
      else high = middle;
    }
    return [low];
  });
}

const anyLayer = fc.record({
  people: fc.integer({ min: 1, max: 4 }),
  startDay: fc.integer({ min: 16_000, max: 16_700 }),
  handover: fc.oneof(fc.integer({ min: 0, max: 1_439 }), fc.constantFrom(0, 30, 60, 90, 119, 120, 150, 179, 180)),
  turn: fc.constantFrom(12 * 60, 1_440, 2 * 1_440, 7 * 1_440),
  restriction: fc.option(
    fc.record({
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      from: fc.constantFrom(0, 90, 120, 150, 540, 1_320),
      to: fc.constantFrom(60, 121, 150, 360, 1_020, 1_440),
    }),
    { nil: undefined },
  ),
});

const names = ["ana", "bo", "cy", "dee"];

type AnyLayer = typeof anyLayer extends fc.Arbitrary<infer T> ? T : never;

/** With `SCHEDULES=all`, every change of the clocks in every zone; else some of them, another choice each time. */
const isFull = process.env["SCHEDULES"] === "all";

/** Every zone and every day on which its clocks change, in twenty years. */
const changes = changing.flatMap(({ zone, days }) => days.map((day) => ({ zone, day })));

/** What a schedule says about three days, and what a clock on the wall and a pencil say: where they differ. */
function differences({ zone, day }: { readonly zone: string; readonly day: number }, facts: Facts): readonly unknown[] {
  const [base, above] = [built(facts.base, zone), built(facts.above, zone)];
  const from = day - DAY / 2;
  const shift = {
    person: person("zoe"),
    start: instant(from + facts.takes * MINUTE),
    end: instant(from + facts.gives * MINUTE),
  };
  const layers = [...base.schedule.layers, ...above.schedule.layers];
  const schedule = withOverrides(aPlanOf(aSchedule({ zone, layers })), [
    { ...shift, id: "a", schedule: aSchedule().id, by: { id: "U1", name: "Ana" }, at: instant(0) },
  ]).schedules[0];
  if (schedule === undefined) throw new Error("Expected a schedule.");
  const [lower, upper] = [base, above].map(({ naive }) => namesByMinute(naive, zone, from, 3 * 1_440));
  return Array.from({ length: 3 * 1_440 }, (_, minute) => minute)
    .filter((minute) => minute % 7 === 0)
    .flatMap((minute) => {
      const isOverridden = facts.takes <= minute && minute < facts.gives;
      const expected = isOverridden ? "zoe" : (upper?.[minute] ?? lower?.[minute]);
      const named = peopleAt(schedule, instant(from + minute * MINUTE)).join();
      return named === (expected ?? "") ? [] : [{ minute, expected, named }];
    });
}

type Facts = { readonly base: AnyLayer; readonly above: AnyLayer; readonly takes: number; readonly gives: number };

const anyFacts = fc.record({
  base: anyLayer,
  above: anyLayer,
  takes: fc.integer({ min: 0, max: 3 * 1_440 }),
  gives: fc.integer({ min: 0, max: 3 * 1_440 }),
});

function aPlanOf(schedule: Schedule): OnCallPlan {
  return { people: [], schedules: [schedule], policies: [], routes: [], pagers: [], roles: [] };
}

function built({ people, startDay, handover, turn, restriction }: AnyLayer, zone: string) {
  const start = startDay * 1_440 + handover;
  const team = names.slice(0, people);
  const [first, ...rest] = team.map(person);
  const layer = aLayer({
    people: [first!, ...rest],
    start: plusMinutes(localTime("1970-01-01T00:00"), start),
    turn,
    restrictions: restriction === undefined ? [] : [restriction],
  });
  return { schedule: aSchedule({ zone, layers: [layer] }), naive: { people: team, start, turn, restriction } };
}

describe("a schedule over twenty years", () => {
  it("knows every zone whose clocks change", () => {
    expect(changing.length).toBeGreaterThan(100);
  });

  it("names whom a minute-by-minute clock names, around every change of the clocks in every zone", () => {
    const around = fc
      .constantFrom(...changing)
      .chain(({ zone, days }) => fc.record({ zone: fc.constant(zone), day: fc.constantFrom(...days) }));
    fc.assert(
      fc.property(around, anyLayer, ({ zone, day }, any) => {
        const { schedule, naive } = built(any, zone);
        const expected = namesByMinute(naive, zone, day - DAY / 2, 3 * 1_440);
        const sampled = expected.flatMap((name, index) => (index % 7 === 0 ? [{ index, name }] : []));
        const wrong = sampled.filter(
          ({ index, name }) => peopleAt(schedule, instant(day - DAY / 2 + index * MINUTE))[0] !== name,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it("names whom the highest layer names, or who took over, around every change of the clocks in every zone", () => {
    const property = (change: fc.Arbitrary<(typeof changes)[number]>) =>
      fc.property(change, anyFacts, (one, facts) => {
        expect(differences(one, facts)).toEqual([]);
      });
    if (isFull) for (const one of changes) fc.assert(property(fc.constant(one)), { numRuns: 1 });
    else fc.assert(property(fc.constantFrom(...changes)), { numRuns: 60 });
  });

  it("goes from one handover to the next without a gap, each at its time on the wall, to the end of twenty years", () => {
    fc.assert(
      fc.property(fc.constantFrom(...changing), fc.constantFrom(0, 150, 540), ({ zone }, handover) => {
        const { schedule } = built(
          { people: 3, startDay: 16_436, handover, turn: 7 * 1_440, restriction: undefined },
          zone,
        );
        let at: Instant = instant(FIRST);
        let turns = 0;
        while (at < YEARS_20) {
          const onCall = whoIsOnCall(schedule, at);
          const next = whoIsOnCall(schedule, onCall.until!);
          expect(names.indexOf(peopleOnCall(next)[0]!)).toBe((names.indexOf(peopleOnCall(onCall)[0]!) + 1) % 3);
          expect(peopleOnCall(whoIsOnCall(schedule, instant(onCall.until! - 1)))).toEqual(peopleOnCall(onCall));
          const wall = formatLocalTime(localTimeAt(onCall.until!, zone)).slice(11);
          expect(handover === 540 ? wall : "09:00").toBe("09:00");
          at = onCall.until!;
          turns++;
        }
        expect(Math.abs(turns - (YEARS_20 - FIRST) / (7 * DAY))).toBeLessThan(2);
      }),
      { numRuns: isFull ? 3 * changing.length : 40 },
    );
  });
});
