import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { oncallJsonSchema } from "../../../src/core/escalation/oncall-schema.ts";
import { parseOnCall } from "../../../src/core/escalation/parse-oncall.ts";
import { peopleOfLevel, policyFor } from "../../../src/core/escalation/find-on-call.ts";
import { aShift, moment } from "./builders.ts";

const example = readFileSync(resolve(import.meta.dirname, "../../../oncall.example.yaml"), "utf8");

function problemsOf(text: string): readonly string[] {
  const parsed = parseOnCall(text, "oncall.yaml");
  const problems = parsed.kind === "plan" ? parsed.warnings : parsed.problems;
  return problems.map(({ line, message }) => `${line}: ${message}`);
}

describe("oncall.yaml", () => {
  it("is completed in an editor by the schema that the parser uses (renew it with `vitest run -u`)", async () => {
    await expect(`${JSON.stringify(oncallJsonSchema(), null, 2)}\n`).toMatchFileSnapshot("../../../oncall.schema.json");
  });

  it("has an example without problems, whose first level calls who is on call", () => {
    const parsed = parseOnCall(example, "oncall.example.yaml");
    if (parsed.kind === "rejected") throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.warnings).toEqual([]);
    const found = policyFor(parsed.plan, { products: ["exchange server 5.5"], articles: [], channel: "slack C1" });
    const names = (at: string) =>
      peopleOfLevel(parsed.plan, found!.policy.levels[0], moment(at)).map(({ name }) => name);
    expect(names("2026-01-07T12:00+01:00")).toEqual(["Cy Young"]);
    expect(names("2026-01-07T18:00+01:00")).toEqual(["Ana López"]);
    expect(names("2026-12-25T12:00+01:00")).toEqual(["Bo Berg"]);
    expect(found!.route?.incidents.slack).toBe("C0123456789");
  });

  it("tells everything that is wrong at once, by line, with the way out", () => {
    const text = example
      .replace("slack: U0123456790", "slack: bo")
      .replace("zone: Europe/Berlin", "zone: Berlin")
      .replace("turn: 7d", "turns: 7d")
      .replace("key: PAGERDUTY_KEY", "key: 8f2e0c");
    const problems = problemsOf(text);
    expect(problems).toHaveLength(4);
    expect(problems[0]).toBe(
      '12: Cannot read people[1].slack: "bo" does not fit: a Slack member id begins with U or W: Profile, three dots, Copy member ID. Write it so.',
    );
    expect(problems[1]).toContain("a time zone is one of the IANA names");
    expect(problems[2]).toBe(
      '25: Cannot use the key "schedules[0].layers[0].turns": there is no such key. Did you mean "turn"?',
    );
    expect(problems[3]).toContain("secrets stay out of this file");
  });

  it("finds names that nobody has, ids used twice, and times that run backwards", () => {
    const text = example
      .replace("people: [ana, bo]", "people: [anna, bo]")
      .replace("- id: cy", "- id: bo")
      .replace('end: "2026-12-26T09:00"', 'end: "2026-12-23T09:00"')
      .replace("policy: messaging", "policy: mesaging");
    expect(problemsOf(text)).toEqual([
      '13: Cannot use "bo" twice under people: line 10 has it already. Give one of the two another id.',
      '23: Cannot find "anna" (schedules[0].layers[0].people[0]): there is none of that name under people. Did you mean "ana"?',
      '27: Cannot find "cy" (schedules[0].layers[1].people[0]): there is none of that name under people. Add it under people, or correct the name.',
      "36: Cannot use this override: it ends before it begins. Put the later time under end.",
      '46: Cannot find "cy" (policies[0].levels[1].call[0]): there is none of that name under people. Add it under people, or correct the name.',
      '58: Cannot find "mesaging" (routes[0].policy): there is none of that name under policies. Did you mean "messaging"?',
    ]);
  });

  it("takes the shifts of a calendar, and warns when there is none", () => {
    const text = example.replace("    overrides:", "    calendar: holidays.ics\n    overrides:");
    expect(problemsOf(text)).toEqual([
      "33: Cannot read the calendar holidays.ics: it was not found, or is no iCalendar text. Correct the name; until then the layers decide.",
    ]);
    const shifts = [aShift("bo", "2026-06-01T00:00Z", "2026-06-02T00:00Z")];
    const parsed = parseOnCall(text, "oncall.yaml", () => shifts);
    expect(parsed).toMatchObject({ kind: "plan", warnings: [], plan: { schedules: [{ calendar: shifts }] } });
  });

  it("refuses an alias bomb, a prototype, and what is no file of this kind, without a crash", () => {
    const texts = ["a: &a [1]\nb: *a", '{"__proto__": {"people": []}}', "", "- 1", "people: 5", "\u0000", "people: [}"];
    expect(texts.filter((text) => problemsOf(text).length === 0)).toEqual([]);
  });

  it("answers every text with a plan or with problems", () => {
    const lines = example.split("\n");
    const broken = fc.record({
      at: fc.nat(lines.length - 1),
      by: fc.oneof(fc.string(), fc.constantFrom("", "  - x", "people:", '"')),
    });
    fc.assert(
      fc.property(fc.array(broken, { minLength: 1, maxLength: 3 }), (changes) => {
        const text = changes.reduce((all, { at, by }) => all.with(at, by), lines).join("\n");
        const parsed = parseOnCall(text, "oncall.yaml");
        const said = parsed.kind === "rejected" ? parsed.problems : parsed.plan.policies;
        expect(said.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });
});
