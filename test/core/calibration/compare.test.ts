import { describe, expect, it } from "vitest";
import type { Answer } from "../../../src/core/calibration/answer-to.ts";
import { chanceOf } from "../../../src/core/calibration/chance.ts";
import { compare, figuresOf } from "../../../src/core/calibration/compare.ts";
import { reliabilityOf, unreliability } from "../../../src/core/calibration/reliability.ts";

/** Answers to 1,000 questions on 250 articles, every second of them without an answer. */
function answers(
  rightOf: (at: number) => boolean,
  confidenceOf: (at: number, answerable: boolean) => number,
): Answer[] {
  return Array.from({ length: 1_000 }, (_, at) => {
    const answerable = at % 2 === 0;
    const confidence = confidenceOf(at, answerable);
    return { about: `Q${Math.floor(at / 4)}`, answerable, right: answerable && rightOf(at), confidence };
  });
}

const honest = (_: number, answerable: boolean): number => (answerable ? 0.9 : 0.1);
const often = answers((at) => at % 10 !== 0, honest);

describe("a team that compares two models", () => {
  it("sees no difference between a model and itself", () => {
    expect(compare(often, often, chanceOf(1))).toEqual({ better: [], worse: [] });
  });

  it("sees that one finds the right article more often, and the other less", () => {
    const always = answers(() => true, honest);
    expect(compare(always, often, chanceOf(1))).toEqual({ better: ["first"], worse: [] });
    expect(compare(often, always, chanceOf(1))).toEqual({ better: [], worse: ["first"] });
  });

  it("is not talked into a difference that a few questions make", () => {
    const luckier = answers((at) => at % 10 !== 0 || at < 40, honest);
    expect(figuresOf(luckier).first).toBeGreaterThan(figuresOf(often).first);
    expect(compare(luckier, often, chanceOf(1))).toEqual({ better: [], worse: [] });
  });

  it("sees that one is sure where nothing fits", () => {
    const rash = answers(
      (at) => at % 10 !== 0,
      (at, answerable) => (answerable || at % 3 === 0 ? 0.9 : 0.1),
    );
    expect(compare(rash, often, chanceOf(1))).toEqual({ better: [], worse: ["area", "falsely"] });
  });
});

describe("the figures of a model", () => {
  it("count the right ones, those told apart, and those answered for nothing", () => {
    expect(figuresOf(often)).toEqual({ first: 0.8, area: 1, falsely: 0 });
  });

  it("count nothing that was found in nothing", () => {
    expect(
      figuresOf(
        answers(
          () => false,
          () => 0,
        ),
      ).falsely,
    ).toBe(0);
  });

  it("say how far confidence is off", () => {
    const lines = reliabilityOf(often);
    expect(lines.map(({ queries }) => queries)).toEqual([500, 500]);
    expect(unreliability(lines)).toBeCloseTo((0.1 + 0.1) / 2, 10);
  });
});
