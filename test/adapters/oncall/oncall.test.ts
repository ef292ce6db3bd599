import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { oncall } from "../../../adapters/commands/oncall.ts";
import { readCalendar } from "../../../adapters/oncall/read-calendar.ts";
import { readOnCall } from "../../../adapters/oncall/read-oncall.ts";
import type { Person } from "../../../src/core/escalation/policy.ts";
import { asTenantKey } from "../../../src/app/names.ts";
import type { KeptOverride } from "../../../src/app/overrides.ts";
import { scheduleId } from "../../../src/core/escalation/ids.ts";
import { aShift, moment, person } from "../../core/escalation/builders.ts";

const folder = mkdtempSync(join(tmpdir(), "oncall-"));
afterAll(() => rmSync(folder, { recursive: true }));

const NOW = moment("2026-03-20T12:00Z");
const people: readonly Person[] = [
  { id: person("ana"), name: "Ana López", slack: undefined, discord: undefined, email: "ana@example.org" },
  { id: person("bo"), name: "Bo Berg", slack: undefined, discord: undefined, email: undefined },
];

function aCalendar(...events: readonly (readonly string[])[]): string {
  const body = events.flatMap((lines, index) => [
    "BEGIN:VEVENT",
    `UID:${index}@example.org`,
    "DTSTAMP:20260101T000000Z",
    ...lines,
    "END:VEVENT",
  ]);
  return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test", ...body, "END:VCALENDAR", ""].join("\r\n");
}

const noSources = {
  calendars: { fetch: async () => ({ text: undefined, problem: undefined }) },
  secret: () => undefined,
};

async function said(
  args: readonly string[],
  path: string,
  overrides: readonly KeptOverride[] | string = [],
): Promise<{ readonly code: number; readonly lines: readonly string[] }> {
  const lines: string[] = [];
  const code = await oncall({
    args,
    read: () => readOnCall(path, NOW, noSources),
    overrides: async () => overrides,
    now: () => NOW,
    write: (line) => lines.push(line),
  });
  return { code, lines };
}

function shift(who: string, start: string, end: string): readonly string[] {
  return [`SUMMARY:${who}`, `DTSTART:${start}`, `DTEND:${end}`];
}

describe("kms oncall", () => {
  const example = resolve(import.meta.dirname, "../../../oncall.example.yaml");

  it("says who is on call, why, and until when by the clock on the wall", async () => {
    expect(await said([], example)).toEqual({
      code: 0,
      lines: [
        "Messaging: Cy Young (office hours), until 2026-03-20 17:00 Europe/Berlin",
        "  then Ana López (weekly), until 2026-03-23 09:00 Europe/Berlin",
      ],
    });
    expect((await said(["--at", "2026-03-29T02:30+02:00"], example)).lines[0]).toBe(
      "Messaging: Bo Berg (weekly), until 2026-03-30 09:00 Europe/Berlin",
    );
  });

  it("knows what was said in chats, and by whom; and says so where it cannot know", async () => {
    const override: KeptOverride = {
      ...aShift("bo", "2026-03-20T11:00Z", "2026-03-20T15:00Z"),
      id: "k3f9",
      schedule: scheduleId("primary"),
      by: { id: "U1", name: "Ana" },
      at: NOW,
      tenant: asTenantKey("slack:T1"),
    };
    expect((await said([], example, [override])).lines).toEqual([
      "Messaging: Bo Berg (override), until 2026-03-20 16:00 Europe/Berlin",
      "  then Cy Young (office hours), until 2026-03-20 17:00 Europe/Berlin",
      "  override k3f9: Bo Berg from 2026-03-20 12:00 Europe/Berlin to 2026-03-20 16:00 Europe/Berlin, set by Ana",
    ]);
    expect((await said([], example, "the file is locked")).lines.at(-1)).toBe(
      "Overrides that were said in a chat are not known here: the file is locked.",
    );
  });

  it("says what is missing when there is no file, and how to write a time", async () => {
    expect(await said([], join(folder, "none.yaml"))).toMatchObject({
      code: 1,
      lines: [expect.stringContaining("Copy oncall.example.yaml")],
    });
    expect((await said(["--at", "tomorrow"], example)).code).toBe(2);
    expect((await said(["--at", "2026-02-30T10:00"], example)).code).toBe(2);
  });

  it("reports the gaps and overlaps of a calendar", async () => {
    writeFileSync(
      join(folder, "team.ics"),
      aCalendar(
        shift("On call: Ana López", "20260320T000000Z", "20260322T000000Z"),
        shift("bo", "20260321T000000Z", "20260403T120000Z"),
      ),
    );
    writeFileSync(
      join(folder, "oncall.yaml"),
      "people:\n  - {id: ana, name: Ana López, email: ana@example.org}\n  - {id: bo, name: Bo Berg, email: bo@example.org}\nschedules:\n  - id: team\n    zone: UTC\n    calendar: team.ics\npolicies:\n  - id: all\n    levels:\n      - call: [schedule team]\n",
    );
    expect((await said([], join(folder, "oncall.yaml"))).lines).toEqual([
      "team: Ana López (calendar), until 2026-03-21 00:00 UTC",
      "  then Ana López and Bo Berg (calendar), until 2026-03-22 00:00 UTC",
      "  overlap: Ana López and Bo Berg from 2026-03-21 00:00 UTC to 2026-03-22 00:00 UTC",
    ]);
  });
});

describe("a calendar", () => {
  it("repeats weekly by the clock on the wall, over a change of the clocks", () => {
    const weekly = [
      "SUMMARY:Ana López",
      "DTSTART;TZID=Europe/Berlin:20260316T090000",
      "DTEND;TZID=Europe/Berlin:20260317T090000",
      "RRULE:FREQ=WEEKLY;COUNT=3",
    ];
    expect(readCalendar(aCalendar(weekly), people, NOW)?.map(({ start }) => new Date(start).toISOString())).toEqual([
      "2026-03-16T08:00:00.000Z",
      "2026-03-23T08:00:00.000Z",
      "2026-03-30T07:00:00.000Z",
    ]);
  });

  it("knows people by e-mail too, and leaves out entries that name nobody", () => {
    const times = ["DTSTART:20260320T000000Z", "DTEND:20260321T000000Z"];
    const shifts = readCalendar(
      aCalendar(["SUMMARY:Shift", "ATTENDEE;CN=A:mailto:ana@example.org", ...times], ["SUMMARY:Holiday", ...times]),
      people,
      NOW,
    );
    expect(shifts?.map((one) => one.person)).toEqual(["ana"]);
  });

  it("is nothing when the text is something else", () => {
    expect(readCalendar("<html>", people, NOW)).toBeUndefined();
  });
});
