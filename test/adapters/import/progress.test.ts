import { describe, expect, it } from "vitest";
import { progressBar, progressLine } from "../../../adapters/import/progress.ts";

describe("progress", () => {
  it("says how far it is, how fast, and how long it takes", () => {
    expect(progressLine({ items: 20_000, bytes: 500, ofBytes: 1_000 }, 4_000)).toBe(
      "[##########..........] 50 % · 20,000 documents · 5,000 a second · 4 s left",
    );
  });

  it("promises nothing before it knows anything", () => {
    expect(progressLine({ items: 0, bytes: 0, ofBytes: 0 }, 0)).not.toContain("left");
  });

  it("writes over one line on a terminal, and clears it at the end", () => {
    const written: string[] = [];
    let now = 0;
    const bar = progressBar({ write: (text) => written.push(text), isTTY: true, columns: 40 }, () => now);
    for (now = 0; now < 1_000; now += 10) bar.show({ items: 1, bytes: 1, ofBytes: 2 });
    bar.end();
    expect(written).toHaveLength(11);
    expect(written.every((text) => text.startsWith("\r") && text.length < 50)).toBe(true);
  });

  it("writes a line every ten seconds into a log", () => {
    const written: string[] = [];
    let now = 0;
    const bar = progressBar({ write: (text) => written.push(text), isTTY: false, columns: 80 }, () => now);
    for (now = 0; now < 35_000; now += 500) bar.show({ items: 1, bytes: 1, ofBytes: 2 });
    bar.end();
    expect(written).toHaveLength(3);
    expect(written.every((text) => text.endsWith("\n") && !text.includes("\r"))).toBe(true);
  });
});
