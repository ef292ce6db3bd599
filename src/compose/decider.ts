import type { KnowledgeIndex } from "../app/knowledge.ts";
import type { Popularity } from "../app/popularity.ts";
import type { Decide } from "../app/ports.ts";
import { decide } from "../core/matching/decide.ts";
import { complete, type Completion } from "../core/search/complete.ts";

/** Judges by what the index has on each inquiry; at once where it lies in this process. */
export function deciderOver(index: KnowledgeIndex): Decide {
  return (inquiry) => {
    const found = index.indexFor(inquiry);
    return found instanceof Promise ? found.then((part) => decide(part, inquiry)) : decide(found, inquiry);
  };
}

/** Completes what somebody types; what was of use before comes first. */
export function completerOver(
  index: KnowledgeIndex,
): (typed: string, popularity?: Popularity) => Promise<readonly Completion[]> {
  return async (typed, popularity = new Map()) =>
    complete((await index.titlesFor(typed)).searchers, typed, { popularity });
}
