import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleAt, peopleOnCall, whoIsOnCall } from "../../../src/core/escalation/on-call.ts";
import { formatLocalTime, localTimeAt, plusMinutes } from "../../../src/core/escalation/local-time.ts";
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
      { numRuns: 40 },
    );
  });
});
