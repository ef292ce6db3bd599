import type { SegmentDraft } from "./draft.ts";
import { finished, growing, newBytes } from "./growing.ts";
import { writeNumber } from "./build-streams.ts";
import type { Kept } from "./segment.ts";

/**
 * The story of an article: the words of its symptoms, cause, steps and the rest in their order, as variable-length term
 * numbers. Where people tell a problem in their own words, their words stand near each other here.
 */
export function packStories({ story, storyStarts }: SegmentDraft, renumbered: Uint32Array): Kept {
  const bytes = growing(newBytes, story.length * 2);
  const starts = new Uint32Array(storyStarts.length + 1);
  for (let doc = 0; doc < storyStarts.length; doc++) {
    starts[doc] = bytes.length;
    const end = doc + 1 < storyStarts.length ? storyStarts.values[doc + 1]! : story.length;
    for (let at = storyStarts.values[doc]!; at < end; at++) writeNumber(bytes, renumbered[story.values[at]!]!);
  }
  starts[storyStarts.length] = bytes.length;
  const packed = finished(bytes);
  return { starts, slice: (from, to) => packed.subarray(from, to) };
}

/** Stands in an excerpt for the words that were not asked for. */
export const NOBODYS_QUESTION = 0;
