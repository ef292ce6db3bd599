import { array, assert, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import {
  answeringScore,
  areaUnderCurve,
  falseAnswers,
  figuresByClass,
  median,
  type Outcome,
  percentile,
  placeOf,
} from "./metrics.ts";

type Told = {
  readonly class?: string;
  readonly relevant?: readonly string[];
  readonly articles?: readonly string[];
  readonly score?: number;
  readonly finished?: boolean;
};

function anOutcome(told: Told): Outcome {
  const { relevant = ["Q1"], articles = ["Q1"], score = 0.5, finished = true } = told;
  return {
    query: { id: "a query", class: told.class ?? "messages", via: "channel", texts: ["it failed"], relevant },
    reply: { articles, score, words: 2, milliseconds: 1, finished },
  };
}

const answerable = (score: number) => anOutcome({ score });
const unanswerable = (score: number) => anOutcome({ score, relevant: [], class: "chatter" });

describe("the place of the right article", () => {
  it("counts from 1", () => {
    expect(placeOf(anOutcome({ articles: ["Q1", "Q2"] }))).toBe(1);
    expect(placeOf(anOutcome({ articles: ["Q3", "Q2", "Q1"] }))).toBe(3);
  });

  it("is that of the first one when several are right", () => {
    expect(placeOf(anOutcome({ relevant: ["Q1", "Q2"], articles: ["Q9", "Q2", "Q1"] }))).toBe(2);
  });

  it("is beyond every list when it was not found", () => {
    expect(placeOf(anOutcome({ articles: ["Q2"] }))).toBe(Number.POSITIVE_INFINITY);
    expect(placeOf(anOutcome({ articles: [] }))).toBe(Number.POSITIVE_INFINITY);
  });
});

describe("the figures of a class", () => {
  it("count the first place, the first three, and the reciprocal of the place up to ten", () => {
    const eleventh = Array.from({ length: 10 }, (_, at) => `Q${at + 100}`).concat("Q1");
    const outcomes = [["Q1"], ["Q2", "Q1"], ["Q2", "Q3", "Q4", "Q1"], eleventh].map((articles) =>
      anOutcome({ articles }),
    );
    expect(figuresByClass(outcomes)).toEqual([
      { class: "messages", queries: 4, finished: 4, first: 1 / 4, third: 2 / 4, reciprocal: (1 + 1 / 2 + 1 / 4) / 4 },
    ]);
  });

  it("leave out queries that nothing answers", () => {
    expect(figuresByClass([unanswerable(0.9)])).toEqual([]);
  });

  it("count a query that did not finish as one that was not answered", () => {
    const [figures] = figuresByClass([anOutcome({}), anOutcome({ articles: [], finished: false })]);
    expect(figures).toMatchObject({ queries: 2, finished: 1, first: 0.5 });
  });
});

describe("answer or silence", () => {
  it("is the chance that a query with an answer scores higher than one without, ties counting half", () => {
    assert(
      property(someScores, someScores, (right, wrong) => {
        const outcomes = [...right.map(answerable), ...wrong.map(unanswerable)];
        expect(areaUnderCurve(outcomes)).toBeCloseTo(wonPairs(right, wrong) / (right.length * wrong.length), 10);
      }),
    );
  });

  it("does not depend on the order of the queries", () => {
    assert(
      property(someScores, someScores, (right, wrong) => {
        const outcomes = [...right.map(answerable), ...wrong.map(unanswerable)];
        expect(areaUnderCurve(outcomes.toReversed())).toBeCloseTo(areaUnderCurve(outcomes), 10);
      }),
    );
  });

  it("takes a query that did not finish for the least sure of all", () => {
    expect(areaUnderCurve([answerable(0.2), unanswerable(Number.NEGATIVE_INFINITY)])).toBe(1);
  });
});

describe("false answers", () => {
  it("are counted from the score that lets 90 % of the answerable queries through", () => {
    const answers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(answerable);
    expect(answeringScore(answers)).toBe(2);
    const found = falseAnswers([...answers, unanswerable(1.9), unanswerable(2), unanswerable(7)]);
    expect(found.get("chatter")).toBeCloseTo(2 / 3);
  });

  it("let at least the promised share through, and no needless one", () => {
    assert(
      property(someScores, double({ min: 0.05, max: 1, noNaN: true }), (scores, share) => {
        const threshold = answeringScore(scores.map(answerable), share);
        const passing = scores.filter((score) => score >= threshold).length;
        const passingAbove = scores.filter((score) => score > threshold).length;
        expect(passing).toBeGreaterThanOrEqual(scores.length * share - 1e-9);
        expect(passingAbove).toBeLessThan(scores.length * share + 1e-9);
      }),
    );
  });

  it("are told for each class of silence and for all together", () => {
    const chatter = unanswerable(9);
    const log = anOutcome({ class: "foreign logs", relevant: [], score: 0 });
    expect([...falseAnswers([answerable(5), chatter, log])]).toEqual([
      ["chatter", 1],
      ["foreign logs", 0],
      ["all", 0.5],
    ]);
  });

  it("are none where nothing was listed, however low the threshold is", () => {
    const silent = anOutcome({ relevant: [], articles: [], score: 0 });
    expect(falseAnswers([answerable(0), silent]).get("all")).toBe(0);
  });
});

describe("percentiles", () => {
  it("name the value that so many of a hundred do not exceed", () => {
    const hundred = Array.from({ length: 100 }, (_, at) => at + 1);
    expect(percentile(hundred, 0.5)).toBe(50);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
  });

  it("put the median of an even number of values between the two in the middle", () => {
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([5, 1, 3])).toBe(3);
  });
});

/** Few values, so that ties are common. */
const someScores = array(integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 40 });

function wonPairs(right: readonly number[], wrong: readonly number[]): number {
  let won = 0;
  for (const one of right) for (const other of wrong) won += one > other ? 1 : one === other ? 0.5 : 0;
  return won;
}
