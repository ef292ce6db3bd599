import { describe, expect, it } from "vitest";
import { phaseOf } from "../../../src/core/resolution/case.ts";
import { relieve } from "../../../src/core/resolution/relieve.ts";
import {
  aCase,
  acted,
  ana,
  anAsk,
  articleId,
  bo,
  by,
  context,
  done,
  here,
  look,
  moved,
  opened,
  silence,
  standing,
  stepId,
  wipe,
} from "./builders.ts";

/** At the destructive step, with the backup made. */
function atWipe() {
  return done(done(opened(aCase())));
}

describe("a late click", () => {
  it("changes nothing, and says who was faster and when", () => {
    const known = opened(aCase());
    const after = done(known, context(ana, 4));
    const late = acted(after, { kind: "done", ...here(known) }, context(bo, 7));
    expect(late).toMatchObject({
      kind: "stale",
      overtakenBy: { by: ana, did: { kind: "done" }, about: "Stop the service" },
    });
    expect(late.case).toBe(after);
  });

  it("is recognised even when the run came back to the same step", () => {
    const known = opened(aCase());
    const on = done(known);
    const back = moved(on, { kind: "back", ...here(on), to: stepId("stop") });
    expect(acted(back, { kind: "done", ...here(known) }).kind).toBe("stale");
    expect(acted(back, { kind: "done", ...here(back) }).kind).toBe("moved");
  });

  it("is a second start of the same article", () => {
    const known = aCase();
    const open = { kind: "open", article: wipe.id, revision: known.revision } as const;
    expect(acted(opened(known), open)).toMatchObject({ kind: "stale", overtakenBy: { did: { kind: "open" } } });
  });

  it("is a value that Bo began to type before Ana filled it in", () => {
    const known = atWipe();
    const fill = { kind: "fill", ...here(known), name: "path to the log", value: "d:\\log" } as const;
    expect(acted(moved(known, fill), { ...fill, value: "e:\\log" }, context(bo))).toMatchObject({
      overtakenBy: { by: ana },
    });
  });

  it("is told who did the same step, however much others did since", () => {
    const known = opened(aCase());
    const first = done(known, context(ana, 4));
    const then = done(first, context(bo, 5));
    expect(acted(then, { kind: "failed", ...here(known) }, context(bo, 7))).toMatchObject({
      overtakenBy: { by: ana, did: { kind: "done", step: here(known).step } },
    });
    expect(acted(then, { kind: "failed", ...here(first) }, context(ana, 7))).toMatchObject({
      overtakenBy: { by: bo, did: { kind: "done", step: here(first).step } },
    });
  });

  it("is told who moved on, where nobody did that step", () => {
    const known = opened(aCase());
    const ended = moved(known, { kind: "not-fixed", article: wipe.id, revision: known.revision }, context(bo, 3));
    expect(acted(ended, { kind: "done", ...here(known) })).toMatchObject({
      overtakenBy: { by: bo, did: { kind: "not-fixed" } },
    });
  });

  it("is no later for a value of another name", () => {
    const known = atWipe();
    const fill = { kind: "fill", ...here(known), name: "path to the log", value: "d:\\log" } as const;
    const filled = moved(known, fill);
    expect(acted(filled, { ...fill, name: "another path" }, context(bo)).kind).not.toBe("stale");
  });

  it("asks for help in vain where the error was fixed meanwhile, and says by whom", () => {
    const known = opened(aCase());
    const fixed = moved(known, { kind: "fixed", article: wipe.id, revision: known.revision }, context(bo, 3));
    expect(acted(fixed, { kind: "escalate", revision: known.revision, reason: "" })).toMatchObject({
      kind: "stale",
      overtakenBy: { by: bo, did: { kind: "fixed" } },
    });
  });

  it("comes from a button that was never offered", () => {
    const known = opened(aCase());
    const advanced = acted(known, { kind: "done", ...here(known), revision: 99 });
    expect(advanced).toMatchObject({ kind: "stale", overtakenBy: undefined });
  });
});

describe("asking for help", () => {
  it("can be done again when the help that came is over", () => {
    const known = aCase();
    const once = moved(known, { kind: "escalate", revision: known.revision, reason: "" });
    const over = relieve(once, by(bo, 9));
    expect(over.escalation).toBeUndefined();
    expect(over.revision).toBe(once.revision + 1);
    expect(over.timeline).toEqual([
      ...once.timeline,
      { ...by(bo, 9), revision: over.revision, did: { kind: "relieved" }, about: "" },
    ]);
    expect(acted(over, { kind: "escalate", revision: over.revision, reason: "" }).kind).toBe("moved");
  });

  it("is not over where nobody asked", () => {
    const known = aCase();
    expect(relieve(known, by(bo, 9))).toBe(known);
  });

  it("works from an old button too, since nobody escalates by accident", () => {
    const known = opened(aCase());
    const escalated = acted(
      done(known),
      { kind: "escalate", revision: known.revision, reason: "payroll" },
      context(bo, 2),
    );
    expect(escalated).toMatchObject({ kind: "moved", effects: [{ kind: "escalate", reason: "payroll" }] });
    expect(escalated.case.escalation).toMatchObject({ by: bo, reason: "payroll" });
    expect(standing(escalated.case)).toBe("trying back-up");
  });

  it("happens once: the second is told who asked", () => {
    const known = aCase();
    const once = moved(known, { kind: "escalate", revision: known.revision, reason: "" });
    const twice = acted(once, { kind: "escalate", revision: once.revision, reason: "" }, context(bo));
    expect(twice).toMatchObject({ kind: "stale", overtakenBy: { by: ana, did: { kind: "escalate" } } });
  });
});

describe("the question", () => {
  it("is settled by Ana's answer", () => {
    const known = aCase(anAsk());
    const answered = moved(known, { kind: "answer", article: look.id, revision: known.revision });
    expect(phaseOf(answered)).toMatchObject({ kind: "answering", matches: [{ article: "Q2" }, { article: "Q1" }] });
    expect(answered.inquiry.answers).toEqual([{ article: "Q2", holds: true }]);
    expect(answered.timeline.at(-1)?.about).toBe("The disk was changed");
    expect(answered.verdict.matches[0]?.evidence[0]).toEqual({
      kind: "answered",
      question: "The disk was changed",
      holds: true,
    });
  });

  it("leaves nothing when none of the answers fits", () => {
    const known = aCase(anAsk());
    const left = moved(known, { kind: "none", revision: known.revision });
    expect(standing(left)).toBe("exhausted");
    expect(left.ruledOut).toEqual([wipe.id, look.id]);
    expect(left.inquiry.answers).toEqual([
      { article: wipe.id, holds: false },
      { article: look.id, holds: false },
    ]);
    expect(left.timeline.at(-1)).toMatchObject({ did: { kind: "none" }, about: "" });
  });

  it("takes no answer that it doesn't offer", () => {
    const known = aCase(anAsk());
    expect(acted(known, { kind: "answer", article: articleId("Q404"), revision: known.revision }).kind).toBe("stale");
  });
});

it("looking at an article changes nothing and is never late", () => {
  const known = aCase(silence());
  expect(acted(known, { kind: "show", article: wipe.id })).toEqual({ kind: "shown", case: known, article: "Q1" });
});

it("sharing is done once for each time it is offered", () => {
  const known = aCase();
  const share = { kind: "share", revision: known.revision } as const;
  expect(acted(known, share)).toMatchObject({ kind: "moved", effects: [{ kind: "share" }] });
  expect(acted(moved(known, share), share, context(bo))).toMatchObject({ kind: "stale", overtakenBy: { by: ana } });
});
