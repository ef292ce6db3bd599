import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backOff } from "../../src/app/outbox/back-off.ts";

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const attempts = fc.integer({ min: 1, max: 10_000 });

describe("the pause before something is sent again", () => {
  it("is never shorter than the platform asks for, up to ten minutes", () => {
    const asked = fc.integer({ min: 0, max: 600_000 });
    const property = fc.property(attempts, asked, share, (tries, after, chance) => {
      const pause = backOff(tries, after, () => chance);
      expect(pause).toBeGreaterThanOrEqual(after);
      expect(pause).toBeLessThanOrEqual(after + 250);
    });
    fc.assert(property);
  });

  it("is at most a minute when nobody asks for one, and never nothing", () => {
    const property = fc.property(attempts, share, (tries, chance) => {
      const pause = backOff(tries, undefined, () => chance);
      expect(pause).toBeGreaterThanOrEqual(125);
      expect(pause).toBeLessThanOrEqual(60_000);
    });
    fc.assert(property);
  });

  it("is at most ten minutes and a bit, whatever the platform asks for", () => {
    expect(backOff(1, 86_400_000, () => 0)).toBe(600_000);
  });
});
