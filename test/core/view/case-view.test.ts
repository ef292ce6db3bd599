import { describe, expect, it } from "vitest";
import { type Case, newCase, caseId } from "../../../src/core/resolution/case.ts";
import { gather } from "../../../src/core/resolution/gather.ts";
import type { Verdict } from "../../../src/core/matching/verdict.ts";
import { caseView, wholeView } from "../../../src/core/view/case-view.ts";
import {
  aCase,
  aMatch,
  ana,
  anAnswer,
  anAsk,
  aReading,
  articles,
  bo,
  by,
  context,
  done,
  here,
  look,
  moved,
  opened,
  stepId,
  wipe,
} from "../resolution/builders.ts";
import { labels, viewText } from "./view-text.ts";

const view = (known: Case) => caseView(known, articles);
const says = (known: Case) => viewText(view(known));

describe("an answer", () => {
  it("says what it is, how sure, why, and what causes it", () => {
    expect(says(aCase())).toBe(
      [
        "The store does not mount",
        "Almost certain · Q1",
        "- event 7009 from Store",
        "Cause: A driver is missing.",
        "[Start] [Read it] [Assign to…] [Escalate…] [Share to channel]",
      ].join("\n"),
    );
  });

  it("gives the strongest reasons in two lines at most, and the others behind Why?", () => {
    const evidence = [
      { kind: "event", id: 5389, source: "Store", companion: false },
      { kind: "event", id: 5015, source: "Store", companion: false },
      { kind: "event", id: 101, source: "Setup", companion: true },
      { kind: "code", code: "800FF351", written: "0x800ff351" },
      { kind: "message", likeness: 0.84, text: "cannot mount", marks: [] },
      { kind: "title", likeness: 0.5, text: "The store does not mount", marks: [] },
    ] as const;
    const known = aCase({ kind: "answer", matches: [aMatch(wipe, { evidence })] });
    expect(says(known)).toContain(
      [
        "- events 5389 and 5015 from Store, code 0x800ff351",
        "- message 84 % alike: “cannot mount”",
        "Cause: A driver is missing.",
      ].join("\n"),
    );
    expect(labels(view(known))[0]).toEqual(["Start", "Read it", "Why?"]);
    expect(viewText(wholeView(known, articles))).toContain("- event 101 from Setup, which comes with other errors too");
    expect(viewText(wholeView(known, articles))).toContain("- title alike: “The store does not mount”");
  });

  it("has the way in in sight and everything else behind more", () => {
    expect(labels(view(aCase(anAnswer(wipe, look))))).toEqual([
      ["Start", "Read it"],
      ["Start instead: The store is on the wrong disk", "Assign to…", "Escalate…", "Share to channel"],
    ]);
  });

  it("is to be read where the article has no steps", () => {
    const bare = new Map([[wipe.id, { ...wipe, steps: [] }]]);
    expect(labels(caseView(aCase(), bare))[0]).toEqual(["Read it"]);
  });

  it("names the other error of a paste with two", () => {
    const two: Verdict = { kind: "answer", matches: [aMatch(wipe), aMatch(look, { error: 1 })] };
    expect(says(aCase(two))).toContain("There is another error in it: The store is on the wrong disk (Q2)");
  });

  it("owns up to having matched a long paste in part", () => {
    const clipped = aReading({ clipped: { from: 50_000, to: 20_481 } });
    expect(says(gather(newCase(caseId("t")), clipped, anAnswer(), by(ana)))).toContain(
      "its first 16 KB and its last 4 KB",
    );
  });

  it("says what was tried before", () => {
    const known = opened(aCase(anAnswer(wipe, look)));
    const next = moved(known, { kind: "not-fixed", article: wipe.id, revision: known.revision });
    expect(says(next)).toContain("Next to try · Q2");
    expect(says(next)).toContain("Tried before, in vain: Q1");
  });
});

describe("a question", () => {
  it("says once how many articles fit, and once what they share", () => {
    expect(says(aCase(anAsk()))).toContain(
      [
        "Which of these is true?",
        "2 articles fit: event 7009 from Store",
        "- The log is full: The store does not mount (Q1)",
        "- The disk was changed: The store is on the wrong disk (Q2)",
      ].join("\n"),
    );
  });

  it("gives each its own reason where they differ", () => {
    const code = aMatch(look, { evidence: [{ kind: "code", code: "800FF351", written: "800FF351" }] });
    const known = aCase({ ...anAsk(), matches: [aMatch(wipe), code] });
    expect(says(known)).toContain(
      "2 articles fit.\n- The log is full: The store does not mount (Q1) · event 7009 from Store",
    );
    expect(says(known)).toContain("(Q2) · code 800FF351");
  });

  it("has an answer a button, and none of these", () => {
    expect(view(aCase(anAsk())).fallback).toBe("2 articles fit. Which of these is true?");
    expect(labels(view(aCase(anAsk())))[0]).toEqual(["The log is full", "The disk was changed", "None of these"]);
  });
});

