import { describe, expect, it } from "vitest";
import { phaseOf } from "../../../src/core/resolution/case.ts";
import { gather } from "../../../src/core/resolution/gather.ts";
import {
  aCase,
  ana,
  anAnswer,
  anAsk,
  anErrorReading,
  aReading,
  bo,
  by,
  here,
  look,
  moved,
  opened,
  silence,
  standing,
  wipe,
} from "./builders.ts";

describe("a thread", () => {
  it("is not changed by talk that tells nothing new", () => {
    const known = aCase();
    expect(gather(known, aReading({ text: "anyone having lunch?" }), anAnswer(), by(bo))).toBe(known);
  });

  it("is not changed by talk that blurs what was clear", () => {
    const known = aCase();
    expect(gather(known, aReading({ text: "hm, strange" }), silence(), by(bo))).toBe(known);
  });

  it("is not changed by the same text again, however it is broken into lines", () => {
    const known = aCase();
    const reading = anErrorReading();
    const again = { ...reading, text: reading.text.replaceAll(" ", "\n  ") };
    expect(gather(known, again, anAnswer(), by(bo))).toBe(known);
  });

  it("takes the same text for more where it is now asked outright", () => {
    const known = aCase(silence());
    const answered = gather(known, { ...anErrorReading(), via: "command" }, anAnswer(), by(bo));
    expect(phaseOf(answered).kind).toBe("answering");
    expect(answered.inquiry.readings).toHaveLength(1);
  });

  it("keeps one more error as evidence, and the buttons stay good when the answer stays", () => {
    const known = aCase();
    const more = gather(known, anErrorReading(5015), anAnswer(), by(bo));
    expect(more.inquiry.readings).toHaveLength(2);
    expect(more.revision).toBe(known.revision + 1);
    expect(more.offered).toBe(known.offered);
  });

  it("sharpens a question into an answer, even by plain words", () => {
    const sharper = gather(aCase(anAsk()), aReading({ text: "the disk was changed" }), anAnswer(look), by(bo));
    expect(phaseOf(sharper)).toMatchObject({ kind: "answering", matches: [{ article: "Q2" }] });
    expect(sharper.offered).toBe(sharper.revision);
  });

  it("doesn't ask again what was answered", () => {
    const asked = aCase(anAsk());
    const settled = moved(asked, { kind: "answer", article: look.id, revision: asked.revision });
    const more = gather(settled, anErrorReading(5015), anAsk(), by(ana));
    expect(phaseOf(more)).toMatchObject({ kind: "answering", matches: [{ article: "Q2" }, { article: "Q1" }] });
  });

  it("leaves the run alone while Ana works, and her buttons stay good", () => {
    const working = opened(aCase());
    const more = gather(working, anErrorReading(1), anAnswer(look), by(bo));
    expect(standing(more)).toBe("trying stop");
    expect(standing(moved(more, { kind: "done", ...here(working) }))).toBe("trying back-up");
  });

  it("speaks again when a new error comes after the first was fixed", () => {
    const working = opened(aCase());
    const fixed = moved(working, { kind: "fixed", article: wipe.id, revision: working.revision });
    expect(standing(fixed)).toBe("fixed");
    expect(standing(gather(fixed, anErrorReading(1), anAnswer(look), by(bo)))).toBe("answering");
  });

  it("keeps the latest twenty texts", () => {
    let known = aCase();
    for (let id = 1; id <= 30; id++) known = gather(known, anErrorReading(id), anAnswer(), by(ana));
    expect(known.inquiry.readings.map((reading) => reading.text).slice(0, 2)).toEqual(["event 11", "event 12"]);
    expect(known.inquiry.readings).toHaveLength(20);
  });
});
