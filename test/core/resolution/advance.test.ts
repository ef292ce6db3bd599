import { describe, expect, it } from "vitest";
import { newCase, caseId, phaseOf } from "../../../src/core/resolution/case.ts";
import { filled } from "../../../src/core/resolution/fill.ts";
import {
  aCase,
  acted,
  ana,
  anAnswer,
  articleId,
  bo,
  context,
  done,
  here,
  leading,
  look,
  moved,
  opened,
  standing,
  stepId,
  wipe,
} from "./builders.ts";

/** At the destructive step, with the backup made. */
function atWipe() {
  return done(done(opened(aCase())));
}

describe("working through an article", () => {
  it("begins at the first step", () => {
    expect(standing(opened(aCase()))).toBe("trying stop");
  });

  it("goes on to the next step when Ana did one", () => {
    const known = done(opened(aCase()));
    expect(standing(known)).toBe("trying back-up");
    expect(known.runs.at(-1)?.records).toMatchObject([{ step: "stop", outcome: { kind: "done" }, by: ana }]);
  });

  it("asks what Ana sees after a step with a check, and her answer ends the run", () => {
    const confirmed = moved(atWipe(), { kind: "confirm", ...here(atWipe()) });
    const checking = done(done(confirmed));
    expect(standing(checking)).toBe("checking start");
    expect(standing(moved(checking, { kind: "check", ...here(checking), answer: 0 }))).toBe("fixed");
  });

  it("asks whether the error is gone when all steps are behind her", () => {
    const known = opened(aCase(), look);
    const moving = moved(known, { kind: "check", ...here(known), answer: 3 });
    expect(standing(done(moving))).toBe("verifying move");
  });

  it("shows a step that only looks together with its question", () => {
    expect(standing(opened(aCase(), look))).toBe("checking look");
  });

  it.each([
    [0, "fixed"],
    [1, "exhausted"],
    [2, "verifying look"],
    [3, "trying move"],
    [4, "checking look"],
  ])("leads where answer %i leads: %s", (answer, where) => {
    const known = opened(aCase(anAnswer(look)), look);
    expect(standing(moved(known, { kind: "check", ...here(known), answer }))).toBe(where);
  });

  it("asks for help when the answer says so, and does it once", () => {
    const known = opened(aCase(), look);
    const advanced = acted(known, { kind: "check", ...here(known), answer: 2 });
    expect(advanced).toMatchObject({ kind: "moved", effects: [{ kind: "escalate", reason: "Smoke" }] });
    const back = moved(advanced.case, { kind: "back", ...here(advanced.case), to: stepId("look") });
    expect(acted(back, { kind: "check", ...here(back), answer: 2 })).toMatchObject({ kind: "moved", effects: [] });
  });

  it("keeps Ana's reason when she skips a step, and wants one", () => {
    const known = opened(aCase());
    const skipped = moved(known, { kind: "skip", ...here(known), reason: " it is stopped " });
    expect(skipped.runs.at(-1)?.records.at(-1)?.outcome).toEqual({ kind: "skipped", reason: "it is stopped" });
    expect(acted(known, { kind: "skip", ...here(known), reason: "  " })).toMatchObject({ why: { kind: "no-reason" } });
  });

  it("goes back to a step that was passed", () => {
    const known = done(opened(aCase()));
    expect(standing(moved(known, { kind: "back", ...here(known), to: stepId("stop") }))).toBe("trying stop");
  });

  it("offers the next article when one was tried in vain, and none when all were", () => {
    const first = opened(aCase(anAnswer(wipe, look)));
    const failed = moved(first, { kind: "not-fixed", article: wipe.id, revision: first.revision });
    expect(phaseOf(failed)).toMatchObject({ kind: "answering", matches: [{ article: "Q2" }] });
    const second = opened(failed, look);
    expect(standing(moved(second, { kind: "not-fixed", article: look.id, revision: second.revision }))).toBe(
      "exhausted",
    );
  });

  it("takes the article as useless when its last step doesn't work", () => {
    const known = opened(aCase(anAnswer(look)), look);
    const last = moved(known, { kind: "check", ...here(known), answer: 3 });
    expect(standing(moved(last, { kind: "failed", ...here(last) }))).toBe("exhausted");
  });

  it("leaves the article under way when Ana opens another, and can take it up again", () => {
    const both = opened(opened(aCase()), look);
    expect(both.runs.map((run) => run.state.kind)).toEqual(["abandoned", "checking"]);
    expect(standing(opened(both, wipe))).toBe("trying stop");
  });

  it("opens an article in a thread where nothing was said yet", () => {
    expect(standing(opened(newCase(caseId("fresh"))))).toBe("trying stop");
  });

  it("goes on with what is left when the step was taken out of the article meanwhile", () => {
    const known = opened(aCase());
    const edited = new Map([[wipe.id, { ...wipe, steps: wipe.steps.slice(1) }]]);
    expect(standing(done(known, { ...context(), articles: edited }))).toBe("trying back-up");
  });

  it("says that the article is gone when it was removed meanwhile", () => {
    const known = opened(aCase());
    const advanced = acted(known, { kind: "done", ...here(known) }, { ...context(), articles: new Map() });
    expect(advanced).toMatchObject({ kind: "refused", why: { kind: "no-article" } });
  });

  it("has nothing to start in an article without steps or one that doesn't exist", () => {
    const known = aCase();
    const none = new Map([[wipe.id, { ...wipe, steps: [] }]]);
    const open = { kind: "open", article: wipe.id, revision: known.revision } as const;
    expect(acted(known, open, { ...context(), articles: none })).toMatchObject({ why: { kind: "no-steps" } });
    const missing = { ...open, article: articleId("Q404") };
    expect(acted(known, missing)).toMatchObject({ why: { kind: "no-article", article: "Q404" } });
  });
});

