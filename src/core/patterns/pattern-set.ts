import { RE2JS } from "re2js";
import type { ArticlePattern, PatternHit, PatternSet } from "./pattern.ts";
import { type PatternShelf, type Shelved, shelve, worthTrying } from "./shelf.ts";
import { isTooBroad } from "./too-broad.ts";

/** What one inquiry may cost, whatever was written and pasted. */
export const PATTERN_LIMITS = {
  /** Patterns that are run; their required literals stand in the text. */
  tried: 200,
  /** Instructions of a compiled pattern times letters of the text, all runs together: some tens of milliseconds. */
  steps: 20_000_000,
  /** Articles that a text is recognised as. */
  hits: 20,
  /** Letters of what matched that are kept, to be shown. */
  shown: 300,
  /** Compiled patterns that are kept. */
  compiled: 500,
} as const;

/** Patterns that do not compile, or fit every text, are left out: `kms check` tells their authors. */
export function patternSet(patterns: Iterable<ArticlePattern>): PatternSet {
  const shelf = shelve(patterns);
  const compile = compiler();
  return (texts) => {
    const budget: Budget = { tried: PATTERN_LIMITS.tried, steps: PATTERN_LIMITS.steps };
    return texts.map((text) => hitsIn(text, shelf, compile, budget));
  };
}

/** What is left to spend on an inquiry. */
type Budget = { tried: number; steps: number };

type Compile = (pattern: string) => RE2JS | undefined;

function hitsIn(text: string, shelf: PatternShelf, compile: Compile, budget: Budget): readonly PatternHit[] {
  const hits = new Map<string, PatternHit>();
  for (const shelved of worthTrying(shelf, text)) {
    if (budget.tried === 0 || hits.size >= PATTERN_LIMITS.hits) break;
    const matched = firstMatch(shelved, text, compile, budget);
    if (matched === undefined) continue;
    for (const article of shelved.articles) if (!hits.has(article)) hits.set(article, { article, text: matched });
  }
  return [...hits.values()].slice(0, PATTERN_LIMITS.hits);
}

/** One that is too expensive for what is left is passed over; a cheaper one may still be tried. */
function firstMatch({ pattern }: Shelved, text: string, compile: Compile, budget: Budget): string | undefined {
  budget.tried--;
  const compiled = compile(pattern);
  const steps = (compiled?.programSize() ?? 0) * text.length;
  if (compiled === undefined || steps > budget.steps) return undefined;
  budget.steps -= steps;
  const matcher = compiled.matcher(text);
  const matched = matcher.find() ? text.slice(matcher.start(), matcher.end()).replace(/\s+/g, " ").trim() : "";
  return matched === "" ? undefined : matched.slice(0, PATTERN_LIMITS.shown);
}

/** Compiles each pattern when it is first tried; the ones tried longest ago make room. */
function compiler(): Compile {
  const known = new Map<string, RE2JS | undefined>();
  return (pattern) => {
    const compiled = known.has(pattern) ? known.get(pattern) : usable(pattern);
    known.delete(pattern);
    known.set(pattern, compiled);
    for (const oldest of known.keys()) if (known.size > PATTERN_LIMITS.compiled) known.delete(oldest);
    return compiled;
  };
}

function usable(pattern: string): RE2JS | undefined {
  try {
    const compiled = RE2JS.compile(pattern);
    return isTooBroad(compiled) ? undefined : compiled;
  } catch {
    return undefined;
  }
}
