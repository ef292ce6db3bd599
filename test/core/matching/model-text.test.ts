import { describe, expect, it } from "vitest";
import { DEFAULT_MODEL } from "../../../src/core/matching/default-model.ts";
import { FEATURES } from "../../../src/core/matching/features.ts";
import { formatModel, parseModel } from "../../../src/core/matching/model-text.ts";
import { scoreOfTrees } from "../../../src/core/matching/trees.ts";

describe("a model written down", () => {
  it("is read back as it was", () => {
    expect(parseModel(formatModel(DEFAULT_MODEL))).toEqual(DEFAULT_MODEL);
  });
});

describe("trees", () => {
  const trees = ["chain<0.5 -0.2 run<0.25 0.1 0.4", "chain<0.9 0 0.05"];

  it("add up what the leaf of each says", () => {
    expect(scoreOfTrees(trees, having({ chain: 0.4, run: 1 }))).toBeCloseTo(-0.2);
    expect(scoreOfTrees(trees, having({ chain: 0.5, run: 0.2 }))).toBeCloseTo(0.1);
    expect(scoreOfTrees(trees, having({ chain: 0.95, run: 0.3 }))).toBeCloseTo(0.45);
  });

  it("never outweigh an identifier, whatever they say", () => {
    expect(scoreOfTrees(["chain<0.5 -100 100"], having({ chain: 0 }))).toBe(-3);
    expect(scoreOfTrees(["chain<0.5 -100 100"], having({ chain: 1 }))).toBe(3);
  });
});

function having(features: { readonly chain: number; readonly run?: number }): Float64Array {
  const vector = new Float64Array(FEATURES.length);
  vector[FEATURES.indexOf("chain")] = features.chain;
  vector[FEATURES.indexOf("run")] = features.run ?? 0;
  return vector;
}