describe("a step", () => {
  it("says where it is, how careful to be, and what can be said about it", () => {
    const known = opened(aCase());
    expect(says(known)).toContain("Step 1 of 4: Stop the service\nQ1 · changes something, can be undone");
    expect(labels(view(known))[0]).toEqual(["Done", "Didn't work"]);
    expect(labels(view(known))[1]).toEqual([
      "The error is gone",
      "Skip…",
      "Doesn't apply here",
      "Assign to…",
      "Read the whole article",
      "Escalate…",
      "Stop here",
    ]);
  });

  it("says who started, without the title that stands above, and then what was done last", () => {
    const known = opened(aCase());
    expect(says(known)).toContain("\nStarted by Ana, ");
    expect(says(known)).not.toContain("“The store does not mount”");
    expect(says(done(known))).toContain("\nAna marked “Stop the service” done, ");
  });

  it("leads to what must be done first, and offers no yes before", () => {
    const known = opened(aCase());
    const skipped = moved(done(known), { kind: "skip", ...here(done(known)), reason: "no tape" });
    expect(says(skipped)).toContain("First: Back up the store (not done yet)");
    const failed = moved(done(known), { kind: "failed", ...here(done(known)) });
    expect(says(failed)).toContain("First: Back up the store (didn't work)");
    expect(labels(view(skipped))[0]).toEqual(["Go to “Back up the store”", "No, leave it out"]);
  });

  it("keeps the command of a destructive step to itself until the yes", () => {
    const asked = done(done(opened(aCase())));
    expect(says(asked)).toContain("This cannot be undone. Go ahead?");
    expect(says(asked)).not.toContain("del ");
    expect(says(moved(asked, { kind: "confirm", ...here(asked) }))).toContain('del "<path to the log>"');
  });

  it("shows the command with what was filled in, and asks for what is missing", () => {
    const known = opened(aCase(), look);
    expect(says(known)).toContain("Fill in <path to the log> before you run it.");
    const fill = { kind: "fill", ...here(known), name: "path to the log", value: "c:\\log" } as const;
    expect(says(moved(known, fill))).toContain("dir c:\\log");
    expect(labels(view(moved(known, fill)))[1]).toContain("Change <path to the log>…");
  });

  it("asks what is seen, an answer a button", () => {
    expect(labels(view(opened(aCase(), look)))[0]).toEqual(["Fine again", "Still wrong", "Smoke", "Something else"]);
  });

  it("owns up when the article was changed under Ana's hands", () => {
    const changed = caseView(opened(aCase()), new Map([[wipe.id, { ...wipe, steps: wipe.steps.slice(1) }]]));
    expect(viewText(changed)).toContain("this step is no longer in it");
    expect(labels(changed)[0]).toEqual(["The error is gone", "Leave it"]);
  });

  it("says that help was asked for, and doesn't offer to ask again", () => {
    const known = opened(aCase());
    const escalated = moved(known, { kind: "escalate", revision: known.revision, reason: "payroll" }, context(bo));
    expect(says(escalated)).toContain("Bo asked for help: “payroll”");
    expect(labels(view(escalated)).flat()).not.toContain("Escalate…");
  });
});

describe("the end", () => {
  it("sums up what was tried, what became of it, by whom, and how long it took", () => {
    const known = done(opened(aCase()), context(bo, 5));
    const back = moved(known, { kind: "skip", ...here(known), reason: "no tape" }, context(ana, 9));
    const fixed = moved(back, { kind: "fixed", article: wipe.id, revision: back.revision }, context(ana, 75));
    expect(says(fixed)).toBe(
      [
        "Fixed: The store does not mount",
        "Q1 · fixed by Ana, 15:28 UTC · took 1 h 15 min",
        "- Stop the service: done (Bo, 14:18 UTC)",
        "- Back up the store: skipped, no tape (Ana, 14:22 UTC)",
      ].join("\n"),
    );
  });

  it("counts a step that was done again once, as it ended", () => {
    const known = opened(aCase());
    const failed = moved(known, { kind: "failed", ...here(known) });
    const back = moved(failed, { kind: "back", ...here(failed), to: stepId("stop") });
    const fixed = moved(done(back), { kind: "fixed", article: wipe.id, revision: back.revision + 1 });
    expect(says(fixed).match(/Stop the service/g)).toHaveLength(1);
    expect(says(fixed)).toContain("Stop the service: done");
  });

  it("offers the other error of the paste", () => {
    const two: Verdict = { kind: "answer", matches: [aMatch(wipe), aMatch(look, { error: 1 })] };
    const known = opened(aCase(two));
    expect(labels(view(moved(known, { kind: "fixed", article: wipe.id, revision: known.revision })))[0]).toEqual([
      "Start that one",
    ]);
  });

  it("hands over to people when everything known was tried", () => {
    const known = opened(aCase());
    const exhausted = moved(known, { kind: "not-fixed", article: wipe.id, revision: known.revision });
    expect(says(exhausted)).toContain("Everything known was tried");
    expect(labels(view(exhausted))).toEqual([["Escalate…"], ["Assign to…", "Read Q1", "Start Q1 again"]]);
  });
});
