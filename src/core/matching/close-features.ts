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
export const NO_CLOSER_LOOK: CloseFeatures = {
  letters: 0,
  lettersHigh: 0,
  lettersSelf: 0,
  lettersBoth: 0,
  lacking: 0,
  had: 0,
  absent: 0,
  names: 0,
  strangers: 0,
  chainShare: 0,
  titleShare: 0,
  paragraphShare: 0,
  lettersShare: 0,
};

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
