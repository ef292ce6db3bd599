import { describe, expect, it } from "vitest";
import { caseView, wholeView } from "../../../src/core/view/case-view.ts";
import { viewText } from "../view/view-text.ts";
import { aCase, acted, ana, bo, context, done, here, moved, opened, wipe, look } from "./builders.ts";

const articles = new Map([wipe, look].map((article) => [article.id, article]));

function text(known: Parameters<typeof caseView>[0]): string {
  return viewText(caseView(known, articles));
}

describe("assigning", () => {
  it("gives a step to a person, and says to whom, by whom and when while the step is at hand", () => {
    const known = opened(aCase());
    const { revision, step } = here(known);
    const assigned = acted(known, { kind: "assign", revision, person: "U7\nCy", of: step }, context(ana, 3));
    expect(assigned).toMatchObject({ kind: "moved", effects: [{ kind: "assign", to: { id: "U7", name: "Cy" } }] });
    expect(text(assigned.case)).toMatch(/This step is assigned to @?Cy by Ana, \d\d:\d\d UTC/);
    expect(text(done(assigned.case))).not.toContain("Cy");
  });

  it("gives the whole case to a person until it is given to somebody else", () => {
    const known = aCase();
    const first = moved(known, { kind: "assign", revision: known.revision, person: "U7" }, context(ana, 1));
    const second = moved(first, { kind: "assign", revision: first.revision, person: "U8" }, context(bo, 2));
    expect(text(opened(second))).toContain("U8 by Bo");
    expect(text(second)).not.toContain("U7");
  });

  it("is to take it, when it is to oneself", () => {
    const known = aCase();
    const taken = moved(known, { kind: "assign", revision: known.revision, person: bo.id }, context(bo, 1));
    expect(text(taken)).toMatch(/Assigned to @?Bo, \d\d:\d\d UTC/);
  });

  it("tells whoever was second who was faster", () => {
    const known = aCase();
    const act = { kind: "assign", revision: known.revision, person: "U7" } as const;
    expect(acted(moved(known, act, context(ana, 1)), act, context(bo, 2))).toMatchObject({
      kind: "stale",
      overtakenBy: { by: ana, did: { kind: "assign" } },
    });
  });

  it.each(["", "  ", "x".repeat(101), "a\u202eb", "U7\n\u0000"])("wants somebody: %j is nobody", (person) => {
    const known = aCase();
    const advanced = acted(known, { kind: "assign", revision: known.revision, person });
    expect(advanced).toMatchObject({ kind: "refused", why: { kind: "no-person" } });
  });

  it("of a step that is behind us is late", () => {
    const known = opened(aCase());
    const { revision, step } = here(known);
    expect(acted(done(known), { kind: "assign", revision, person: "U7", of: step }).kind).toBe("stale");
  });
});

describe("all of a case", () => {
  it("is shown to read, without a button, whenever it is asked for", () => {
    const known = opened(aCase());
    expect(acted(known, { kind: "show-all" })).toMatchObject({ kind: "shown-all", case: known });
    expect(wholeView(known, articles).blocks.some(({ kind }) => kind === "buttons")).toBe(false);
  });
});
