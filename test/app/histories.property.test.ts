import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { engines } from "../support/a-store.ts";
import { anyHistory, playHistory } from "../support/platform/history.ts";
import { SEED } from "../support/platform/seed.ts";
import { virtualClock } from "../support/platform/virtual-clock.ts";

const RUNS = { SQLite: 150, PostgreSQL: 15 };

describe.each(engines)(`whatever happens (seed ${SEED}), kept in $engine`, ({ engine, shelf }) => {
  it("ends as if everything had come once, in order, and nothing had failed", async () => {
    const clock = virtualClock();
    const store = await (await shelf()).open(clock);
    let number = 0;
    const property = fc.asyncProperty(anyHistory, async (moves) => {
      const { shown, promised } = await playHistory(moves, { store, clock, tenant: `T${++number}` });
      expect(shown).toEqual(promised);
    });
    await fc.assert(property, { numRuns: engine === "SQLite" ? RUNS.SQLite : RUNS.PostgreSQL, seed: SEED });
  }, 120_000);
});
