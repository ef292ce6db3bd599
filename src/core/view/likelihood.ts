import type { Match } from "../matching/verdict.ts";

/** A calibrated confidence in a word that people read alike. */
export function likelihood({ confidence }: Match): string {
  if (confidence >= 0.9) return "Almost certain";
  return confidence >= 0.7 ? "Likely" : "Possible";
}
