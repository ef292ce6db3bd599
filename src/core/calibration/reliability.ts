import type { Reliability } from "../matching/model-file.ts";
import type { Answer } from "./answer-to.ts";

/** How well said confidence and truth agree, in ten steps; steps without a query are left out. */
export function reliabilityOf(answers: readonly Answer[]): readonly Reliability[] {
  return Array.from({ length: 10 }, (_, step) => {
    const within = answers.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === step);
    return {
      from: step / 10,
      to: (step + 1) / 10,
      queries: within.length,
      said: mean(within.map(({ confidence }) => confidence)),
      right: mean(within.map(({ right }) => (right ? 1 : 0))),
    };
  }).filter(({ queries }) => queries > 0);
}

/** How far said confidence and truth lie apart, on the mean of all queries; 0 is perfect. */
export function unreliability(lines: readonly Reliability[]): number {
  const queries = lines.reduce((sum, line) => sum + line.queries, 0);
  return lines.reduce((sum, line) => sum + Math.abs(line.said - line.right) * line.queries, 0) / Math.max(1, queries);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
