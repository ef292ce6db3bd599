import { describe, expect, it } from "vitest";
import type { Membership } from "../../src/core/authorization/role.ts";
import { moment } from "../core/escalation/builders.ts";
import { aPlan as aDutyPlan } from "../support/a-plan.ts";
import { engines } from "../support/a-store.ts";
import { aPlan } from "../support/on-call.ts";
import { aStage, virtualClock } from "../support/platform/a-bot.ts";
import { aWatch, type Watch } from "../support/platform/an-incident.ts";

const BUTTONS = ["Acknowledge", "Resolve", "Add a note…", "Hand over…", "Next level now", "Severity: critical"];
const RESPONDER = ["Acknowledge", "Resolve", "Add a note…", "Hand over…"];

/** What some of them ask for. */
const TYPED: Readonly<Record<string, string>> = { "Hand over…": "cy", "Add a note…": "a word" };

const roles = [
  { role: "lead", to: "slack Ulea" },
  { role: "admin", to: "slack Uadi" },
] as const;

type Row = { readonly who: string; readonly membership: Membership; readonly may: readonly string[] };

const ROWS: readonly Row[] = [
  { who: "zed", membership: "member", may: [] },
  { who: "bo", membership: "member", may: RESPONDER },
  { who: "bo", membership: "unknown", may: RESPONDER },
  { who: "bo", membership: "guest", may: [] },
  { who: "lea", membership: "member", may: BUTTONS },
  { who: "lea", membership: "stranger", may: [] },
  { who: "adi", membership: "member", may: BUTTONS },
];

describe("who may do what with an incident", () => {
  const { shelf } = engines[0]!;

  it.each(ROWS)("is decided before anything is changed: $who, $membership", async ({ who, membership, may }) => {
    const worked: string[] = [];
    for (const label of BUTTONS) {
      const on = await aWatch({ shelf, plan: aPlan({ roles }) });
      await withIncident(on);
      const before = [...on.texts("C1"), ...on.pager.lines()];
      const person = on.person(who, "T1", { groups: [], membership });
      await person.presses(label, on.sees("(Store 7009)", "C1"), TYPED[label]);
      await on.settle();
      const told = person.told().map(({ sight }) => sight.text);
      const isUntouched = JSON.stringify(before) === JSON.stringify([...on.texts("C1"), ...on.pager.lines()]);
      const isRefused = told.length === 1 && /^Cannot .+: /.test(told[0] ?? "");
      worked.push(...(isRefused && isUntouched ? [] : isRefused || isUntouched ? [`${label} is half done`] : [label]));
    }
    expect(worked).toEqual(may);
  });
});

describe.each(engines)("who is called, and by whose word, kept in $engine", ({ shelf }) => {
  it("keeps people without a role from calling anybody, by button or by word", async () => {
    const on = await aWatch({ shelf, plan: aPlan() });
    const zed = on.person("zed");
    await zed.says("error 1");
    await on.settle();
    await zed.presses("Escalate…", on.sees("The store does not mount"), "help");
    await zed.asks("escalate critical help");
    await zed.says("escalate critical help", { addressed: true });
    await on.settle();
    expect(zed.told().map(({ sight }) => sight.text)).toEqual(
      Array.from(
        { length: 3 },
        () => "Cannot escalate: it takes the role responder. Ask an admin to add you under roles in oncall.yaml.",
      ),
    );
    expect(on.pager.calls()).toBe(0);
  });

  it("calls whoever took over by a word in the chat, and again whoever is on call after that", async () => {
    const clock = virtualClock(moment("2026-03-20T09:30+01:00"));
    const store = await (await shelf()).open(clock);
    const stage = await aStage({ store, clock, oncall: () => aDutyPlan() });
    const ana = stage.person("ANA");
    await ana.asks("override ben 2h");
    await ana.asks("escalate critical error 1");
    await stage.settle();
    const said = () =>
      stage
        .posts()
        .map(({ sight }) => sight.text)
        .join("\n");
    await stage.pass(2_000);
    expect(said()).toContain("Calling Ben Berg.");
    await stage.pass(3 * 3_600_000);
    await ana.asks("escalate critical error 2");
    await stage.settle();
    await stage.pass(2_000);
    expect(said()).toContain("Calling Ana López.");
  });
});

async function withIncident(on: Watch): Promise<void> {
  const ana = on.person("ana");
  await ana.says("error 1");
  await on.settle();
  await ana.presses("Escalate…", on.sees("The store does not mount"), "mail is down");
  await on.settle();
}
