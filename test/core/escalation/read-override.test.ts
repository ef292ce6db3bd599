import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { peopleAt } from "../../../src/core/escalation/on-call.ts";
import { type Override, withOverrides } from "../../../src/core/escalation/override.ts";
import { readOverride } from "../../../src/core/escalation/read-override.ts";
import { scheduleId } from "../../../src/core/escalation/ids.ts";
import { aPlan } from "../../support/a-plan.ts";
import { SEED as seed } from "../../support/platform/seed.ts";
import { aSchedule, aShift, moment } from "./builders.ts";

/** A Friday at half past nine in Berlin, in winter. */
const now = moment("2026-03-20T09:30+01:00");
const plan = aPlan();
const two = {
  ...plan,
  schedules: [...plan.schedules, aSchedule({ id: scheduleId("backup"), name: "Backup", zone: "UTC" })],
};

function read(text: string, on = plan) {
  const wish = readOverride(text, { plan: on, me: on.people[1], now });
  if (wish.kind !== "set") return wish;
  const times = [wish.shift.start, wish.shift.end].map((at) => new Date(at).toISOString().slice(0, 16));
  return `${wish.shift.person} ${times.join(" to ")} ${wish.schedule.id}`;
}

describe("an override as people type it", () => {
  it.each([
    ["ana until 18:00", "ana 2026-03-20T08:30 to 2026-03-20T17:00 primary"],
    ["ana until 6pm", "ana 2026-03-20T08:30 to 2026-03-20T17:00 primary"],
    ["ana until 08:00", "ana 2026-03-20T08:30 to 2026-03-21T07:00 primary"],
    ["Ana López until tomorrow 08:00", "ana 2026-03-20T08:30 to 2026-03-21T07:00 primary"],
    ["@ana 2h", "ana 2026-03-20T08:30 to 2026-03-20T10:30 primary"],
    ["ana for 1h30m", "ana 2026-03-20T08:30 to 2026-03-20T10:00 primary"],
    ["me 2h primary", "ben 2026-03-20T08:30 to 2026-03-20T10:30 primary"],
    ["<@UANA> till 18:00 on primary", "ana 2026-03-20T08:30 to 2026-03-20T17:00 primary"],
    ["<@UANA|ana> 18:00", "ana 2026-03-20T08:30 to 2026-03-20T17:00 primary"],
    ["<@!100000000000000001> 18:00", "ana 2026-03-20T08:30 to 2026-03-20T17:00 primary"],
    ["ana from 18:00 to 22:00 in Messaging", "ana 2026-03-20T17:00 to 2026-03-20T21:00 primary"],
    ["ana from 09:00 until 17:00", "ana 2026-03-20T08:00 to 2026-03-20T16:00 primary"],
    ["ana from 07:00 to 09:00", "ana 2026-03-21T06:00 to 2026-03-21T08:00 primary"],
    ["ana from 22:00 to 06:00", "ana 2026-03-20T21:00 to 2026-03-21T05:00 primary"],
    ["ana from 18:00 for 4h", "ana 2026-03-20T17:00 to 2026-03-20T21:00 primary"],
    ["ana from fri 18:00 to mon 09:00", "ana 2026-03-20T17:00 to 2026-03-23T08:00 primary"],
    ["ana friday 09:00 monday 09:00", "ana 2026-03-27T08:00 to 2026-03-30T07:00 primary"],
    ["ana 2026-12-24T18:00 2026-12-26T09:00", "ana 2026-12-24T17:00 to 2026-12-26T08:00 primary"],
    ["ana 2026-12-24 18:00 - 2026-12-26 09:00", "ana 2026-12-24T17:00 to 2026-12-26T08:00 primary"],
    ["ana 2026-03-20T18:00Z 2026-03-20T22:00+02:00", "ana 2026-03-20T18:00 to 2026-03-20T20:00 primary"],
    ["ana until 2026-03-29T02:30", "ana 2026-03-20T08:30 to 2026-03-29T01:00 primary"],
    ["ana now until 18:00", "ana 2026-03-20T08:30 to 2026-03-20T17:00 primary"],
  ])("understands: %s", (text, meant) => {
    expect(read(text)).toBe(meant);
  });

  it("counts by the clock of the schedule that is named", () => {
    expect(read("ana until 18:00 backup", two)).toBe("ana 2026-03-20T08:30 to 2026-03-20T18:00 backup");
  });

  it.each([
    ["ana", "say until when, such as “override ana until 18:00”"],
    ["until 18:00", "say who takes over and until when"],
    ["zoe until 18:00", "nobody in oncall.yaml is called “zoe”. There are ana and ben"],
    ["anna until 18:00", "nobody in oncall.yaml is called “anna”. Did you mean ana?"],
    ["ana until 25:00", "say until when"],
    ["ana until friday", "say until when"],
    ["ana until 2026-02-30T10:00", "say until when"],
    ["ana from 18:00", "say until when"],
    ["ana until 18:00 sixths", "“sixths” is neither a time nor a schedule. The schedules are primary;"],
    ["ana 2026-03-21T10:00 2026-03-21T09:00", "it would end before it begins"],
    ["ana until 2026-03-19T10:00", "it would end before it begins"],
    ["ana 2026-03-19T10:00 2026-03-19T11:00", "it would be over already"],
    ["ana 200d", "it would last longer than 90 days"],
    ["ana 2028-01-01T10:00 2028-01-01T11:00", "it would begin in more than a year"],
  ])("refuses with the way out: %s", (text, why) => {
    expect(read(text)).toEqual({ kind: "refused", why: expect.stringContaining(`Cannot override: ${why}`) });
  });

  it("asks which schedule where there are several, and for a name where two people share it", () => {
    expect(read("ana 2h", two)).toEqual({
      kind: "refused",
      why: "Cannot override: say which schedule, at the end: primary and backup.",
    });
    const twins = { ...plan, people: plan.people.map((person) => ({ ...person, name: `Kim ${person.id}` })) };
    expect(read("kim 2h", twins)).toMatchObject({ why: expect.stringContaining("ana, ben. Use the id") });
  });

  it("lists, and takes back by name", () => {
    expect([read(""), read("list")]).toEqual([{ kind: "list" }, { kind: "list" }]);
    expect(read("remove K3F9")).toEqual({ kind: "take-back", id: "k3f9" });
  });

  it("is understood or refused, whatever it is, and never ends before it begins", () => {
    const word = fc.constantFrom(
      "ana",
      "me",
      "until",
      "from",
      "to",
      "for",
      "18:00",
      "2h",
      "fri",
      "now",
      "2026-03-29",
      "x",
      "-",
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(word, { maxLength: 8 }).map((words) => words.join(" ")),
    );
    const property = fc.property(text, (written) => {
      const wish = readOverride(written, { plan: two, me: undefined, now });
      const isSound = wish.kind !== "set" || wish.shift.end > Math.max(wish.shift.start, now);
      const isSaid = wish.kind !== "refused" || /^Cannot override: .+[.?]$/s.test(wish.why);
      expect([isSound, isSaid]).toEqual([true, true]);
    });
    fc.assert(property, { numRuns: 1_000, seed });
  });
});

describe("overrides of a chat", () => {
  it("go before the file's, the latest word before the others, and only while they last", () => {
    const schedule = aSchedule({ overrides: [aShift("cy", "2026-03-20T00:00Z", "2026-03-21T00:00Z")] });
    const { schedules } = withOverrides({ ...plan, schedules: [schedule] }, [
      said("b", "ben", "2026-03-20T10:00Z", "2026-03-20T12:00Z", "2026-03-20T09:00Z"),
      said("a", "ana", "2026-03-20T08:00Z", "2026-03-20T16:00Z", "2026-03-20T08:00Z"),
    ]);
    const names = [7, 8, 10, 11, 12, 15, 16].map((hour) =>
      peopleAt(schedules[0]!, moment(`2026-03-20T${String(hour).padStart(2, "0")}:30Z`)).join(),
    );
    expect(names).toEqual(["cy", "ana", "ben", "ben", "ana", "ana", "cy"]);
  });
});

/** An override that was said at that time. */
function said(id: string, who: string, start: string, end: string, at: string): Override {
  return {
    ...aShift(who, start, end),
    id,
    schedule: scheduleId("primary"),
    by: { id: "U1", name: "Ana" },
    at: moment(at),
  };
}
