import { describe, expect, it } from "vitest";
import { redact } from "../../../src/core/redaction/redact.ts";
import { LEAKS, remainder } from "./leak-generators.ts";
import { LINES } from "./log-lines.ts";
import { random } from "./random.ts";

const SEED = Number(process.env["SEED"] ?? 20_261_120);
const VARIANTS = 200;
const LINES_A_MAKER = 120;

describe(`recognised secrets (SEED=${SEED})`, () => {
  it.each(Object.entries(LEAKS))("finds a %s in at least 99 of 100 variants", (_, make) => {
    const r = random(SEED);
    const leaks = Array.from({ length: VARIANTS }, () => make(r));
    const missed = leaks.filter(({ text, secrets }) => {
      const after = redact(text).text;
      return secrets.some((secret) => remainder(after, secret) !== undefined);
    });
    expect(missed.slice(VARIANTS / 100)).toEqual([]);
  });

  it.each(Object.entries(LINES))("touches at most 5 of 1000 log lines without secrets: %s", (_, makers) => {
    const r = random(SEED);
    const lines = makers.flatMap((make) => Array.from({ length: LINES_A_MAKER }, () => make(r)));
    const touched = lines.filter((line) => redact(line).found.length > 0);
    expect(touched.slice(Math.floor(lines.length * 0.005))).toEqual([]);
  });
});
