import { describe, expect, it } from "vitest";
import { phaseOf } from "../../../src/core/resolution/case.ts";
import {
  aCase,
  acted,
  ana,
  anAsk,
  articleId,
  bo,
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

  it("comes from a button that was never offered", () => {
    const known = opened(aCase());
    const advanced = acted(known, { kind: "done", ...here(known), revision: 99 });
    expect(advanced).toMatchObject({ kind: "stale", overtakenBy: undefined });
  });
});

describe("asking for help", () => {
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
  });

  it("leaves nothing when none of the answers fits", () => {
    const known = aCase(anAsk());
    expect(standing(moved(known, { kind: "none", revision: known.revision }))).toBe("exhausted");
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
