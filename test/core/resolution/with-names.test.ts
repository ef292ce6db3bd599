import { describe, expect, it } from "vitest";
import { caseWithNames, entryWithNames, named } from "../../../src/core/resolution/with-names.ts";
import { aCase, context, done, moved, opened, wipe } from "./builders.ts";

const NAMES = new Map([
  ["U404", "Dana"],
  ["U405", "Eli"],
]);
const nameOf = (id: string): string | undefined => NAMES.get(id);
const dana = { id: "U404", name: "U404" };

describe("people of whom a platform told no more than an id", () => {
  it("are called by their name in everything they did", () => {
    const known = opened(aCase());
    const fixed = moved(known, { kind: "fixed", article: wipe.id, revision: known.revision }, context(dana, 1));
    const shown = caseWithNames(fixed, nameOf);
    expect(shown.timeline.at(-1)?.by).toEqual({ id: "U404", name: "Dana" });
    expect(shown.runs.at(-1)?.state).toMatchObject({ ended: { by: { id: "U404", name: "Dana" } } });
    expect(shown.runs.at(-1)?.started.by.name).toBe("Ana");
    const step = caseWithNames(done(known, context(dana, 1)), nameOf).runs.at(-1);
    expect(step?.records).toMatchObject([{ by: { id: "U404", name: "Dana" } }]);
  });

  it("are called by their name where they escalated, and where a case was given to them", () => {
    const known = aCase();
    const given = moved(known, { kind: "assign", revision: known.revision, person: "U405" }, context(dana, 1));
    const called = moved(given, { kind: "escalate", revision: given.revision, reason: "it burns" }, context(dana, 2));
    const shown = caseWithNames(called, nameOf);
    expect(shown.assignment).toMatchObject({ by: { name: "Dana" }, to: { id: "U405", name: "Eli" } });
    expect(shown.escalation).toMatchObject({ by: { name: "Dana" }, reason: "it burns" });
    expect(shown.timeline.map(({ about }) => about)).toContain("Eli");
  });

  it("keep their id where nobody told a name, and their name where a platform did", () => {
    expect(named({ id: "U1", name: "U1" }, nameOf)).toEqual({ id: "U1", name: "U1" });
    expect(named({ id: "U404", name: "Deputy" }, nameOf).name).toBe("Deputy");
  });

  it("are not looked for in what somebody wrote", () => {
    const { timeline } = opened(aCase());
    const entry = { ...timeline[0]!, about: "U405" };
    expect(entryWithNames(entry, nameOf).about).toBe("U405");
  });
});
