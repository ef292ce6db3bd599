import type { Closeness } from "./closeness.ts";
import type { StoryFit } from "./story-fit.ts";
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
  "verbatim",
  "storyNear",
  "storyAround",
  "storyChain",
] as const;

/** The weight of a rare word. */
const RARE_WEIGHT = 10;

/** How a candidate compares with the best one in that respect. */
export type Shares = Pick<CloseFeatures, "chainShare" | "titleShare" | "paragraphShare" | "lettersShare">;

export function closeFeatures(
  { query, self, lacking }: Closeness,
  { had, absent, names, strangers }: Telling,
  shares: Shares,
  verbatim: number,
  story: StoryFit,
): CloseFeatures {
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
    chainShare: shares.chainShare,
    titleShare: shares.titleShare,
    paragraphShare: shares.paragraphShare,
    lettersShare: shares.lettersShare,
    verbatim,
    storyNear: story.near,
    storyAround: story.around,
    storyChain: story.chain,
  };
}
