import type { Index } from "../../src/core/matching/index.ts";
import { patternsIn } from "../../src/core/matching/patterns-in.ts";
import type { ArticlePattern, PatternSet } from "../../src/core/patterns/pattern.ts";

/** Adds to an index the patterns of its articles, once for each view; where none has any, it is given back as it is. */
export function patternSets(): (index: Index) => Index | Promise<Index> {
  const made = new WeakMap<Index["searchers"], Promise<PatternSet> | "none">();
  return (index) => {
    const set = made.get(index.searchers) ?? setOf(patternsIn(index.searchers));
    made.set(index.searchers, set);
    return set === "none" ? index : set.then((patterns) => ({ ...index, patterns }));
  };
}

/** The engine is loaded by whoever has a use for it. */
export function setOf(patterns: readonly ArticlePattern[]): Promise<PatternSet> | "none" {
  if (patterns.length === 0) return "none";
  return import("../../src/core/patterns/pattern-set.ts").then(({ patternSet }) => patternSet(patterns));
}