describe("a step that cannot be undone", () => {
  it("is asked about before it is shown", () => {
    expect(standing(atWipe())).toBe("confirming wipe");
    expect(acted(atWipe(), { kind: "done", ...here(atWipe()) })).toMatchObject({ why: { kind: "unconfirmed" } });
  });

  it("goes ahead after a yes", () => {
    expect(standing(moved(atWipe(), { kind: "confirm", ...here(atWipe()) }))).toBe("trying wipe");
  });

  it("is left out after a no", () => {
    expect(standing(moved(atWipe(), { kind: "cancel", ...here(atWipe()) }))).toBe("trying start");
  });

  it.each(["skip", "not-applicable", "failed"] as const)("is refused while its backup is %s", (kind) => {
    const before = done(opened(aCase()));
    const at = moved(before, { kind, ...here(before), reason: "no tape" });
    const refused = acted(at, { kind: "confirm", ...here(at) });
    expect(refused).toMatchObject({
      kind: "refused",
      why: { kind: "requires", steps: [{ title: "Back up the store" }] },
    });
    expect(refused.case).toBe(at);
  });

  it("is refused when the check of its backup said no, even after going round", () => {
    const check = { question: "Can it be read?", answers: [leading("No", { kind: "escalate" })] };
    const steps = wipe.steps.map((step) => (step.id === "back-up" ? { ...step, check } : step));
    const who = { ...context(), articles: new Map([[wipe.id, { ...wipe, steps }]]) };
    const checking = done(done(opened(aCase()), who), who);
    const no = moved(checking, { kind: "check", ...here(checking), answer: 0 }, who);
    const around = moved(no, { kind: "back", ...here(no), to: stepId("wipe") }, who);
    expect(acted(around, { kind: "confirm", ...here(around) }, who)).toMatchObject({ why: { kind: "requires" } });
  });
});

/** The same, with its placeholder filled in. */
function filledIn() {
  return moved(atWipe(), { kind: "fill", ...here(atWipe()), name: "path to the log", value: " c:\\log " });
}

describe("placeholders", () => {
  it("stay filled in for the rest of the run", () => {
    const known = moved(filledIn(), { kind: "confirm", ...here(filledIn()) });
    expect(filled('del "<path to the log>"', known.runs.at(-1)?.values ?? [])).toBe('del "c:\\log"');
    expect(done(known).runs.at(-1)?.values).toEqual([{ name: "path to the log", value: "c:\\log" }]);
  });

  it("take a value with dollar signs as it is", () => {
    expect(filled("dir <a>", [{ name: "a", value: "$& $1" }])).toBe("dir $& $1");
  });

  it.each(["", "  ", "c:\\\u202Egol", "r\u200Bm", "a\nb", "x".repeat(1_001)])("refuse %j", (value) => {
    const known = atWipe();
    const advanced = acted(known, { kind: "fill", ...here(known), name: "path to the log", value });
    expect(advanced).toMatchObject({ kind: "refused", why: { kind: "bad-value" } });
  });

  it("refuse a name that no command has", () => {
    const advanced = acted(atWipe(), { kind: "fill", ...here(atWipe()), name: "__proto__", value: "x" });
    expect(advanced).toMatchObject({ kind: "refused", why: { kind: "bad-value" } });
  });

  it("don't make a button late: Bo can still say done", () => {
    const known = atWipe();
    expect(acted(filledIn(), { kind: "confirm", ...here(known) }, context(bo)).kind).toBe("moved");
  });
});
