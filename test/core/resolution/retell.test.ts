import { describe, expect, it } from "vitest";
import { phaseOf } from "../../../src/core/resolution/case.ts";
import { retell } from "../../../src/core/resolution/retell.ts";
import {
  aCase,
  aMatch,
  anAnswer,
  anAsk,
  anErrorReading,
  bo,
  by,
  here,
  look,
  moved,
  opened,
  silence,
  wipe,
} from "./builders.ts";

const EDITED = [anErrorReading(7010)];

describe("a paste that is edited", () => {
  it("is read anew, and offers what fits now", () => {
    const told = retell(aCase(), EDITED, anAnswer(look), by(bo, 2));
    expect(told.inquiry.readings).toEqual(EDITED);
    expect(told.verdict.matches[0]?.article).toBe(look.id);
    expect(told.offered).toBe(told.revision);
    expect(told.judged).toBe(told.revision);
    expect(told.timeline.at(-1)).toMatchObject({ by: bo, did: { kind: "said" }, revision: told.revision });
  });

  it("leaves the buttons that stand where the same article fits", () => {
    const known = aCase();
    const told = retell(known, EDITED, anAnswer(), by(bo, 2));
    expect(told).toMatchObject({ offered: known.offered, judged: known.judged, revision: known.revision + 1 });
  });

  it("takes an answer away where no article fits any more", () => {
    expect(phaseOf(retell(aCase(), EDITED, silence(), by(bo, 2))).kind).toBe("unknown");
  });

  it("does not stop a run that is under way", () => {
    const known = opened(aCase());
    const told = retell(known, EDITED, anAnswer(look), by(bo, 2));
    expect(here(told)).toMatchObject({ article: wipe.id, step: here(known).step });
    expect(told.offered).toBe(known.offered);
  });

  it("leaves an error fixed though nobody reads of it any more", () => {
    const known = opened(aCase());
    const fixed = moved(known, { kind: "fixed", article: wipe.id, revision: known.revision });
    expect(phaseOf(retell(fixed, [], silence(), by(bo, 2))).kind).toBe("fixed");
  });

  it("is not asked about again where the question was answered", () => {
    const known = aCase(anAsk());
    const answered = moved(known, { kind: "answer", article: look.id, revision: known.revision });
    const told = retell(answered, EDITED, anAsk(), by(bo, 2));
    expect(told.verdict).toMatchObject({
      kind: "answer",
      matches: [
        {
          article: look.id,
          evidence: [{ kind: "answered", question: "The disk was changed" }, aMatch(look).evidence[0]],
        },
        { article: wipe.id },
      ],
    });
  });
});
