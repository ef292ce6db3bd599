import { describe, expect, it } from "vitest";
import { instant } from "../../../src/core/resolution/responder.ts";
import { ago, duration } from "../../../src/core/view/when.ts";

const start = instant(1_000_000);
const after = (minutes: number) => instant(Math.round(start + minutes * 60_000));

describe("how long it took", () => {
  it.each([
    [-60, "under a minute"],
    [0.9, "under a minute"],
    [12, "12 min"],
    [60, "1 h"],
    [65, "1 h 5 min"],
    [60 * 24, "1 day"],
    [60 * 24 * 3, "3 days"],
  ])("%f minutes are %j", (minutes, words) => {
    expect(duration(start, after(minutes))).toBe(words);
  });

  it("was just now, or some time ago", () => {
    expect(ago(start, after(0))).toBe("just now");
    expect(ago(start, after(3))).toBe("3 min ago");
  });
});
