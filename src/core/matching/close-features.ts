import type { Closeness } from "./closeness.ts";
import type { Telling } from "./telling.ts";

/** What only the best candidates are asked, because it costs time. */
export type CloseFeatures = { readonly [Name in (typeof CLOSE_FEATURES)[number]]: number };

export const CLOSE_FEATURES = [
  "letters",
  "lettersHigh",
  "lettersSelf",
  "lettersBoth",
  "lacking",
  "had",
  "absent",
  "names",
  "strangers",
  "chainShare",
  "titleShare",
  "paragraphShare",
  "lettersShare",
] as const;

/** What stands in their place for the other candidates. */
export const NO_CLOSER_LOOK = Object.fromEntries(CLOSE_FEATURES.map((name) => [name, 0])) as CloseFeatures;

/** The weight of a rare word. */
const RARE_WEIGHT = 10;

/** All but the shares, which need the other candidates. */
export function closeFeatures(
  { query, self, lacking }: Closeness,
  { had, absent, names, strangers }: Telling,
): Omit<CloseFeatures, "chainShare" | "titleShare" | "paragraphShare" | "lettersShare"> {
  return {
    letters: query,
    lettersHigh: 4 * Math.max(0, query - 0.75),
    lettersSelf: self,
    lettersBoth: query * self,
    lacking: Math.min(1, lacking / RARE_WEIGHT),
    had,
    absent: Math.min(1, absent / RARE_WEIGHT),
    names,
    strangers,
  };
}
