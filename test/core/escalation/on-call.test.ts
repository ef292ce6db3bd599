import { describe, expect, it } from "vitest";
import { irregularities, peopleOnCall, whoIsOnCall } from "../../../src/core/escalation/on-call.ts";
import { aLayer, aSchedule, aShift, localTime, moment, person } from "./builders.ts";

function untilAt(at: string): number | undefined {
  return whoIsOnCall(aSchedule(), moment(at)).until;
}

describe("who is on call", () => {
  it("names the person whose week it is, and until when", () => {
    expect(whoIsOnCall(aSchedule(), moment("2026-01-07T12:00+01:00"))).toEqual({
      kind: "one",
      person: "ana",
      from: { kind: "layer", name: "weekly" },
      until: moment("2026-01-12T09:00+01:00"),
    });
  });

  it("hands over at nine by the clock on the wall, in winter and in summer", () => {
    expect(untilAt("2026-03-24T12:00+01:00")).toBe(moment("2026-03-30T09:00+02:00"));
    expect(untilAt("2026-10-20T12:00+02:00")).toBe(moment("2026-10-26T09:00+01:00"));
  });

  it("hands over once when the hour comes twice, and at once when it is left out", () => {
    const nightly = aSchedule({ layers: [aLayer({ start: localTime("2026-01-05T02:30"), turn: 1_440 })] });
    const autumn = whoIsOnCall(nightly, moment("2026-10-25T00:00+02:00"));
    expect(autumn.until).toBe(moment("2026-10-25T02:30+02:00"));
    const spring = whoIsOnCall(nightly, moment("2026-03-29T01:00+01:00"));
    expect(spring.until).toBe(moment("2026-03-29T03:00+02:00"));
  });

  it("lets a later layer go first, and falls back to the earlier one outside its hours", () => {
    const office = aLayer({
      name: "office",
      people: [person("cy")],
      restrictions: [{ days: [1, 2, 3, 4, 5], from: 540, to: 1_020 }],
    });
    const both = aSchedule({ layers: [aLayer(), office] });
    expect(peopleOnCall(whoIsOnCall(both, moment("2026-01-07T12:00+01:00")))).toEqual(["cy"]);
    expect(peopleOnCall(whoIsOnCall(both, moment("2026-01-07T18:00+01:00")))).toEqual(["ana"]);
  });

  it("knows a night that ends on the next day", () => {
    const night = aLayer({ restrictions: [{ days: [5], from: 1_320, to: 360 }] });
    const schedule = aSchedule({ layers: [night] });
    expect(whoIsOnCall(schedule, moment("2026-01-10T05:59+01:00")).kind).toBe("one");
    expect(whoIsOnCall(schedule, moment("2026-01-10T06:00+01:00"))).toEqual({
      kind: "gap",
      until: moment("2026-01-16T22:00+01:00"),
    });
  });

  it("lets an override go before everything, for exactly its time", () => {
    const overrides = [aShift("cy", "2026-01-07T10:00+01:00", "2026-01-07T14:00+01:00")];
    const schedule = aSchedule({ overrides });
    expect(whoIsOnCall(schedule, moment("2026-01-07T09:59+01:00")).until).toBe(overrides[0]!.start);
    expect(whoIsOnCall(schedule, overrides[0]!.start)).toMatchObject({ person: "cy", from: { kind: "override" } });
    expect(peopleOnCall(whoIsOnCall(schedule, overrides[0]!.end))).toEqual(["ana"]);
  });

  it("names both when two calendar entries overlap, and says so", () => {
    const calendar = [
      aShift("ana", "2026-01-01T00:00Z", "2026-01-03T00:00Z"),
      aShift("bo", "2026-01-02T00:00Z", "2026-01-04T00:00Z"),
    ];
    const schedule = aSchedule({ layers: [], calendar });
    expect(whoIsOnCall(schedule, moment("2026-01-02T12:00Z"))).toMatchObject({
      kind: "overlap",
      people: ["ana", "bo"],
    });
    expect(irregularities(schedule, moment("2026-01-01T00:00Z"), moment("2026-01-05T00:00Z"))).toEqual([
      { kind: "overlap", start: moment("2026-01-02T00:00Z"), end: moment("2026-01-03T00:00Z"), people: ["ana", "bo"] },
      { kind: "gap", start: moment("2026-01-04T00:00Z"), end: moment("2026-01-05T00:00Z"), people: [] },
    ]);
  });

  it("stops with a layer's end, and is not on duty before its beginning", () => {
    const schedule = aSchedule({ layers: [aLayer({ end: localTime("2026-01-06T00:00") })] });
    expect(whoIsOnCall(schedule, moment("2026-01-06T00:00+01:00"))).toEqual({ kind: "gap", until: undefined });
    expect(whoIsOnCall(schedule, moment("2026-01-05T08:59+01:00"))).toEqual({
      kind: "gap",
      until: moment("2026-01-05T09:00+01:00"),
    });
  });

  it("says that one person alone stays on call", () => {
    const alone = aSchedule({ layers: [aLayer({ people: [person("ana")] })] });
    expect(whoIsOnCall(alone, moment("2026-01-07T12:00+01:00")).until).toBeUndefined();
  });
});
