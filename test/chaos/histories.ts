import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { anyHistory, playHistory } from "../support/platform/history.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";
import { type Engine, expectCount, type Finding, type Scenario } from "./scenario.ts";

export const histories: Scenario = {
  name: "histories",
  promise:
    "talk, clicks, repeats, replicas and faults in any order end as a model without store, queues and faults does",
  run: async ({ engines, seed, isFull, count }) => {
    const findings: Finding[] = [];
    for (const engine of engines) findings.push(await playOn(engine, seed, count ?? (isFull ? 20_000 : 50)));
    return findings;
  },
};

async function playOn(engine: Engine, seed: number, runs: number): Promise<Finding> {
  const clock = virtualClock();
  const store = await engine.open(await engine.fresh(), clock);
  let [played, moves] = [0, 0];
  const property = fc.asyncProperty(anyHistory, async (history) => {
    moves += history.length;
    const { shown, promised } = await playHistory(history, { store, clock, tenant: `T${++played}` });
    return isDeepStrictEqual(shown, promised);
  });
  const result = await fc.check(property, { numRuns: runs, seed });
  await store.close();
  const broken = result.failed ? [`after ${result.numRuns} histories: ${JSON.stringify(result.counterexample)}`] : [];
  return {
    engine: engine.name,
    counts: { histories: result.numRuns, moves },
    broken: [...broken, ...expectCount("histories", result.numRuns, runs)],
  };
}
