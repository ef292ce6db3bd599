import { describe, expect, it } from "vitest";
import {
  aCase,
  acted,
  anAnswer,
  articleId,
  context,
  done,
  here,
  look,
  moved,
  opened,
  stepId,
  wipe,
} from "./builders.ts";

/** At the destructive step, with the backup made. */
const atWipe = done(done(opened(aCase())));

describe("what cannot be done now", () => {
  it("is an answer to a question that the step does not ask", () => {
    const known = opened(aCase());
    expect(acted(known, { kind: "check", ...here(known), answer: 0 })).toMatchObject({
      kind: "refused",
      why: { kind: "not-now", action: "check" },
    });
  });

  it("is the confirmation of a step that needs none", () => {
    const known = opened(aCase());
    expect(acted(known, { kind: "confirm", ...here(known) })).toMatchObject({
      kind: "refused",
      why: { kind: "not-now", action: "confirm" },
    });
  });

  it("is an answer that the step does not offer", () => {
    const asked = opened(aCase(anAnswer(look)), look);
    expect(acted(asked, { kind: "check", ...here(asked), answer: 99 })).toMatchObject({
      kind: "refused",
      why: { kind: "not-now", action: "check" },
    });
  });

  it("is a step of an article that was taken away meanwhile", () => {
    const known = opened(aCase());
    const gone = { ...context(), articles: new Map() };
    expect(acted(known, { kind: "done", ...here(known) }, gone)).toMatchObject({
      kind: "refused",
      why: { kind: "no-article", article: wipe.id },
    });
  });

  it("is to skip without a reason, however many spaces it has", () => {
    expect(acted(atWipe, { kind: "skip", ...here(atWipe), reason: "  " })).toMatchObject({
      kind: "refused",
      why: { kind: "no-reason" },
    });
  });
});

describe("a step that would destroy something", () => {
  it("is left out with the reason where nobody dares", () => {
    const asked = acted(atWipe, { kind: "cancel", ...here(atWipe) });
    expect(asked.case.runs.at(-1)?.records.at(-1)).toMatchObject({
      outcome: { kind: "skipped", reason: "it cannot be undone" },
    });
  });
});

describe("an article that nobody knows", () => {
  it("cannot be opened", () => {
    const known = aCase();
    expect(acted(known, { kind: "open", article: articleId("Q404"), revision: known.revision })).toMatchObject({
      kind: "refused",
      why: { kind: "no-article" },
    });
  });
});

describe("a reason", () => {
  it("is kept without the spaces around it", () => {
    const known = aCase();
    const called = moved(known, { kind: "escalate", revision: known.revision, reason: "  payroll " });
    expect(called.escalation?.reason).toBe("payroll");
  });
});

it("going back leads to the step that was named", () => {
  const back = moved(atWipe, { kind: "back", ...here(atWipe), to: stepId("stop") });
  expect(here(back).step).toBe("stop");
});
