import { describe, expect, it } from "vitest";
import { latencyFrom } from "./measure.ts";

describe("the latency over several passes", () => {
  it("takes each query's median, so that one slow moment of the machine is not the query's", () => {
    const passes = [
      [1, 2, 3, 90],
      [1, 70, 3, 4],
      [80, 2, 3, 4],
    ];
    expect(latencyFrom(passes)).toEqual({ p50: 2, p95: 4, p99: 4, max: 4, longest: 90, passes: 3 });
  });
});
