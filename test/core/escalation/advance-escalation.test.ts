import { describe, expect, it } from "vitest";
import { advanceEscalation } from "../../../src/core/escalation/advance-escalation.ts";
import { escalationId } from "../../../src/core/escalation/ids.ts";
import type { Level, Person } from "../../../src/core/escalation/policy.ts";
import { incidentFor } from "../../../src/core/escalation/start-escalation.ts";
import { localTime, moment } from "./builders.ts";
import { aLevel, ana, aPerson, aPolicy, effectLines, happened, inContext, started } from "./incident-builders.ts";

const timer = (name: string) => ({ kind: "timer" as const, name });
const failed = {
  kind: "page-result" as const,
  key: "kms/case-1/1",
  pager: "pd",
  result: { kind: "failed" as const, why: "the key is wrong (400)", advice: "Correct PAGERDUTY_KEY." },
};

/** Ana is not there. */
function onlyBo({ targets }: Level): readonly Person[] {
  return JSON.stringify(targets).includes("ana") ? [] : [aPerson("bo")];
}

describe("an escalation", () => {
  it("calls the first level by every means, once", () => {
    expect(effectLines(started().effects)).toEqual([
      "tell Calling ana. @ana",
      "direct ana",
      "page pd trigger kms/case-1/1",
      "timer page/1/pd/kms/case-1/1 +15 s",
      "timer level/1/0 +600 s",
      "show",
    ]);
  });

  it("goes on to the next level when nobody acknowledges in time, and says in the end that nobody answered", () => {
    const second = happened(started().escalation, timer("level/1/0"), inContext({ minute: 10, by: undefined }));
    expect(second.escalation.state).toMatchObject({ kind: "calling", level: 1 });
    expect(effectLines(second.effects)).toContain("page pd trigger kms/case-1/2");
    const end = happened(second.escalation, timer("level/1/1"), inContext({ minute: 20, by: undefined }));
    expect(end.escalation.state.kind).toBe("unanswered");
    expect(happened(end.escalation, { kind: "acknowledge" }).escalation.state.kind).toBe("acknowledged");
  });

  it("calls all levels again as often as the policy says, with the same dedup key for a level", () => {
    const policy = aPolicy({ levels: [aLevel()], rounds: 2 });
    const again = happened(
      started(inContext({ policy })).escalation,
      timer("level/1/0"),
      inContext({ policy, minute: 10 }),
    );
    expect(again.escalation.state).toMatchObject({ kind: "calling", level: 0, round: 2 });
    expect(effectLines(again.effects)).toContain("page pd trigger kms/case-1/1");
  });

  it("stops calling when somebody takes it, and tells the pager", () => {
    const taken = happened(started().escalation, { kind: "acknowledge" });
    expect(effectLines(taken.effects)).toEqual([
      "cancel-timers",
      "page pd acknowledge kms/case-1/1",
      "tell Bo is on it.",
      "show",
    ]);
    expect(advanceEscalation(taken.escalation, timer("level/1/0"), inContext({ minute: 10 })).kind).toBe("stale");
  });

  it("tells the second one who acknowledges who was faster", () => {
    const taken = happened(started().escalation, { kind: "acknowledge" });
    expect(advanceEscalation(taken.escalation, { kind: "acknowledge" }, inContext({ by: ana }))).toMatchObject({
      kind: "stale",
      overtakenBy: { by: { name: "Bo" }, did: "acknowledge" },
    });
  });

  it("makes one page of a hundred clicks on the next level", () => {
    let { escalation } = started();
    const offered = escalation.revision;
    const effects = Array.from({ length: 100 }, () => {
      const advance = advanceEscalation(escalation, { kind: "next-level", revision: offered }, inContext());
      escalation = advance.escalation;
      return advance.kind === "moved" ? advance.effects : [];
    }).flat();
    expect(effects.filter(({ kind }) => kind === "page")).toHaveLength(1);
  });

  it("tells of a failed page in the thread and calls past it", () => {
    const past = happened(started().escalation, failed);
    expect(effectLines(past.effects).slice(0, 2)).toEqual([
      "tell The page by pd failed: the key is wrong (400). Correct PAGERDUTY_KEY.",
      "tell Calling bo. @bo",
    ]);
    expect(past.escalation.state).toMatchObject({ kind: "calling", level: 1 });
    expect(advanceEscalation(past.escalation, failed, inContext()).kind).toBe("stale");
  });

  it("tells after 15 seconds that a page is not confirmed, calls past it, and tells when it comes through after all", () => {
    const late = happened(started().escalation, timer("page/1/pd/kms/case-1/1"));
    expect(effectLines(late.effects)[0]).toBe(
      "tell The page by pd is not confirmed after 15 seconds. It is tried again.",
    );
    expect(late.escalation.state).toMatchObject({ kind: "calling", level: 1 });
    const through = happened(late.escalation, { ...failed, result: { kind: "paged" } });
    expect(effectLines(through.effects)[0]).toBe("tell pd has confirmed the page now.");
  });

  it("does not call past a page when another pager came through, nor past the last level", () => {
    const means = [
      { kind: "pager", pager: "pd" },
      { kind: "pager", pager: "mail" },
    ] as const;
    const policy = aPolicy({ levels: [aLevel({ means }), aLevel()] });
    const one = happened(
      started(inContext({ policy })).escalation,
      { ...failed, pager: "mail", result: { kind: "paged" } },
      inContext({ policy }),
    );
    expect(happened(one.escalation, failed, inContext({ policy })).escalation.state).toMatchObject({
      kind: "calling",
      level: 0,
    });
    const last = aPolicy({ levels: [aLevel()] });
    expect(
      happened(started(inContext({ policy: last })).escalation, failed, inContext({ policy: last })).escalation.state,
    ).toMatchObject({ kind: "calling", level: 0 });
  });

  it("passes over a level at which nobody is on call, and says so", () => {
    const first = started(inContext({ peopleOf: onlyBo }));
    expect(effectLines(first.effects).slice(0, 2)).toEqual([
      "tell Nobody is on call at level 1.",
      "tell Calling bo. @bo",
    ]);
    expect(started(inContext({ peopleOf: () => [] })).escalation.state.kind).toBe("unanswered");
  });

  it("waits for the end of quiet hours, unless it becomes bad enough", () => {
    const quiet = [
      {
        severities: ["low" as const] as const,
        zone: "Europe/Berlin",
        days: [1, 2, 3, 4, 5, 6, 7],
        from: 1_320,
        to: 420,
      },
    ];
    const policy = aPolicy({ quiet, severity: "low" });
    const night = inContext({ policy, at: moment("2026-01-07T23:00+01:00") });
    const held = started(night);
    expect(held.escalation.state).toEqual({ kind: "held", until: moment("2026-01-08T07:00+01:00") });
    expect(held.effects.map(({ kind }) => kind)).toEqual(["timer", "show"]);
    const morning = inContext({ policy, at: moment("2026-01-08T07:00+01:00") });
    expect(happened(held.escalation, timer("quiet"), morning).escalation.state.kind).toBe("calling");
    expect(happened(held.escalation, { kind: "severity", to: "critical" }, night).escalation.state.kind).toBe(
      "calling",
    );
    expect(localTime("2026-01-07T23:00")).toBeDefined();
  });

  it("is handed over to one person, who is called by chat and has the level's time", () => {
    const handed = happened(happened(started().escalation, { kind: "acknowledge" }).escalation, {
      kind: "hand-over",
      to: aPerson("cy"),
    });
    expect(effectLines(handed.effects)).toEqual([
      "cancel-timers",
      "tell Handed over to cy. @cy",
      "direct cy",
      "timer level/1/0 +600 s",
      "show",
    ]);
    expect(handed.escalation.called.map(({ id }) => id)).toEqual(["cy"]);
  });

  it("ends once, tells the pagers, and takes notes afterwards", () => {
    const done = happened(started().escalation, { kind: "resolve" });
    expect(effectLines(done.effects)).toContain("page pd resolve kms/case-1/1");
    expect(advanceEscalation(done.escalation, { kind: "acknowledge" }, inContext())).toMatchObject({
      kind: "stale",
      overtakenBy: { did: "resolve" },
    });
    expect(happened(done.escalation, { kind: "note", text: "disk was full" }).escalation.timeline.at(-1)?.text).toBe(
      "noted: disk was full",
    );
    expect(advanceEscalation(done.escalation, { kind: "note", text: " " }, inContext()).kind).toBe("refused");
  });

  it("joins the same error from other channels, counts per place, and calls nobody again", () => {
    let { escalation } = started();
    for (const place of ["#web", "#mail", "#web", "#shop"]) {
      const joined = happened(escalation, { kind: "seen", place, count: 1 });
      expect(joined.effects).toEqual([{ kind: "show" }]);
      escalation = joined.escalation;
    }
    expect(escalation.timeline.filter(({ did }) => did === "seen").map(({ by, text }) => [by?.name, text])).toEqual([
      ["Bo", "saw the same error elsewhere"],
      ["Bo", "saw the same error elsewhere"],
    ]);
    expect(escalation.places).toEqual([
      { place: "#mail", count: 2 },
      { place: "#web", count: 2 },
      { place: "#shop", count: 1 },
    ]);
    expect(incidentFor([escalation], "event 7009")).toBe(escalation);
    expect(incidentFor([escalation], "event 1")).toBeUndefined();
    expect(incidentFor([happened(escalation, { kind: "resolve" }).escalation], "event 7009")).toBeUndefined();
  });

  it("is split and merged by hand", () => {
    const two = happened(started().escalation, { kind: "seen", place: "#web", count: 3 }).escalation;
    const split = happened(two, { kind: "split", place: "#web" });
    expect(split.effects).toContainEqual({ kind: "open", place: { place: "#web", count: 3 } });
    expect(advanceEscalation(split.escalation, { kind: "split", place: "#mail" }, inContext())).toMatchObject({
      why: "last-place",
    });
    expect(advanceEscalation(two, { kind: "split", place: "#none" }, inContext())).toMatchObject({
      why: "no-such-place",
    });
    const merged = happened(two, { kind: "merge", into: escalationId("case-2") });
    expect(effectLines(merged.effects)).toEqual(["cancel-timers", "page pd resolve kms/case-1/1", "show"]);
    expect(advanceEscalation(two, { kind: "merge", into: two.id }, inContext())).toMatchObject({ why: "into-itself" });
  });

  it("takes nothing from nobody", () => {
    expect(advanceEscalation(started().escalation, { kind: "acknowledge" }, inContext({ by: undefined })).kind).toBe(
      "refused",
    );
    expect(advanceEscalation(started().escalation, { kind: "resolve" }, inContext({ by: undefined })).kind).toBe(
      "refused",
    );
  });
});
